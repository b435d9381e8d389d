"""Text drawn with the fonts that lie beside the site: each letter with the first one that has it.

They hold Latin, Greek and Cyrillic letters. Chinese, Japanese and Korean would take megabytes, and
what runs from right to left another layout: neither is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.conf import settings
from PIL import ImageDraw, ImageFont

FONTS = settings.BASE_DIR / "static" / "fonts"
ALPHABETS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext")
REGULAR, BOLD = 400, 600


@dataclass(frozen=True)
class Face:
    """Letters of one size and weight."""

    size: int
    weight: int

    def length(self, text: str) -> float:
        """How wide a text is."""
        return sum(_font(alphabet, self).getlength(run) for alphabet, run in _runs(text))

    def write(
        self,
        pen: ImageDraw.ImageDraw,
        place: tuple[float, float],
        text: str,
        colour: str,
        *,
        anchor: str,
    ) -> None:
        """Draw a text; `anchor` is Pillow's: left or right, then middle or ascender."""
        left, top = place
        if anchor[0] == "r":
            left -= self.length(text)
        for alphabet, run in _runs(text):
            font = _font(alphabet, self)
            pen.text((left, top), run, colour, font, anchor=f"l{anchor[1]}")
            left += font.getlength(run)


def is_writable(text: str) -> bool:
    """Whether there are letters for all of a text."""
    return all(letter.isspace() or _alphabet_of(letter) for letter in set(text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of a text, each with the alphabet that it is written in; what has none is Latin."""
    for alphabet, letters in groupby(text, key=lambda letter: _alphabet_of(letter) or ALPHABETS[0]):
        yield alphabet, "".join(letters)


@lru_cache(maxsize=1024)
def _alphabet_of(letter: str) -> str:
    """The first font in which a letter looks different from one that no font has."""
    for alphabet in ALPHABETS:
        font = _font(alphabet, Face(40, REGULAR))
        if bytes(font.getmask(letter)) != bytes(font.getmask("\uffff")):
            return alphabet
    return ""


@lru_cache(maxsize=64)
def _font(alphabet: str, face: Face) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONTS / f"source-serif-4-{alphabet}-wght-normal.woff2", face.size)
    font.set_variation_by_axes([face.weight])
    return font
