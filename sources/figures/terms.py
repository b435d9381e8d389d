"""Terms: the tokens of a text by their role, a letter each, so that a passage has a shape to match.

The letters: Y a number that may be a year, d one that may be a day, n another number, f a fraction,
h "half", o an ordinal, r a Roman numeral; X a multiplier, m the letter m, U a unit, $ the sign of a
currency, j what may stand between number and unit; M a month, Q "quarter", q a part of a year in
short ("Q3"), p the first quarters of one, L "final", F "fiscal", E a decade, D a date in figures,
C a time of day, A "am" or "pm"; 年 月 日 as in Chinese dates; t "to", a "and", b "between", i "of";
v another function word, w another word, N one with a capital; = a hyphen, - a dash, l a new line;
x anything else; other marks are themselves.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeAlias

from sources.figures import numerals
from sources.figures.measures import Measure
from sources.figures.mention import Clock, Date, Decade, Part
from sources.figures.numerals import Style
from sources.figures.tokens import Token, hyphens_within, is_glued, tokenise

Fixed: TypeAlias = Date | Clock | Decade | Part | int


class Term(NamedTuple):
    """One or more tokens with one role: `length` tokens from `start` to `end` in the text."""

    letter: str
    start: int
    end: int
    text: str
    word: str
    opens: bool
    length: int
    numbers: tuple[Fraction, ...] = ()
    measures: tuple[Measure, ...] = ()
    value: Fixed | None = None
    is_spelled: bool = False


@dataclass(frozen=True)
class Cut:
    """A text cut into tokens, with what has to be known of the whole to read any of them."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every token."""
        return tokenise(self.text)

    @cached_property
    def hyphens(self) -> frozenset[int]:
        """Which tokens are hyphens within a word."""
        return hyphens_within(self.tokens)

    @cached_property
    def style(self) -> Style:
        """Which mark stands before decimals."""
        return numerals.style_of(each.text for each in self.tokens if each.sort == "number")

    @cached_property
    def spelled(self) -> dict[int, numerals.Spelled]:
        """The spelled numbers by the token with which they begin."""
        words = [token.word for token in self.tokens]
        return {each.first: each for each in numerals.spelled_in(words, self.hyphens)}

    def glued_word(self, at: int) -> str:
        """The word at a place if nothing parts it from the token before, else nothing."""
        if not 0 < at < len(self.tokens) or not is_glued(self.tokens[at - 1], self.tokens[at]):
            return ""
        return self.tokens[at].word if self.tokens[at].sort == "word" else ""

    def term(
        self,
        at: int,
        letter: str,
        length: int = 1,
        *,
        numbers: tuple[Fraction, ...] = (),
        measures: tuple[Measure, ...] = (),
        value: Fixed | None = None,
        is_spelled: bool = False,
    ) -> Term:
        """The term that these tokens make."""
        first, last = self.tokens[at], self.tokens[at + length - 1]
        return Term(
            letter=letter,
            start=first.start,
            end=last.end,
            text=self.text[first.start : last.end],
            word=first.word,
            opens=first.opens,
            length=length,
            numbers=numbers,
            measures=measures,
            value=value,
            is_spelled=is_spelled,
        )
