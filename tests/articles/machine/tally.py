"""How often each door was tried, and what came of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

PROPERTY = "machine"  # under which a test hands its tally on to the report


@dataclass
class Tally:
    """Steps, and the public changes that came of them, by door."""

    tried: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def note(self, door: str, changes: int) -> None:
        """One more step."""
        self.tried[door] += 1
        self.changed[door] += changes

    @property
    def steps(self) -> int:
        """How many in all."""
        return self.tried.total()

    def counts(self) -> list[dict[str, int]]:
        """Both, in a form that one process can send to another."""
        return [dict(self.tried), dict(self.changed)]


def account_of(reports: Iterable[Any]) -> Iterator[str]:
    """The tallies of all parts together, line by line; nothing where the machine did not run."""
    whole = Tally()
    for report in reports:
        for tried, changed in (each for name, each in report.user_properties if name == PROPERTY):
            whole.tried.update(tried)
            whole.changed.update(changed)
    if not whole.steps:
        return
    yield f"{'door':32}{'steps':>8}{'public changes':>17}"
    for door in sorted(whole.tried):
        yield f"{door:32}{whole.tried[door]:8}{whole.changed[door]:17}"
    yield f"{'in all':32}{whole.steps:8}{whole.changed.total():17}"
    yield "Every guarantee held after each step."
