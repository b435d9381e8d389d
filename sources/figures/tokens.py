"""Cutting a text into words, numbers and marks, each at its place. One pass, no backtracking to
speak of.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(
    rf"""
    (?P<date>[0-9]{{4}}(?P<a>[-/.])[0-9]{{1,2}}(?P=a)[0-9]{{1,2}}(?![0-9])
            |[0-9]{{1,2}}(?P<b>[-/.])[0-9]{{1,2}}(?P=b)[0-9]{{4}}(?![0-9]))
    |(?P<clock>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9]))
    |(?P<number>[0-9]{{1,3}}(?:[ \u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?
               |[0-9]+(?:[.,'’][0-9]+)*)
    |(?P<currency>[A-Z]{{0,3}}[$€£¥₹₩₽￥])
    |(?P<chinese>第?[一二三四1-4]季度|前[一二三]季度|[上下]半年|百分点|个月|小时
                |万亿|亿|千万|百万|万|公斤|千克|公里|千米|兆瓦|千瓦时|千瓦
                |美元|欧元|日元|港元|英镑|人民币|[{_CJK}])
    |(?P<dotted>(?:[^\W\d_{_CJK}]\.){{2,}})
    |(?P<initials>[A-Z]{{1,2}}&[A-Z]{{1,2}}(?![^\W_]))
    |(?P<word>(?!\d)[^\W_{_CJK}](?:[^\W_{_CJK}]|[\u0300-\u036f])*(?:['’](?!\d)[^\W_{_CJK}]+)*)
    |(?P<line>\n(?![ \t]*(?:[a-z]|[0-9]+(?![0-9.)]))))
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
HYPHENS = frozenset("-‐‑–—−~")
_ENDS = frozenset(".!?:…•|·*")
_OPENING = frozenset('“"‘«「')
# A point after these ends no sentence.
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st no nos vs approx ca gen gov sen rep col capt rev hon jr sr dept est fig "
    "vol art sec mt jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Points within these are not the initials of a person, so what follows may open a sentence.
_NOT_A_PERSON = frozenset("us uk eu un uae usa am pm eg ie spa nv sa bv kg llc sro ussr".split())


class Token(NamedTuple):
    """A word, number or mark; `word` is folded and has no possessive, `opens` is of a sentence."""

    sort: str
    text: str
    start: int
    end: int
    word: str
    opens: bool
    is_capital: bool = False
    is_possessive: bool = False


def tokenise(text: str) -> tuple[Token, ...]:
    """Every token of a text, in order; where a line runs on in the next, its end is none."""
    tokens: list[Token] = []
    opens = True
    for found in _TOKEN.finditer(text):
        sort, word = found.lastgroup or "mark", found[0]
        sort = "word" if sort == "initials" else sort
        is_capital = is_possessive = False
        if sort in ("word", "dotted"):
            is_capital = word[0].isupper()
            is_possessive = word.endswith(("'s", "’s"))
            word = plain(word[:-2] if is_possessive else word)
        start, end = found.span()
        tokens.append(Token(sort, found[0], start, end, word, opens, is_capital, is_possessive))
        opens = _opens_next(tokens, opens=opens)
    return tuple(tokens)


def is_glued(one: Token, other: Token) -> bool:
    """Whether nothing stands between them."""
    return one.end == other.start


def hyphens_within(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Where a hyphen ties two words or numbers: "five-year", not "five - year"."""
    return frozenset(
        index
        for index, (before, token) in enumerate(pairwise(tokens), start=1)
        if token.text in HYPHENS
        and is_glued(before, token)
        and index + 1 < len(tokens)
        and is_glued(token, tokens[index + 1])
    )


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word without case, accents, apostrophes and points."""
    if not word.isascii():
        marked = unicodedata.normalize("NFKD", word.casefold().translate(_UNDECOMPOSED))
        word = "".join(mark for mark in marked if not unicodedata.combining(mark))
    return word.casefold().replace("'", "").replace("’", "").replace(".", "").replace("&", "")


def _opens_next(tokens: list[Token], *, opens: bool) -> bool:
    """Whether the token that comes next may open a sentence."""
    last = tokens[-1]
    if last.sort == "line" or last.text in _OPENING:
        return True
    if last.sort == "dotted":
        return last.word in _NOT_A_PERSON
    if last.sort != "mark":
        return False
    if last.text == "." and len(tokens) > 1:
        before = tokens[-2]
        is_initial = len(before.text) == 1 and before.text.isupper()
        return not (is_initial or before.word in _ABBREVIATED)
    return opens or last.text in _ENDS
