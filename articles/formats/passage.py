"""The passage of a text in which a search found its words, with the words marked.

The same for both databases: made from the stored text of the few rows that a page shows.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString

BEFORE, AFTER = 90, 170
LONGEST = 100_000  # characters that are looked through
MOST_SEEN = 50
SHORTEST_STEM = 3
# What English words differ in that an index takes for one word.
_ENDINGS = frozenset(
    "e es s ed d er ers ing ings y ies ied ion ions ive al ally ly ate ates ated ating".split()
) | {""}
_UNSPACED = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def passage(text: str, terms: Iterable[str]) -> SafeString:
    """About two lines where most of the words stand together; empty where none is in the text.

    Terms are those of the index: folded, unspaced scripts as pairs of characters.
    """
    lines = unicodedata.normalize("NFC", text[:LONGEST]).split("\n")
    text = " · ".join(filter(None, map(str.strip, lines)))
    shadow = text.translate(_PLAIN)
    finder = _Finder(terms)
    found = list(islice(finder.spans(shadow), MOST_SEEN))
    if not found:
        return SafeString("")
    best = max(found, key=lambda span: _kinds_after(span, found, shadow))
    start, end = _whole_words(text, best[0] - BEFORE, best[1] + AFTER)
    marked = _marked(text, start, end, finder.spans(shadow, start, end))
    return SafeString(f"{'… ' if start else ''}{marked}{' …' if end < len(text) else ''}")


class _Finder:
    """Finds where terms stand in text without case and accents."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = [_unpaired(term) for term in terms if term]
        patterns = sorted({_pattern(term) for term in self.terms}, key=len, reverse=True)
        self.pattern = re.compile("|".join(patterns)) if patterns else None

    def spans(
        self, shadow: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where each begins and ends, in order."""
        if self.pattern is None:
            return
        for found in self.pattern.finditer(shadow, start, len(shadow) if end is None else end):
            if any(_is_alike(found.group(), term) for term in self.terms):
                yield found.span()


class _Plain(dict[int, int]):
    """Of each character the letter beneath case and accents, so that no position moves."""

    def __missing__(self, code: int) -> int:
        plain = unicodedata.normalize("NFD", chr(code).lower())[:1]
        self[code] = code if _UNSPACED.match(chr(code)) else ord(plain)
        return self[code]


_PLAIN = _Plain()


def _unpaired(term: str) -> str:
    """A term with the pairs of an unspaced run made one again."""
    words = term.split()
    text = words[0]
    for before, word in pairwise(words):
        goes_on = len(before) == 2 and _UNSPACED.match(before) and before[1:] == word[:1]
        text += word[1:] if goes_on else f" {word}"
    return text


def _pattern(term: str) -> str:
    """A term at a word's beginning; a single word with any ending, which is looked at later."""
    if _UNSPACED.search(term):
        return re.escape(term).replace(r"\ ", r"\W*")
    if " " in term:
        return rf"\b{re.escape(term)}\b".replace(r"\ ", r"(?:['’ʼ]s)?\W+")
    return rf"\b{re.escape(term[: max(SHORTEST_STEM, len(term) - 4)])}\w*"


def _is_alike(word: str, term: str) -> bool:
    """Whether both are forms of one word; a phrase or an unspaced run is what it is."""
    if " " in term or _UNSPACED.search(term):
        return bool(re.fullmatch(_pattern(term), word))
    shared = 0
    for one, other in zip(word, term, strict=False):
        if one != other:
            break
        shared += 1
    if shared < min(SHORTEST_STEM, len(term)):
        return False
    return word == term or {word[shared:], term[shared:]} <= _ENDINGS


def _kinds_after(span: tuple[int, int], found: Iterable[tuple[int, int]], shadow: str) -> int:
    """How many different words stand from one match to the end of its passage."""
    near = [other for other in found if span[0] <= other[0] < span[1] + AFTER]
    return len({shadow[start:end][: SHORTEST_STEM + 1] for start, end in near})


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen to the next space inwards, so that no word is cut."""
    start, end = max(start, 0), min(end, len(text))
    if start:
        space = text.find(" ", start, start + 30)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", end - 30, end)
        end = space if space >= 0 else end
    return start, end


def _marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    parts, position = [], start
    for first, last in spans:
        parts += [escape(text[position:first]), f"<mark>{escape(text[first:last])}</mark>"]
        position = last
    return "".join([*parts, escape(text[position:end])])
