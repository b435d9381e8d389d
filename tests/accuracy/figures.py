"""How well the check of figures and names does on the pairs.

*Found* is the share of planted errors that an alarm overlaps. A *false alarm* is one about what the
source bears out; its rate is of all mentions that are true to their source, in the faithful pairs
and beside the planted errors alike.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sources.figures import Mention, mentions, unsupported
from tests.accuracy.pairs import Pair

LEAST_FOUND = 0.95
MOST_FALSE_ALARMS = 0.05


@dataclass(frozen=True)
class Result:
    """A pair, what was said about it, and how many mentions were looked at."""

    pair: Pair
    alarms: tuple[Mention, ...]
    looked_at: int

    @property
    def is_found(self) -> bool:
        """Whether an alarm overlaps the planted error."""
        return len(self.false_alarms) < len(self.alarms)

    @property
    def false_alarms(self) -> tuple[Mention, ...]:
        """The alarms about what the source bears out."""
        start, end = self.pair.planted or (0, 0)
        return tuple(each for each in self.alarms if each.end <= start or each.start >= end)


@dataclass(frozen=True)
class Score:
    """The results of a set of pairs; shares are of one."""

    results: tuple[Result, ...]

    @cached_property
    def planted(self) -> tuple[Result, ...]:
        """The pairs with an error."""
        return tuple(result for result in self.results if result.pair.planted)

    @cached_property
    def faithful(self) -> tuple[Result, ...]:
        """The pairs without one."""
        return tuple(result for result in self.results if not result.pair.planted)

    @property
    def found(self) -> float:
        """The share of planted errors that were found."""
        return sum(result.is_found for result in self.planted) / len(self.planted)

    @property
    def true_mentions(self) -> int:
        """What could raise a false alarm: all that is mentioned but the planted errors."""
        return sum(result.looked_at for result in self.results) - len(self.planted)

    @property
    def false_alarms(self) -> tuple[tuple[Pair, Mention], ...]:
        """Every false alarm with its pair."""
        return tuple((each.pair, alarm) for each in self.results for alarm in each.false_alarms)

    @property
    def false_alarm_rate(self) -> float:
        """The share of true mentions that were marked."""
        return len(self.false_alarms) / self.true_mentions

    @property
    def is_good(self) -> bool:
        """Whether both targets are met."""
        return self.found >= LEAST_FOUND and self.false_alarm_rate <= MOST_FALSE_ALARMS


def score(pairs: Sequence[Pair]) -> Score:
    """Run the check on every pair."""
    return Score(tuple(_result(pair) for pair in pairs))


def report(title: str, score: Score) -> str:
    """The section of one set, with what was missed and what was marked in error."""
    lines = [title, f"  {len(score.results)} pairs", *_found(score), *_false_alarms(score)]
    return "\n".join(lines) + "\n\n"


def _result(pair: Pair) -> Result:
    alarms = unsupported(pair.claim, [pair.source])
    return Result(pair=pair, alarms=alarms, looked_at=len(mentions(pair.claim)))


def _found(score: Score) -> Iterator[str]:
    found = sum(result.is_found for result in score.planted)
    yield f"  planted errors found: {found} of {len(score.planted)}, {score.found:.1%}"
    planted = Counter(result.pair.kind for result in score.planted)
    caught = Counter(result.pair.kind for result in score.planted if result.is_found)
    yield "    " + ", ".join(f"{kind} {caught[kind]}/{planted[kind]}" for kind in sorted(planted))
    for result in score.planted:
        if not result.is_found and result.pair.planted:
            start, end = result.pair.planted
            yield f"    missed in {result.pair.passage}: {result.pair.claim[start:end]}"


def _false_alarms(score: Score) -> Iterator[str]:
    alarms = score.false_alarms
    rate = f"{score.false_alarm_rate:.1%}"
    yield f"  false alarms: {len(alarms)} of {score.true_mentions} true mentions, {rate}"
    alarmed = sum(bool(result.alarms) for result in score.faithful)
    yield f"    {alarmed} of {len(score.faithful)} faithful pairs have any"
    for passage, text in dict.fromkeys((pair.passage, alarm.text) for pair, alarm in alarms):
        yield f"    marked in {passage}: {text}"
