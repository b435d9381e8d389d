"""A text as numbered lines, and the bare words of a line without the marks that dress it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_DRESS_BEFORE = re.compile(
    r"^[\s#>*_•·\-–—\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]*(?:\d{1,2}[.)]\s+)?[*_]*"
)
_DRESS_AFTER = re.compile(r"[\s*_#]+\Z")
_SPACES = re.compile(r"\s+")
_BULLET = re.compile(r"\s*(?:[-•*·–]|\d{1,2}[.)])\s")
_LONGEST_LABEL = 400  # what is longer is running text, and no rule for whole lines looks at it
_SHORTEST_PROSE = 80


@dataclass(frozen=True)
class Line:
    """A line of the repaired text; `start` is the offset of its first character.

    `whole` is the line before stretches were taken out of it, "" where none was.
    """

    start: int
    text: str
    whole: str = ""

    @cached_property
    def bare(self) -> str:
        """The words without bullets, numbers, heading marks and emphasis; none of a long line."""
        if len(self.text) > _LONGEST_LABEL:
            return ""
        return _DRESS_AFTER.sub("", _DRESS_BEFORE.sub("", self.text, count=1))

    @cached_property
    def folded(self) -> str:
        """The bare words in a form in which a contents entry equals its heading."""
        return _SPACES.sub(" ", self.bare).strip(" :").casefold()

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text."""
        ends = (".", "”", '"', "!", "?")
        return len(self.text) > _SHORTEST_PROSE and self.text.rstrip().endswith(ends)


def split_lines(text: str) -> Iterator[Line]:
    """The lines of `text`, blank ones too."""
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1
