"""The passage of a text in which a search found its words, with the words marked."""

import re
from collections.abc import Iterable
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString

BEFORE, AFTER = 90, 170
SHORTEST_STEM = 4
MOST_SEEN = 50


def passage(text: str, terms: Iterable[str]) -> SafeString:
    """About two lines where most of the words stand together; empty where none is in the text.

    Engines match stems, so a word counts as found when it begins as the term does.
    """
    pattern = _pattern(terms)
    found = list(islice(pattern.finditer(text), MOST_SEEN)) if pattern else []
    if pattern is None or not found:
        return SafeString("")
    best = max(found, key=lambda match: _kinds_after(match, found))
    start, end = _whole_words(text, best.start() - BEFORE, best.end() + AFTER)
    marked = _marked(text[start:end], pattern)
    return SafeString(f"{'… ' if start else ''}{marked}{' …' if end < len(text) else ''}")


def _kinds_after(match: re.Match[str], found: Iterable[re.Match[str]]) -> int:
    """How many different words stand from one match to the end of its passage."""
    near = range(match.start(), match.end() + AFTER)
    return len({other.group()[:SHORTEST_STEM].lower() for other in found if other.start() in near})


def _pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    stems = [re.escape(_stem(term)).replace(r"\ ", r"\W+") for term in terms if term]
    return re.compile(rf"\b(?:{'|'.join(stems)})\w*", re.IGNORECASE) if stems else None


def _stem(term: str) -> str:
    """The beginning that inflected forms share; phrases are left whole."""
    if " " in term:
        return term
    return term[: max(SHORTEST_STEM, len(term) - 3)]


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


def _marked(text: str, pattern: re.Pattern[str]) -> str:
    parts, position = [], 0
    for match in pattern.finditer(text):
        parts += [escape(text[position : match.start()]), f"<mark>{escape(match.group())}</mark>"]
        position = match.end()
    return "".join([*parts, escape(text[position:])])
