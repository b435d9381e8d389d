"""Finding a quote in a text that has changed a little: the fewest edits, with a clear margin."""

from collections.abc import Iterator
from math import ceil

MOST_EDITS = 0.10
MARGIN = 0.05


def nearest(text: str, exact: str) -> tuple[int, int] | None:
    """The passage nearest to a quote, with few edits; None where another is nearly as near.

    Whether the edits leave what the quote says is not asked here.
    """
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


def occurrences(text: str, passage: str) -> Iterator[int]:
    """Yield every place of a passage as it is, also where they overlap."""
    place = text.find(passage)
    while place >= 0:
        yield place
        place = text.find(passage, place + 1)


def _windows(text: str, exact: str, edits: int) -> list[tuple[int, int]]:
    """The stretches that can hold the quote with so many edits.

    Cut into one piece more than there are edits, the quote keeps at least one piece whole.
    """
    size = max(len(exact) // (edits + 1), 1)
    stretches = []
    for at in range(0, len(exact) - size + 1, size):
        for place in occurrences(text, exact[at : at + size]):
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
    """Where the passage begins that ends at `end`: the same search, read backwards."""
    before = text[max(0, end - len(exact) - allowed) : end][::-1]
    ends = _edits_at_each_end(before, exact[::-1], fixed=True)
    length, _ = min(ends, key=lambda found: (found[1], abs(found[0] - len(exact))))
    return end - length
