"""Finding what a passage states by its shape: rules over the letters of its terms, in order."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from sources.figures.mention import Kind, Leeway, Value
from sources.figures.terms import Term

Terms: TypeAlias = Sequence[Term]


class Found(NamedTuple):
    """What the terms from `first` to before `last` state.

    `is_weak` marks what bears a claim out but is no claim by itself: the pronoun "one".
    """

    kind: Kind
    first: int
    last: int
    readings: tuple[Value, ...]
    leeway: Leeway = Leeway.NONE
    is_counted: bool = False
    is_weak: bool = False


Build: TypeAlias = Callable[[re.Match[str], Terms], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A shape and what it states; a builder that yields nothing declines the match."""

    shape: re.Pattern[str]
    build: Build


def find(rules: Iterable[Rule], terms: Terms) -> Iterator[Found]:
    """What the rules find; what one has taken is no longer there for the next."""
    shape = "".join(term.letter for term in terms)
    for rule in rules:
        taken: list[tuple[int, int]] = []
        for match in rule.shape.finditer(shape):
            found = tuple(rule.build(match, terms))
            yield from found
            if found:
                taken.append(match.span())
        shape = _without(shape, taken)


def _without(shape: str, taken: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for first, last in taken:
        pieces += [shape[at:first], "_" * (last - first)]
        at = last
    return "".join((*pieces, shape[at:]))
