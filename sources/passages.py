"""The passages of a document: cut into sentences, proposed for a claim, and searched.

Everything works on places in the text, half-open, so that what is picked can be cited as it is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import log

from sources.figures import Mention, Record, mentions, not_borne_out
from sources.figures.words import FUNCTION

LONGEST = 600  # characters of one passage; what runs on longer is cut between two words
LEAST_SCORE = 0.2  # below it a passage has hardly more in common with the claim than its subject
_LOOKED_AT = 40  # passages whose figures are compared, for each sentence of a claim
_STEM = 6
_FIGURES_COUNT = 0.25  # of the score, where the claim has figures or names

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_BOUNDARY = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）\"]*|\n(?:\s*\n)?")
_WORD = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_NUMBER = re.compile(r"\d+(?![.)]\s|\d)")  # and not that of an item of a list
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
_BULLET = re.compile(r"\s*(?:[-–—•*▪·]\s+)*")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st no nos vs approx ca cf e.g i.e gen gov sen rep fig art sec vol u.s u.k "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


@dataclass(frozen=True)
class Passage:
    """A stretch of a document, usually a sentence; `text` is what stands at `start:end`.

    `score` is between 0 and 1. `missing` are the figures and names of the claim that it lacks,
    `marks` the places within `text` of the words that were searched for.
    """

    start: int
    end: int
    text: str
    score: float = 0.0
    missing: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the sentences, without bullets and the space between them."""
    edges = (*_boundaries(text), len(text))
    starts = (0, *edges[:-1])
    pieces = (piece for edge in zip(starts, edges, strict=True) for piece in _pieces(text, *edge))
    return tuple(_trimmed(text, *piece) for piece in pieces if text[slice(*piece)].strip())


def propose(*, claim: str, text: str, limit: int = 5) -> tuple[Passage, ...]:
    """The passages most like a claim, the best first; none where nothing is like it.

    The claim is compared sentence by sentence: the words that it shares with a passage count by
    their rarity in the document, then its figures and names. Equal passages keep their order.
    """
    parts = tuple(dict.fromkeys(claim[slice(*place)] for place in sentences(claim)))
    pool = _Pool(text)
    best: dict[tuple[int, int], Passage] = {}
    for part in parts:
        for passage in pool.like(part):
            place = passage.start, passage.end
            if place not in best or best[place].score < passage.score:
                best[place] = passage
    ranked = sorted(best.values(), key=lambda passage: (-passage.score, passage.start))
    return tuple(ranked[:limit])


def search(*, text: str, query: str, limit: int = 20) -> tuple[Passage, ...]:
    """The passages that hold the query: as it is, else all its words, else half of them.

    Words are found from their beginning, without regard to case and accents.
    """
    words = tuple(dict.fromkeys(_plain(query).split()))
    if not words:
        return ()
    plain = _plain(text)
    found = [
        passage
        for place in sentences(text)
        if (passage := _found(text, plain, place, words)).score >= 0.5
    ]
    ranked = sorted(found, key=lambda passage: (-passage.score, passage.start))
    return tuple(ranked[:limit])


# -- Sentences --------------------------------------------------------------------------------
def _boundaries(text: str) -> Iterator[int]:
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, start, match):
            start = match.end()
            yield start


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip()
    if match[0].startswith("\n"):
        runs_on = following[:1].islower() or _NUMBER.match(following)
        return match[0].count("\n") > 1 or not runs_on
    if following[:1].islower():
        return False
    before = _LAST_WORD.search(text, max(start, match.end() - 30), match.end())
    if before is None:
        return True
    word = before[1]
    is_number_of_list = word.isdigit() and not text[start : before.start()].strip()
    is_initial = len(word) == 1 and word.isupper()
    return not (is_number_of_list or is_initial or word.lower() in _ABBREVIATED)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long between two words, or anywhere where it has none."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    stop = start + len(text[start:end].rstrip())
    return (begin, stop) if begin < stop else (start, stop)


