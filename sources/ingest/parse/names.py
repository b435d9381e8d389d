"""Names in a sentence: runs of capitalised words, cut where English cuts them, and what each is
likely to be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

from sources.ingest.parse import vocabulary

_EXTENDED_LATIN = "".join(filter(str.isupper, map(chr, range(0x100, 0x250))))
_CAPITAL = f"A-ZÀ-ÖØ-Þ{_EXTENDED_LATIN}Α-ΩА-ЯЁІЇЄҐ"
_WORD = rf"[{_CAPITAL}](?:[\w&’'/-]|\.(?=\w))*\.?"
_JOIN = (
    r"(?: \(Group\) | (?:(?:of|for|on|and) (?:the )?|& )?"
    r"|, (?=(?:Ltd|Inc|LLC|LLP|Limited|Corp|Co)\b))"
)
_RUN = re.compile(rf"(?<![\w’'.&-]){_WORD}(?:{_JOIN}{_WORD})*")
_PIECE = re.compile(r"\S+")
_CONNECTORS = frozenset(["of", "for", "on", "and"])
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_SHORT = re.compile(rf" ?\((?:the )?[“\"‘']?(?P<short>[{_CAPITAL}][\w.&-]{{1,14}})[”\"’']?\)")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|(?:Co|Corp|Inc|Ltd|Bros|Intl|St|Dr|Mt)\.)$")
_ACRONYM = re.compile(rf"[{_CAPITAL}][{_CAPITAL}&]{{1,6}}")


@dataclass(frozen=True)
class Name:
    """A name at `text[start:end]` of its sentence; `short` is the abbreviation in its bracket.

    `end` lies behind that bracket. `is_first` is true where only the start of the sentence may
    explain the capital.
    """

    text: str
    start: int
    end: int
    short: str = ""
    is_first: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words without their punctuation."""
        return tuple(word.strip("().,") for word in self.text.split())

    @property
    def is_organisation(self) -> bool:
        """Whether its wording alone says so: "Ministry of ...", "... Daily", "Reuters"."""
        if any(word in vocabulary.HEADS_BEFORE for word in self.words[:-1]):
            return True
        closes = self.words[-1] in vocabulary.HEADS and len(self.words) > 1
        return closes or self.words[-1] in vocabulary.AGENCIES

    @property
    def is_place(self) -> bool:
        """Whether it names a country, a people or a seat of government, none of them a body."""
        return self.text in vocabulary.PLACES or self._is_generic

    @property
    def _is_generic(self) -> bool:
        """Whether it is a word for any such body: "Company", "Ministry"."""
        return len(self.words) == 1 and self.text in vocabulary.HEADS

    @property
    def is_acronym(self) -> bool:
        """Whether it is capitals only, which a body may have for a name: "NDRC"."""
        return bool(_ACRONYM.fullmatch(self.text)) and self.text not in vocabulary.NO_BODIES


def spot_names(sentence: str) -> Iterator[Name]:
    """Every name of a sentence, in order. People and places too, a title in front left out."""
    for run in _RUN.finditer(sentence):
        for start, end in _cut(run[0]):
            name = _name(sentence, run.start() + start, run.start() + end)
            if name:
                yield name


def _name(sentence: str, start: int, end: int) -> Name | None:
    while word := _PIECE.match(sentence[start:end]):
        if word[0].strip(".,").lower() not in vocabulary.OPENERS or start + word.end() > end:
            break
        start += word.end() + 1
    text = sentence[start:end].rstrip(",")
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    if not text or all(word.strip(".,") in vocabulary.CALENDAR for word in text.split()):
        return None
    short = _SHORT.match(sentence, start + len(text))
    is_first = not sentence[:start].strip("\"“‘'([ ")
    stop = short.end() if short else start + len(text)
    return Name(text, start, stop, short["short"] if short else "", is_first)


def _cut(run: str) -> Iterator[tuple[int, int]]:
    """Where the names of a run begin and end: at a possessive, and at "and", "of" or "for" unless
    the words before them take one, as in "Ministry of Industry and Information Technology".
    """
    pieces = list(_PIECE.finditer(run))
    words = [piece[0] for piece in pieces]
    first = 0
    for order, piece in enumerate(pieces):
        possessive = _POSSESSIVE.search(piece[0])
        if possessive and piece[0] not in vocabulary.POSSESSIVES_IN_NAMES:
            yield pieces[first].start(), piece.start() + possessive.start()
            first = order + 1
        elif piece[0] in _CONNECTORS and order >= first:
            if not _continues(words[first:order], piece[0], words[order + 1 :]):
                if order > first:
                    yield pieces[first].start(), pieces[order - 1].end()
                first = order + 1
        elif piece[0] == "the" and order == first:
            first = order + 1
    if first < len(pieces):
        yield pieces[first].start(), pieces[-1].end()


def _continues(left: Sequence[str], connector: str, right: Sequence[str]) -> bool:
    """Whether a name goes on behind a connector."""
    left = list(dropwhile(lambda word: word.lower() in vocabulary.OPENERS, left))
    if not left or not right or right[0].strip(".,") in vocabulary.CALENDAR:
        return False
    if connector != "and":
        return left[-1] in vocabulary.HEADS_BEFORE
    if right[0] == "the" or right[0] in vocabulary.AGENCIES:
        return False
    heads = [word for word in right if word.strip(".,") in vocabulary.HEADS - vocabulary.SUBJECTS]
    if any(word in vocabulary.HEADS_BEFORE for word in left):
        return not heads
    is_closed = left[-1].strip(".,") in vocabulary.HEADS - vocabulary.SUBJECTS
    return left[0] in vocabulary.OPENERS_OF_BODIES and bool(heads) and not is_closed
