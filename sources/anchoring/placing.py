"""Finding the place of a quote again: which passages can be it, and which of them it is."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum

from sources.anchoring.edits import nearest, occurrences
from sources.anchoring.sameness import says_the_same, words_of
from sources.anchoring.selecting import CONTEXT
from sources.figures import Kind, mentions

Place = tuple[int, int]

_ALIKE = 0.6  # surroundings that are so like the stored ones, and not the same, are a look-alike's
# Marks that stand for one another where a text was set or typed anew.
_MARKS = (
    *('"“”„«»「」『』', "'‘’‚`", "-‐‑–—−", ",，、", ".。．"),
    *(";；", ":：", "!！", "?？", "(（", ")）"),
)
_MARK_CLASSES = {mark: f"[{re.escape(row)}]" for row in _MARKS for mark in row}
_PIECE = re.compile(r"\s+|[^\s\w]|\w+")


class Side(Enum):
    """What stands before or after a passage, against what stood there when it was cited."""

    SAME = "same"
    ALIKE = "alike"
    FOREIGN = "foreign"
    NOTHING = "nothing"  # the text ends there now


def anchor(
    text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None
) -> Place | None:
    """Where the quote stands now as (start, end), or None: then it is an orphan."""
    if not exact.strip():
        return None
    verbatim = [(at, at + len(exact)) for at in occurrences(text, exact)]
    for places in (verbatim, list(_typeset(text, exact))):
        place = _in_context(text, places, prefix, suffix) or _at(start, places)
        if place:
            return place
        standing = [place for place in places if _stands(text, place, prefix, suffix)]
        if standing:
            return standing[0] if len(standing) == 1 else None
    return _reworded(text, exact, prefix, suffix)


def _in_context(text: str, places: list[Place], prefix: str, suffix: str) -> Place | None:
    """The one place with exactly the stored surroundings, be they kept without spacing."""
    if not (prefix or suffix):
        return None
    exactly = [place for place in places if _is_between(text, place, prefix, suffix)]
    flat_prefix, flat_suffix = _flat(prefix), _flat(suffix)
    found = exactly or [
        (start, end)
        for start, end in places
        if _flat(text[max(0, start - 2 * len(prefix) - CONTEXT) : start]).endswith(flat_prefix)
        and _flat(text[end : end + 2 * len(suffix) + CONTEXT]).startswith(flat_suffix)
    ]
    return found[0] if len(found) == 1 else None


def _is_between(text: str, place: Place, prefix: str, suffix: str) -> bool:
    return text.endswith(prefix, 0, place[0]) and text.startswith(suffix, place[1])


def _flat(text: str) -> str:
    """Without any spacing: a form field of one line takes line breaks out, and joins words."""
    return "".join(text.split())


def _at(start: int | None, places: list[Place]) -> Place | None:
    return next((place for place in places if place[0] == start), None)


def _typeset(text: str, exact: str) -> Iterator[Place]:
    """Yield the places of the quote where spacing, quotation marks or dashes may differ."""
    pattern = "".join(map(_piece, _PIECE.findall(exact.strip()))).removeprefix(r"\s*")
    return (match.span() for match in re.finditer(pattern, text))


def _piece(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    return rf"\s*{_MARK_CLASSES[piece]}" if piece in _MARK_CLASSES else re.escape(piece)


def _reworded(text: str, exact: str, prefix: str, suffix: str) -> Place | None:
    """The nearest passage, if it says the same at the same place."""
    place = nearest(text, exact)
    place = place and _widened(text, *place)
    if place is None or not says_the_same(exact, text[slice(*place)]):
        return None
    return place if _stands(text, place, prefix, suffix) else None


# -- Surroundings -----------------------------------------------------------------------------
def _stands(text: str, place: Place, prefix: str, suffix: str) -> bool:
    """Whether a passage that says what the quote says can be the one that was cited.

    What stands before it tells of whom it speaks, so that must be the same; where it is another
    text, what follows will do for a passage that names its subject itself. Where the text was cut
    off, it says nothing against the other side.
    """
    start, end = place
    if not _is_whole(text, start, end):
        return False
    if not (prefix or suffix):
        return True
    before = _side(prefix[::-1], text[max(0, start - len(prefix) - CONTEXT) : start][::-1])
    after = _side(suffix, text[end : end + len(suffix) + CONTEXT])
    if Side.ALIKE in (before, after):
        return False
    if before is Side.SAME or after is not Side.SAME:
        return before is Side.SAME
    return before is Side.NOTHING or _names_its_subject(text[start:end])


def _names_its_subject(passage: str) -> bool:
    return any(mention.kind is Kind.NAME for mention in mentions(passage))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a passage cuts no word and no number at its ends."""
    return not (_is_cut(text, start) or _is_cut(text, end))


def _widened(text: str, start: int, end: int) -> Place:
    """The passage with the rest of the words and numbers that it cuts."""
    while _is_cut(text, start):
        start -= 1
    while _is_cut(text, end):
        end += 1
    return start, end


def _is_cut(text: str, at: int) -> bool:
    around = text[max(0, at - 2) : at + 2]
    if len(around) < 2 or not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    is_word = left.isalnum() and right.isalnum() and max(left, right) < "\u3040"
    is_number = left.isdigit() and right in ".," and text[at + 1 : at + 2].isdigit()
    is_rest = right.isdigit() and left in ".," and text[max(0, at - 2) : at - 1].isdigit()
    return is_word or is_number or is_rest


def _side(stored: str, found: str) -> Side:
    """Compare outwards from the passage; both read away from it, so before it backwards."""
    wanted, words = words_of(stored), words_of(found)
    if not wanted:
        return Side.FOREIGN if words else Side.SAME
    if not words:
        return Side.NOTHING
    near = words[: len(wanted)]
    is_far_word = len(near) == len(wanted) and near[-1].startswith(wanted[-1])  # or a part of it
    if is_far_word and near[:-1] == wanted[:-1]:
        return Side.SAME
    likeness = SequenceMatcher(None, " ".join(wanted), " ".join(near), autojunk=False).ratio()
    return Side.ALIKE if likeness >= _ALIKE else Side.FOREIGN
