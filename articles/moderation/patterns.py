"""Words and patterns that moderators block, and the proof that a pattern cannot run away.

Python's expressions go back and try again; how often at most is reckoned from the pattern itself,
and one that could take long on any text is refused before it is stored.
"""

import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the only reader of Python's own syntax
from typing import Any

from articles.moderation.folding import Folded, fold

LONGEST_PATTERN = 200
LONGEST_TEXT = 5000  # characters that a pattern is tried on, and what `*` stands for
MOST_WAYS = 6000  # that a pattern may be tried in at one place: one `*`, or several short repeats
_REFUSED = frozenset(
    {
        _parser.GROUPREF,
        _parser.GROUPREF_EXISTS,
        _parser.ASSERT,
        _parser.ASSERT_NOT,
    }
)
_REPEATS = frozenset({_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT})


class PatternError(ValueError):
    """A pattern cannot be used; `code` says why: long, empty, syntax, reference, slow."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Blocked:
    """A word (whole, in any disguise) or a regular expression (in any case)."""

    pattern: str
    is_expression: bool = False

    def found_in(self, text: str, folded: Folded) -> Iterator[tuple[int, int]]:
        """Where it stands in the text, which is given folded as well."""
        expression = _compiled(self.pattern, self.is_expression)
        for found in expression.finditer(folded.text[:LONGEST_TEXT]):
            if found.group():
                yield folded.span(*found.span())
        if self.is_expression:
            for found in expression.finditer(text[:LONGEST_TEXT]):
                if found.group():
                    yield found.span()


def check_pattern(pattern: str) -> None:
    """Raise PatternError unless the expression is sound and cannot take long on any text."""
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError("long")
    parsed = _parsed(pattern)
    if parsed.getwidth()[0] == 0:
        raise PatternError("empty")
    if _ways(parsed) > MOST_WAYS:
        raise PatternError("slow")


def _parsed(pattern: str) -> Any:
    """Its parts; an expression that Python warns of is as bad as a wrong one."""
    try:
        with warnings.catch_warnings(action="error"):
            return _parser.parse(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise PatternError("syntax") from error


@lru_cache(maxsize=1000)
def _compiled(pattern: str, is_expression: bool) -> re.Pattern[str]:  # noqa: FBT001 - a cache key
    if is_expression:
        check_pattern(pattern)
        return re.compile(pattern, re.IGNORECASE)
    word = " ".join(fold(pattern).text.split())
    return re.compile(_edge(word[:1], "<!") + re.escape(word) + _edge(word[-1:], "!"))


def _edge(letter: str, direction: str) -> str:
    """Where a word must end, in scripts that put a space between words."""
    is_spaced = bool(letter) and unicodedata.east_asian_width(letter) not in "WF"
    return rf"(?{direction}\w)" if is_spaced else ""


def _ways(parsed: Iterable[tuple[Any, Any]]) -> int:
    """In how many ways a sequence can be tried at one place: those of its parts, multiplied."""
    ways = 1
    for code, argument in parsed:
        ways *= _ways_of(code, argument)
        if ways > MOST_WAYS:
            break
    return ways


def _ways_of(code: Any, argument: Any) -> int:
    if code in _REFUSED:
        raise PatternError("reference")
    if code in _REPEATS:
        least, most, inner = argument
        return _ways_of_repeat(_ways(inner), least, min(int(most), LONGEST_TEXT))
    if code is _parser.BRANCH:
        return sum(_ways(branch) for branch in argument[1])
    if code is _parser.SUBPATTERN:
        return _ways(argument[-1])
    return _ways(argument) if code is _parser.ATOMIC_GROUP else 1


def _ways_of_repeat(inner: int, least: int, most: int) -> int:
    """Any number of rounds between the two, each in as many ways as the inside has."""
    if inner == 1:
        return max(1, most - least + 1)
    return sum(inner ** min(rounds, 64) for rounds in range(least, min(most, least + 64) + 1))
