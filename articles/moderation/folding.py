"""Text as a reader hears it: without disguises, each character knowing where it came from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Letters of other scripts that are drawn like a Latin one. Greek letters that stand beside Latin
# ones in units and formulas (mu, alpha, delta, omega) are left out on purpose.
_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw", strict=True))
_CYRILLIC_CAPITALS = dict(zip("АВЕКМНОРСТХІЈЅ", "abekmhopctxijs", strict=True))
_GREEK = dict(zip("οϲΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ocabezhikmnoptyx", strict=True))
LOOKALIKES = _CYRILLIC | _CYRILLIC_CAPITALS | _GREEK
_DIGITS = dict(zip("013457@$", "oieastas", strict=True))

# Characters that show nothing: joiners, marks of direction, the soft hyphen, fillers.
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060\u2800\u3164\ufeff\uffa0"
) | {chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2061, 0x2070))}
_TOKEN = re.compile(r"[a-z0-9@$]+")
_MIXED = re.compile(r"(?=.*[a-z])(?=.*[0-9@$])")
_SPACED_OUT = re.compile(r"(?<!\w)\w(?:([ .\-_*·])\w(?!\w)){3,}")

Piece = tuple[str, int, int]  # a folded character, and the characters that it stands for


@dataclass(frozen=True)
class Folded:
    """Folded text; `places` has, for each of its characters, the span that it stands for."""

    text: str
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters of a stretch of the folded text."""
        inside = self.places[start:end]
        return (inside[0][0], inside[-1][1]) if inside else (0, 0)


def shows_nothing(text: str) -> bool:
    """Whether there is not one sign in it that anybody could see."""
    return all(
        mark in INVISIBLE or unicodedata.category(mark)[0] in ("C", "M", "Z") for mark in text
    )


def fold(text: str) -> Folded:
    """Take off case, accents, width, look-alike letters, invisible characters and spacing out."""
    pieces = [piece for place, mark in enumerate(text) for piece in _plain(mark, place)]
    pieces = _drawn_together(_letters_for_digits(pieces))
    return Folded("".join(mark for mark, _, _ in pieces), tuple(place[1:] for place in pieces))


def _plain(mark: str, place: int) -> Iterator[Piece]:
    if mark in INVISIBLE:
        return
    mark = LOOKALIKES.get(mark, mark)
    for part in unicodedata.normalize("NFKD", mark):
        if not unicodedata.combining(part):
            for letter in LOOKALIKES.get(part, part).casefold():
                yield letter, place, place + 1


def _letters_for_digits(pieces: list[Piece]) -> list[Piece]:
    """Read "v1agra" as letters, and leave "38,000" and "505" alone."""
    text = "".join(mark for mark, _, _ in pieces)
    read = dict(enumerate(pieces))
    for token in _TOKEN.finditer(text):
        if _MIXED.match(token.group()):
            for place in range(*token.span()):
                mark, start, end = pieces[place]
                read[place] = (_DIGITS.get(mark, mark), start, end)
    return list(read.values())


def _drawn_together(pieces: list[Piece]) -> list[Piece]:
    """Read "f r e e" and "f.r.e.e" as one word, where at least four letters stand alone."""
    text = "".join(mark for mark, _, _ in pieces)
    return [pieces[place] for place in _kept(text, len(pieces))]


def _kept(text: str, length: int) -> Iterable[int]:
    left_out = {
        place
        for run in _SPACED_OUT.finditer(text)
        for place in range(run.start() + 1, run.end(), 2)
    }
    return (place for place in range(length) if place not in left_out)
