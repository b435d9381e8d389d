"""A text as numbered lines, and the bare words of a line without the marks that dress it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DRESS_BEFORE = re.compile(r"^[\s#>*_•·\-–—]*(?:\d{1,2}[.)]\s+)?[*_]*")
_DRESS_AFTER = re.compile(r"[\s*_#]+$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Line:
    """A line of the repaired text; `start` is the offset of its first character."""

    start: int
    text: str

    @property
    def bare(self) -> str:
        """The words without bullets, numbers, heading marks and emphasis."""
        return _DRESS_AFTER.sub("", _DRESS_BEFORE.sub("", self.text, count=1))

    @property
    def folded(self) -> str:
        """The bare words in a form in which a contents entry equals its heading."""
        return _SPACES.sub(" ", self.bare).strip(" :").casefold()


def split_lines(text: str) -> Iterator[Line]:
    """The lines of `text`, blank ones too."""
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1
