"""What a text states: figures, dates and names, each with its place and its normal form."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias


class Kind(StrEnum):
    """What a mention is, for whoever shows it."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    AMOUNT = "amount"
    DATE = "date"
    PERIOD = "period"
    QUARTER = "quarter"
    NAME = "name"


class Leeway(StrEnum):
    """How a hedge in a claim ("about", "more than", "nearly") lets the source's figure differ."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Quantity(NamedTuple):
    """A number with its multiplier worked in; a bare number has no `dimension`.

    `scale` leads to the base of the dimension: 1.2 kt is `Quantity(1200, "g", 10**6)` after the
    multiplier k, so it meets 1,200 tonnes.
    """

    number: Fraction
    dimension: str = ""
    scale: Fraction = Fraction(1)

    @property
    def size(self) -> Fraction:
        """The number in the base of its dimension."""
        return self.number * self.scale


class Date(NamedTuple):
    """A date as far as it is said: "October 2025" has no day, "24 October" no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Span(NamedTuple):
    """From one year to another."""

    first: int
    last: int


class Part(NamedTuple):
    """A quarter or half of a year; `months` is 3 or 6."""

    months: int
    number: int
    year: int | None = None


class Decade(NamedTuple):
    """The ten years from `first`."""

    first: int


class Clock(NamedTuple):
    """A time of day; `hour` is below 12 where only the context tells morning from evening."""

    hour: int
    minute: int


class Name(NamedTuple):
    """A proper name as folded words, without what may be left out: "Ltd", "Mr".

    An "of" parts the words: "University of Lindmoor" may be one name, "Aune of Gullvik" is two.
    """

    parts: tuple[tuple[str, ...], ...]
    opens: bool = False  # the start of a sentence may be all that explains the first capital
    is_acronym: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All words in a row."""
        return tuple(word for part in self.parts for word in part)


Value: TypeAlias = Quantity | Date | Span | Part | Decade | Clock | Name


@dataclass(frozen=True)
class Mention:
    """One statement at `start:end` of its text; `readings` are the ways in which it can be meant.

    `is_counted` marks a bare number that counts what follows it: "300 workers".
    """

    kind: Kind
    start: int
    end: int
    text: str
    readings: tuple[Value, ...]
    leeway: Leeway = Leeway.NONE
    is_counted: bool = False
