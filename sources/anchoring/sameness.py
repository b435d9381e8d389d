"""Whether two wordings say the same: spelling may differ, a word, a figure or a name may not.

A rule here may refuse what a person would accept; that is an orphan and a finding. It must not
accept what a person would refuse.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from sources.figures import unsupported

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
_NOT = re.compile(r"\bcan(?:not|['’]?t)\b|n['’]t\b")
_LITTLE = frozenset("a an and of that the".split())
_NEGATIONS = frozenset("no non none nor not never neither nobody nothing without".split())
_ENDINGS = ("ing", "es", "ed", "s", "d")


def words_of(text: str) -> list[str]:
    """The words without capitals, accents and marks; "don't" is "do not", ideographs are single."""
    plain = unicodedata.normalize("NFKD", _NOT.sub(" not", text.casefold()))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _WORD.findall(plain)


def says_the_same(quote: str, passage: str) -> bool:
    """Whether a passage differs from a quote by slips alone: spelling, endings, articles."""
    said, found = words_of(quote), words_of(passage)
    changes = SequenceMatcher(None, said, found, autojunk=False).get_opcodes()
    return all(
        kind == "equal" or _are_slips(said[a:b], found[c:d]) for kind, a, b, c, d in changes
    ) and not (unsupported(quote, [passage]) or unsupported(passage, [quote]))


def _are_slips(said: Sequence[str], found: Sequence[str]) -> bool:
    if len(said) == len(found):
        return all(map(_is_slip, said, found))
    if _is_slip("".join(said), "".join(found)):
        return True
    said, found = _weighty(said), _weighty(found)
    return said == found or _is_slip("".join(said), "".join(found))


def _weighty(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _LITTLE]


def _is_slip(said: str, found: str) -> bool:
    """Whether one word is the other misspelled: another letter in its place is another word."""
    if said == found:
        return True
    is_spelled = all(word.isalpha() and word < "\u3040" for word in (said, found))
    if not is_spelled or said in _NEGATIONS or found in _NEGATIONS:
        return False
    short, long = sorted((said, found), key=len)
    if len(short) > 4 and long == f"a{short}":  # typical, atypical
        return False
    return (
        _without_ending(said) == _without_ending(found)
        or any(short == long[:at] + long[at + 1 :] for at in range(len(long)))
        or (len(said) > 4 and said[0] == found[0] and sorted(said) == sorted(found))
    )


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word
