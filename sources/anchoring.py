"""Tying a quote to its place in a text, and finding the place again (W3C Web Annotation).

Exact, then position, then fuzzy with at most 10 % edits and a clear margin to the runner-up.
Anything less is no anchor: a look-alike passage is never taken silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import ceil

CONTEXT = 32  # characters kept on each side, and the length from which a quote speaks for itself
MOST_EDITS = 0.10
MARGIN = 0.05


@dataclass(frozen=True)
class Selector:
    """A TextQuoteSelector and a TextPositionSelector in one; `end` is exclusive."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, exact: str, start: int | None = None) -> Selector | None:
    """Return the selector of a quote, with as much context as makes it unique in the text.

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


def anchor(
    text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None
) -> tuple[int, int] | None:
    """Return where the quote stands now as (start, end), or None: then it is an orphan."""
    if not exact.strip():
        return None
    places = list(_occurrences(text, exact))
    if not places:
        return _fuzzy(text, exact)
    place = _chosen(text, exact, places, prefix=prefix, suffix=suffix, start=start)
    return None if place is None else (place, place + len(exact))


def _is_unique(text: str, passage: str) -> bool:
    first = text.find(passage)
    return text.find(passage, first + 1) < 0


def _occurrences(text: str, passage: str) -> Iterator[int]:
    place = text.find(passage)
    while place >= 0:
        yield place
        place = text.find(passage, place + 1)


def _chosen(
    text: str, exact: str, places: list[int], *, prefix: str, suffix: str, start: int | None
) -> int | None:
    """Return the occurrence that the context, or else the position, points to."""
    in_context = [
        place
        for place in places
        if text.endswith(prefix, 0, place) and text.startswith(suffix, place + len(exact))
    ]
    if len(in_context) == 1 and (prefix or suffix or len(places) == 1):
        return in_context[0]
    if start in (in_context or places):
        return start
    if len(places) == 1 and len(exact) >= CONTEXT:
        return places[0]
    return _by_likeness(text, exact, places, prefix=prefix, suffix=suffix)


def _by_likeness(
    text: str, exact: str, places: list[int], *, prefix: str, suffix: str
) -> int | None:
    """Return the occurrence whose surroundings are clearly most like the stored ones."""

    def likeness(place: int) -> float:
        end = place + len(exact)
        around = text[max(0, place - len(prefix)) : place] + text[end : end + len(suffix)]
        return SequenceMatcher(None, around, prefix + suffix, autojunk=False).ratio()

    ranked = sorted(((likeness(place), place) for place in places), reverse=True)
    best, runner_up = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, -1)
    return best[1] if best[0] >= 0.6 and best[0] - runner_up[0] >= 0.2 else None


def _fuzzy(text: str, exact: str) -> tuple[int, int] | None:
    allowed = int(len(exact) * MOST_EDITS)
    margin = max(3, ceil(len(exact) * MARGIN))
    if not allowed:
        return None
    ends = sorted(
        (edits, place)
        for begin, stop in _windows(text, exact, allowed + margin)
        for place, edits in _edits_at_each_end(text[begin:stop], exact, offset=begin)
        if edits <= allowed + margin
    )
    if not ends or ends[0][0] > allowed:
        return None
    edits, end = ends[0]
    apart = max(len(exact) // 2, 1)
    if any(e - edits < margin and abs(place - end) >= apart for e, place in ends[1:]):
        return None
    return _start_of(text, exact, end, allowed), end


def _windows(text: str, exact: str, edits: int) -> list[tuple[int, int]]:
    """Return the stretches that can hold the quote with so many edits.

    Cut into one piece more than there are edits, the quote keeps at least one piece whole.
    """
    size = max(len(exact) // (edits + 1), 1)
    stretches = []
    for at in range(0, len(exact) - size + 1, size):
        for place in _occurrences(text, exact[at : at + size]):
            begin = place - at - edits
            stretches.append((max(0, begin), min(len(text), begin + len(exact) + 2 * edits)))
    merged: list[tuple[int, int]] = []
    for begin, stop in sorted(stretches):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((begin, stop))
    return merged


def _edits_at_each_end(
    text: str, pattern: str, *, offset: int = 0, fixed: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield (end, edits): the fewest edits that turn the pattern into a passage ending there.

    Myers' bit-vector algorithm (1999); `fixed` makes every passage begin at the text's start.
    """
    full, last = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    masks: dict[str, int] = {}
    for bit, mark in enumerate(pattern):
        masks[mark] = masks.get(mark, 0) | 1 << bit
    plus, minus, edits = full, 0, len(pattern)
    for index, mark in enumerate(text):
        equal = masks.get(mark, 0)
        down = equal | minus
        across = (((equal & plus) + plus) ^ plus) | equal
        up, less = minus | ~(across | plus) & full, plus & across
        edits += bool(up & last) - bool(less & last)
        up, less = (up << 1 | fixed) & full, less << 1 & full
        plus, minus = (less | ~(down | up)) & full, up & down
        yield offset + index + 1, edits


def _start_of(text: str, exact: str, end: int, allowed: int) -> int:
    """Return where the passage begins that ends at `end`: the same search, read backwards."""
    before = text[max(0, end - len(exact) - allowed) : end][::-1]
    ends = _edits_at_each_end(before, exact[::-1], fixed=True)
    length, _ = min(ends, key=lambda found: (found[1], abs(found[0] - len(exact))))
    return end - length
