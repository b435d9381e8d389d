"""The proper names of a text: runs of capitalised words that no rule of spelling explains."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sources.figures.mention import Kind, Mention, Name
from sources.figures.naming import significant
from sources.figures.ordinary import is_ordinary, looks_ordinary
from sources.figures.terms import Cut
from sources.figures.tokens import HYPHENS, Token
from sources.figures.words import (
    BODIES,
    CONNECTORS,
    DAYS,
    FUNCTION,
    MONTHS,
    TAILS,
    TITLES,
)

_CUTTING = DAYS | (FUNCTION - CONNECTORS) | frozenset(MONTHS) | {"the"}
# Before these a first word of a sentence is a verb or a noun: "Publish the", "Output:".
_NOT_BEHIND_NAMES = frozenset("the a an its their all every each any of this these those :".split())
_LONG = 4  # letters, from which a word of a heading has a capital
_HEADING = 4  # words of such length at least
_SHOUTED = 3  # words all in capitals; fewer may be acronyms
_ACRONYM = range(2, 8)


def find_names(cut: Cut, taken: frozenset[int]) -> Iterator[Mention]:
    """Every name outside of the tokens that figures and dates have taken."""
    headings = _Headings(cut.tokens)
    for run in _runs(cut, taken | headings.shouted):
        for piece in _pieces(cut.tokens, run):
            if piece[0] in headings.capitalised:
                yield from (_mention(cut, (at,), opens=True) for at in _unusual(cut, piece))
            elif not _is_no_name(cut.tokens, piece):
                yield _mention(cut, piece, opens=cut.tokens[piece[0]].opens)


class _Headings:
    """Which tokens stand in a sentence that capitalises every word, or is all in capitals."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.capitalised: set[int] = set()
        self.shouted: set[int] = set()
        starts = [at for at, token in enumerate(tokens) if token.opens]
        for first, last in pairwise([*starts, len(tokens)]):
            words = [each for each in tokens[first:last] if each.sort == "word"]
            if _is_heading(words):
                self.capitalised.update(range(first, last))
            if len(words) >= _SHOUTED and all(word.text.isupper() for word in words):
                self.shouted.update(range(first, last))


def _is_heading(words: Sequence[Token]) -> bool:
    """Whether all but little words have capitals; a few capitals alone may be a name instead."""
    capital = [word for word in words if word.word not in FUNCTION]
    long = [word for word in capital if len(word.word) >= _LONG]
    if not all(word.is_capital for word in long):
        return False
    has_little = any(word.is_capital and word.word in _CUTTING for word in words)
    is_all = len(capital) > 1 and all(word.is_capital for word in capital)
    return len(long) >= _HEADING or (has_little and is_all)


def _runs(cut: Cut, closed: frozenset[int]) -> Iterator[list[int]]:
    """Capitalised words side by side, tied by a hyphen, by "of", or by the point of an initial."""
    run: list[int] = []
    between: list[int] = []
    for at, token in enumerate(cut.tokens):
        if (token.is_capital or _is_syllable(cut, at)) and at not in closed:
            if run and (token.opens or not _ties(cut, run[-1], between)):
                yield run
                run = []
            run.append(at)
            between = []
        elif run and at not in closed and _may_tie(cut, at):
            between.append(at)
        elif run:
            yield run
            run, between = [], []
        if run and token.is_possessive:
            yield run
            run, between = [], []
    if run:
        yield run


def _is_syllable(cut: Cut, at: int) -> bool:
    """Whether a hyphen makes it the end of a name: "Do-yoon", but not "Kestrel-owned"."""
    token = cut.tokens[at]
    if not (token.sort == "word" and _is_tie(cut, at - 1) and cut.tokens[at - 2].is_capital):
        return False
    return not (token.word in TAILS or is_ordinary(token.word))


def _may_tie(cut: Cut, at: int) -> bool:
    token = cut.tokens[at]
    return _is_tie(cut, at) or token.text == "." or token.text in CONNECTORS


def _is_tie(cut: Cut, at: int) -> bool:
    """Whether it is a hyphen within a word; a dash is not."""
    return at in cut.hyphens and cut.tokens[at].text in "-‐‑"


def _ties(cut: Cut, last: int, between: Sequence[int]) -> bool:
    """Whether what stands between two capitalised words makes them one name."""
    words = [cut.tokens[at].word for at in between if cut.tokens[at].sort == "word"]
    if "for" in words and cut.tokens[last].word not in BODIES:
        return False
    return len(words) < 3 and len(between) - len(words) < 2


def _pieces(tokens: Sequence[Token], run: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The run without titles, weekdays and little words, cut where they stood."""
    piece: list[int] = []
    for at in run:
        is_syllable = at + 2 in run and tokens[at + 1].text in HYPHENS
        is_little = tokens[at].word in _CUTTING and not tokens[at].text.isupper()
        if (is_little or tokens[at].word in TITLES) and not is_syllable:
            if piece:
                yield tuple(piece)
            piece = []
        else:
            piece.append(at)
    if piece:
        yield tuple(piece)


def _unusual(cut: Cut, piece: Sequence[int]) -> Iterator[int]:
    """The words of a heading that can only be names."""
    for at in piece:
        word = cut.tokens[at].word
        if len(word) > 2 and not (is_ordinary(word) or looks_ordinary(word)):
            yield at


def _is_no_name(tokens: Sequence[Token], piece: Sequence[int]) -> bool:
    words = tuple(significant(tokens, piece[0], piece[-1] + 1))
    if len(words) == 2 and tokens[piece[0]].opens:
        return all(is_ordinary(tokens[word.at].word) for word in words)
    if len(words) != 1:
        return all(len(word.stem) == 1 for word in words)
    token = tokens[words[0].at]
    if len(token.word) == 1 or is_ordinary(token.word):
        return True
    if not token.opens:
        return False
    following = tokens[piece[-1] + 1].text if piece[-1] + 1 < len(tokens) else ""
    return looks_ordinary(token.word) or following in _NOT_BEHIND_NAMES


def _mention(cut: Cut, piece: Sequence[int], *, opens: bool) -> Mention:
    first, last = cut.tokens[piece[0]], cut.tokens[piece[-1]]
    parts = tuple(_parts(cut.tokens, piece))
    is_acronym = len(piece) == 1 and first.text.isupper() and len(first.word) in _ACRONYM
    end = last.end - 2 if last.is_possessive else last.end
    return Mention(
        kind=Kind.NAME,
        start=first.start,
        end=end,
        text=cut.text[first.start : end],
        readings=(Name(parts, opens, is_acronym),),
    )


def _parts(tokens: Sequence[Token], piece: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The words that count, parted where "of" stands between them."""
    first = piece[0]
    for at in range(piece[0], piece[-1] + 2):
        if at > piece[-1] or tokens[at].text == "of":
            words = tuple(word.stem for word in significant(tokens, first, at))
            if words:
                yield words
            first = at + 1
