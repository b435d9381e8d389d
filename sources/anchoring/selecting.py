"""A quote with as much of its surroundings as tells it from every other passage of its text."""

from dataclasses import dataclass

CONTEXT = 32  # characters kept on each side at least


@dataclass(frozen=True)
class Selector:
    """A TextQuoteSelector and a TextPositionSelector in one; `end` is exclusive."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, exact: str, start: int | None = None) -> Selector | None:
    """The selector of a quote, with as much context as makes it unique in the text.

    Of several occurrences the one at `start` is meant, without `start` the first. None where
    the text does not hold the quote.
    """
    place = text.find(exact) if start is None else start
    if not exact or place < 0 or not text.startswith(exact, place):
        return None
    end = place + len(exact)
    width = CONTEXT
    while True:
        prefix, suffix = text[max(0, place - width) : place], text[end : end + width]
        whole = width >= max(place, len(text) - end)
        if whole or _is_unique(text, prefix + exact + suffix):
            return Selector(exact=exact, prefix=prefix, suffix=suffix, start=place, end=end)
        width *= 2


def _is_unique(text: str, passage: str) -> bool:
    first = text.find(passage)
    return text.find(passage, first + 1) < 0
