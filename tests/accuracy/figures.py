"""How well the check of figures and names does on the pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.figures import Mention, mentions, unsupported
from tests.accuracy.pairs import Pair


@dataclass(frozen=True)
class Result:
    """A pair, what was said about it, and how many mentions were looked at."""

    pair: Pair
    alarms: tuple[Mention, ...]
    looked_at: int

    @property
    def is_found(self) -> bool:
        """Whether an alarm overlaps the planted error."""
        return any(self._hits(alarm) for alarm in self.alarms)

    @property
    def false_alarms(self) -> tuple[Mention, ...]:
        """The alarms about what the source bears out."""
        return tuple(alarm for alarm in self.alarms if not self._hits(alarm))

    def _hits(self, alarm: Mention) -> bool:
        if self.pair.planted is None:
            return False
        start, end = self.pair.planted
        return alarm.start < end and start < alarm.end


@dataclass(frozen=True)
class Score:
    """The figures of a set: shares are of one."""

    results: tuple[Result, ...]

    @property
    def planted(self) -> tuple[Result, ...]:
        """The pairs with an error."""
        return tuple(result for result in self.results if result.pair.planted)

    @property
    def missed(self) -> tuple[Result, ...]:
        """Those whose error was not found."""
        return tuple(result for result in self.planted if not result.is_found)

    @property
    def faithful(self) -> tuple[Result, ...]:
        """The pairs without an error."""
        return tuple(result for result in self.results if not result.pair.planted)

    @property
    def alarmed(self) -> tuple[Result, ...]:
        """The faithful pairs with an alarm all the same."""
        return tuple(result for result in self.faithful if result.alarms)

    @property
    def recall(self) -> float:
        """Planted errors that were found."""
        return 1 - len(self.missed) / len(self.planted)

    @property
    def false_alarm_rate(self) -> float:
        """Mentions in all pairs that are true to the source and were marked all the same."""
        looked_at = sum(result.looked_at for result in self.results) - len(self.planted)
        return sum(len(result.false_alarms) for result in self.results) / looked_at


def score(pairs: Sequence[Pair]) -> Score:
    """Run the check on every pair."""
    return Score(
        tuple(
            Result(
                pair=pair,
                alarms=unsupported(pair.claim, [pair.source]),
                looked_at=len(mentions(pair.claim)),
            )
            for pair in pairs
        )
    )
