"""A comment cut into pieces: what a rule pointed at, and in its words why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol


class Found(Protocol):
    """What a rule left on record."""

    start: int | None
    end: int | None
    note: str


@dataclass(frozen=True)
class Piece:
    """A run of text; `words` are what the rules say of it, empty where they say nothing."""

    text: str
    words: str = ""


def pieces(text: str, found: Iterable[Found]) -> list[Piece]:
    """The text in order, every character once; spans that overlap share a piece."""
    spans = [
        (row.start, min(row.end, len(text)), row.note)
        for row in found
        if row.start is not None and row.end is not None and row.start < min(row.end, len(text))
    ]
    return list(_cut(text, spans))


def _cut(text: str, spans: list[tuple[int, int, str]]) -> Iterator[Piece]:
    edges = {0, len(text)} | {edge for start, end, _note in spans for edge in (start, end)}
    for start, end in pairwise(sorted(edges)):
        notes = dict.fromkeys(note for a, b, note in spans if a <= start and end <= b)
        yield Piece(text[start:end], " ".join(notes))