# -- Words ------------------------------------------------------------------------------------
def _plain(text: str) -> str:
    """The text without capitals and accents, mark for mark: places stay what they are."""
    return text.lower() if text.isascii() else "".join(map(_plain_mark, text))


@lru_cache(maxsize=4096)
def _plain_mark(mark: str) -> str:
    return unicodedata.normalize("NFKD", mark)[:1].lower()[:1] or mark


def _terms(plain: str) -> frozenset[str]:
    """What of a text is compared: stems of words that mean something, and pairs of ideographs."""
    return frozenset(
        term
        for word in _WORD.findall(plain)
        if word not in FUNCTION
        for term in (_pairs(word) if word[0] >= "\u3040" else (_stem(word),))
    )


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + 2] for at in range(max(1, len(run) - 1)))


def _stem(word: str) -> str:
    return word if word.isdigit() else (word.rstrip("s") or word)[:_STEM]


# -- Proposing --------------------------------------------------------------------------------
class _Pool:
    """The sentences of one document, ready to be compared with the parts of a claim."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = sentences(text)
        plain = _plain(text)
        self.terms = [_terms(plain[slice(*place)]) for place in self.places]
        self.counts = Counter(term for terms in self.terms for term in terms)
        self.records: dict[int, Record] = {}

    def like(self, part: str) -> Iterator[Passage]:
        """The passages that share something with one sentence of the claim."""
        wanted = _terms(_plain(part))
        stated = mentions(part)
        shares = {at: self._share(wanted, terms) for at, terms in enumerate(self.terms)}
        ranked = sorted(shares, key=lambda at: (-shares[at], at))
        for at in islice(ranked, _LOOKED_AT):
            passage = self._compared(at, shares[at], part, stated)
            if passage.score >= LEAST_SCORE:
                yield passage

    def _share(self, wanted: frozenset[str], terms: frozenset[str]) -> float:
        """How much of the claim stands in the passage, and a little how much of it the claim is."""
        shared = self._weight(wanted & terms)
        if not shared:
            return 0.0
        return 0.8 * shared / self._weight(wanted) + 0.2 * shared / self._weight(terms)

    def _weight(self, terms: Iterable[str]) -> float:
        # Summed in a fixed order: sets have none, and rounding would differ from run to run.
        counts: Mapping[str, int] = self.counts
        total = len(self.places)
        return sum(log(1 + total / max(counts.get(term, 0), 1)) for term in sorted(terms))

    def _compared(self, at: int, share: float, part: str, stated: tuple[Mention, ...]) -> Passage:
        start, end = self.places[at]
        passage = self.text[start:end]
        if not stated:
            return Passage(start, end, passage, round(share, 3))
        record = self.records.setdefault(at, Record(passage))
        missing = not_borne_out(part, [record])
        borne_out = 1 - len(missing) / len(stated)
        score = (1 - _FIGURES_COUNT) * share + _FIGURES_COUNT * borne_out
        lacks = tuple(dict.fromkeys(mention.text for mention in missing))
        return Passage(start, end, passage, round(score, 3), lacks)


# -- Searching --------------------------------------------------------------------------------
def _found(text: str, plain: str, place: tuple[int, int], words: tuple[str, ...]) -> Passage:
    start, end = place
    passage = plain[start:end]
    whole = [match.span() for match in _pattern(words).finditer(passage)]
    each = {word: [m.span() for m in _pattern((word,)).finditer(passage)] for word in words}
    share = sum(map(bool, each.values())) / len(words)
    marks = whole or [mark for found in each.values() for mark in found]
    score = 1.0 if whole else 0.9 * share
    return Passage(start, end, text[start:end], round(score, 3), marks=_joined(marks))


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words in a row, the first from the beginning of a word where the script has words."""
    begin = r"(?<![^\W_])" if words[0][0].isalnum() and words[0][0] < "\u3040" else ""
    return re.compile(begin + r"\s+".join(map(re.escape, words)))


def _joined(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The places in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
