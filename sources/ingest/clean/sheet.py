"""The lines of a text while some of them are taken out, each with a record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sources.ingest.clean.lines import Line
from sources.ingest.item import Removal


@dataclass
class Sheet:
    """The lines still standing, None where one was removed."""

    lines: list[Line | None]
    removals: list[Removal] = field(default_factory=list)
    comments_count: int | None = None

    def standing(self) -> list[tuple[int, Line]]:
        """Number and line of every line that stands and is not blank."""
        return list(self._standing())

    def remove(self, number: int, reason: str) -> None:
        """Take out a line, once."""
        line = self.lines[number]
        if line is not None and line.text.strip():
            text = line.whole or line.text
            place = line.start + len(text) - len(text.lstrip())
            self.removals.append(Removal(place, text.strip(), reason))
            self.lines[number] = None

    def remove_all(self, rows: Sequence[tuple[int, Line]], reason: str) -> None:
        """Take out several of the rows that `standing` gave."""
        for number, _ in rows:
            self.remove(number, reason)

    def outermost(self) -> Iterator[Removal]:
        """The removals in the order of the text, without those that lie within another."""
        end = 0
        for each in sorted(self.removals, key=lambda each: (each.position, -len(each.text))):
            if each.position >= end:
                yield each
                end = each.position + len(each.text)

    def _standing(self) -> Iterator[tuple[int, Line]]:
        for number, line in enumerate(self.lines):
            if line is not None and line.text.strip():
                yield number, line
