"""The passage of a text in which a search found its words, with the words marked."""

import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString

BEFORE, AFTER = 90, 170
SHORTEST_STEM = 4


def passage(text: str, terms: Iterable[str]) -> SafeString:
    """About two lines around the first word found; empty where none stands in the text.

    Engines match stems, so a word counts as found when it begins as the term does.
    """
    pattern = _pattern(terms)
    found = pattern.search(text) if pattern else None
    if found is None or pattern is None:
        return SafeString("")
    start, end = _whole_words(text, found.start() - BEFORE, found.end() + AFTER)
    marked = _marked(text[start:end], pattern)
    return SafeString(f"{'… ' if start else ''}{marked}{' …' if end < len(text) else ''}")


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
