"""Decides what a mark was whose bytes were lost, from what stands around it in its line.

The order of the rules is the argument: what spelling settles comes first, quotation marks are
paired next, and only what is left is a dash.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MARK = "\ue000"
"""Stands in a line for a mark not decided yet."""

APOSTROPHE, OPEN_SINGLE, CLOSE_SINGLE = "’", "‘", "’"
OPEN, CLOSE = "“", "”"
EN, EM, HYPHEN, MINUS, SUBSCRIPT_TWO = "–", "—", "\u2011", "\u2212", "₂"

_WINDOW = 24
_OPENERS_BEFORE = frozenset(" \t\u00a0([{—–/\"'" + OPEN + OPEN_SINGLE)
_CLOSERS_AFTER = frozenset(" \t\u00a0.,;:!?)]}—–/\"'" + CLOSE + MARK)
_FIGURE_BEFORE = re.compile(r"[\d%°]$")
_FIGURE_AFTER = re.compile(r"[$€£¥]?\d")
_CHEMICAL = re.compile(r"(?<![^\W\d_])(?:C|N|S|Si|Ti|Zr|Mn)O$|(?<![^\W\d_])H$")


@dataclass(frozen=True)
class Decision:
    """What a lost mark was, by which rule, and whether the context leaves no other reading."""

    char: str
    rule: str
    sure: bool


@dataclass
class _Line:
    """A line whose marks are decided from left to right; `chars` is written over as they are."""

    chars: list[str]
    marks: list[int]
    quotes_only: frozenset[int]
    compounds: frozenset[str]
    open_quotes: list[str] = field(default_factory=list)

    def before(self, place: int) -> str:
        return "".join(self.chars[max(place - _WINDOW, 0) : place])

    def after(self, place: int) -> str:
        return "".join(self.chars[place + 1 : place + 1 + _WINDOW])


def decide_marks(
    line: str, *, quotes_only: frozenset[int], compounds: frozenset[str]
) -> tuple[Decision, ...]:
    """One decision for every `MARK` in `line`.

    `quotes_only` are the places of marks that can be nothing but quotation marks or apostrophes;
    `compounds` are the hyphened words of the whole text, in lower case.
    """
    marks = [place for place, char in enumerate(line) if char == MARK]
    work = _Line(list(line), marks, quotes_only, compounds)
    return tuple(_decide_all(work))


def _decide_all(line: _Line) -> Iterator[Decision]:
    closers_left = _count_closers(line)
    done = 0
    for place in line.marks:
        _follow_intact_quotes(line, done, place)
        done = place
        closers_left -= _is_closer(line, place)
        decision = _decide(line, place, closers_left)
        line.chars[place] = decision.char
        yield decision


def _count_closers(line: _Line) -> int:
    return sum(_is_closer(line, place) for place in line.marks)


def _follow_intact_quotes(line: _Line, start: int, end: int) -> None:
    """Quotation marks that were never damaged open and close as well."""
    for place in range(start, end):
        char = line.chars[place]
        if place in line.marks[:0]:
            continue
        if char == OPEN:
            line.open_quotes.append(char)
        elif char == CLOSE and line.open_quotes:
            line.open_quotes.pop()
