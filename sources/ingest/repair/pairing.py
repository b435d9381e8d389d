"""Pairs quotation marks along a line; a lost mark that neither spelling nor pairing explains is a
dash.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from sources.ingest.repair.marks import (
    APOSTROPHE,
    CLOSE,
    CLOSE_SINGLE,
    EM,
    LOST,
    MINUS,
    OPEN,
    OPEN_SINGLE,
    Context,
    Decision,
    context_of,
)

_BEFORE_OPENING = frozenset("([{—–/\"'" + OPEN + OPEN_SINGLE)
_AFTER_CLOSING = frozenset(".,;:!?)]}—–/\"'" + CLOSE + LOST)
# A possessive is followed by what is owned, never by one of these.
_FUNCTION_WORDS = frozenset(
    """
    a after also amid an and are as at be because been but by can could did do for from had
    has have if in into is it its may might must nor not of on or over said says should since
    so than that the their they this to under until was were when where which while who will
    with would yet
    """.split()
)


@dataclass
class _Walk:
    """Where the pairing stands: the line, written over as marks are decided, and what is open."""

    chars: list[str]
    closers_left: int
    open_quotes: list[str] = field(default_factory=list)


def pair_marks(chars: list[str], *, quotes_only: frozenset[int]) -> Iterator[tuple[int, Decision]]:
    """Place and decision for every `LOST` in `chars`, which is written over on the way.

    `quotes_only` are the places where a surviving byte rules out dashes.
    """
    places = [at for at, char in enumerate(chars) if char in (LOST, OPEN, CLOSE)]
    walk = _Walk(chars, sum(_closes(context_of(chars, at)) for at in places))
    for at, following in zip_longest(places, places[1:]):
        context = context_of(chars, at)
        walk.closers_left -= _closes(context)
        if chars[at] != LOST:
            _follow_intact(walk, chars[at])
            continue
        next_closes = following is not None and _closes(context_of(chars, following))
        decision = _decide(walk, context, next_closes=next_closes)
        if at in quotes_only and decision.char in (EM, MINUS):
            decision = Decision(APOSTROPHE, "apostrophe in a word", sure=False)
        chars[at] = decision.char
        yield at, decision


def _follow_intact(walk: _Walk, char: str) -> None:
    if char == OPEN:
        walk.open_quotes.append(OPEN)
    elif walk.open_quotes:
        walk.open_quotes.pop()


def _opens(context: Context) -> bool:
    is_start = not context.previous.strip() or context.previous in _BEFORE_OPENING
    return is_start and bool(context.next.strip())


def _closes(context: Context) -> bool:
    is_end = not context.next.strip() or context.next in _AFTER_CLOSING
    return is_end and bool(context.previous.strip()) and not _opens(context)


def _decide(walk: _Walk, context: Context, *, next_closes: bool) -> Decision:
    if _opens(context):
        return _open(walk, context)
    if _closes(context):
        return _close(walk, context, next_closes=next_closes)
    return _dash(context)


def _open(walk: _Walk, context: Context) -> Decision:
    if context.next.isdigit() and not walk.closers_left and not walk.open_quotes:
        return Decision(MINUS, "minus before a figure", sure=False)
    is_nested = bool(walk.open_quotes) and walk.closers_left > len(walk.open_quotes)
    if is_nested and len(walk.open_quotes) % 2:
        walk.open_quotes.append(OPEN_SINGLE)
        return Decision(OPEN_SINGLE, "quotation mark opens within a quotation", sure=False)
    walk.open_quotes = [OPEN]
    return Decision(OPEN, "quotation mark opens", sure=walk.closers_left > 0)


def _close(walk: _Walk, context: Context, *, next_closes: bool) -> Decision:
    if not walk.open_quotes:
        return _close_nothing(context)
    if context.next == LOST and len(walk.open_quotes) == 1:
        return _before_lost(walk, context)
    if next_closes and len(walk.open_quotes) == 1 and _is_possessive(context):
        return Decision(APOSTROPHE, "apostrophe of a possessive", sure=False)
    is_single = walk.open_quotes.pop() == OPEN_SINGLE
    return Decision(CLOSE_SINGLE if is_single else CLOSE, "quotation mark closes")


def _close_nothing(context: Context) -> Decision:
    if context.next == LOST or context.previous == CLOSE:
        return Decision(EM, "em dash beside a quotation", sure=True)
    if context.previous in ("s", "S"):
        return Decision(APOSTROPHE, "apostrophe of a possessive")
    if context.previous in (".", ",", "!", "?") or not context.next:
        return Decision(CLOSE, "quotation mark closes", sure=False)
    return Decision(EM if context.next.isspace() else CLOSE, "no partner in the line", sure=False)


def _before_lost(walk: _Walk, context: Context) -> Decision:
    """The first of two lost marks in a row, with one quotation open."""
    ends_there = not context.after[1:2].strip() or context.after[1:2] in _AFTER_CLOSING
    if ends_there and context.previous in ("s", "S"):
        return Decision(APOSTROPHE, "apostrophe of a possessive", sure=False)
    if ends_there and context.previous.isalpha():
        return Decision(EM, "em dash before a quotation breaks off", sure=False)
    walk.open_quotes.pop()
    return Decision(CLOSE, "quotation mark closes")


def _is_possessive(context: Context) -> bool:
    follower = context.after.strip().split(" ")[0].lower()
    is_noun_next = (
        context.next == " " and follower[:1].isalpha() and follower not in _FUNCTION_WORDS
    )
    return context.previous in ("s", "S") and is_noun_next


def _dash(context: Context) -> Decision:
    if not context.previous.strip() or not context.next.strip():
        return Decision(EM, "dash between spaces", sure=False)
    is_between_names = context.previous.isupper() and context.next.isupper()
    return Decision(EM, "em dash between words", sure=not is_between_names)
