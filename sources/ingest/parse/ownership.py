"""What a text says itself on who owns the organisations that it names. Nothing is inferred."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sources.ingest.parse.credits import is_speaker
from sources.ingest.parse.names import Name

_POWER = r"(?:state|government|party|ministry|politburo|municipality)"
_STATE = (
    r"(?:(?:state|government|party)-(?:owned|run|controlled|affiliated|led|held|operated|funded|backed)"
    r"|(?:owned|controlled|run|held|operated) by (?:the |an? )?(?:(?!third|private)[\w’'-]+ ){0,3}?"
    rf"{_POWER}\b"
    r"|state (?:media|broadcaster|enterprise|company|conglomerate|news agency|holding)"
    r"|(?:state|government|party) (?:newspaper|outlet|body|agency|paper|daily|organ|mouthpiece|regulator|authority|entity|institution)"
    r"|government (?:ministry|department|bureau|office|institute)"
    r"|(?:newspaper|mouthpiece|organ|outlet|paper|daily) of (?:the )?(?:[\w’'-]+ ){0,4}?"
    rf"{_POWER}\b"
    r"|state ownership)"
)
_PRIVATE = (
    r"(?:privately[- ](?:owned|held|run)|private(?:ly)? (?:company|firm|group|enterprise)"
    r"|(?:not|non)[- ]state-owned|no state owner)"
)
_HAS_STATE = re.compile(_STATE, re.IGNORECASE)
_HAS_PRIVATE = re.compile(_PRIVATE, re.IGNORECASE)
_WORDS = rf"(?:{_STATE}|{_PRIVATE})"
# Nothing may stand between that makes them another's: "a supplier of the state-owned railway".
_PLAIN = r"(?:one of |(?!(?:against|by|for|from|like|of|than|to|unlike|with)\b)[\w’'-]+,? ){0,8}?"
_BRACKET = re.compile(
    rf"(?: [a-z]+)? ?\((?P<words>{_PLAIN}(?:[a-z]+-)?{_WORDS}[^()]{{0,80}})\)", re.IGNORECASE
)
_APPOSITION = re.compile(
    rf"(?: ?\([^()]{{1,60}}\))?(?:,| [–—-]|[–—]) ?"
    rf"(?P<words>{_PLAIN}(?:[a-z]+-)?{_WORDS}[^,;.()–—]{{0,80}})",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"(?:,? (?:which|who))? (?:is|are|was|were|remains?) (?P<words>(?:itself |both |all |also |still |a |an |the"
    r" |partially |partly |wholly |fully |largely |majority |ultimately |one of |[a-z]+[’']s |its )*"
    r"(?:(?!(?:by|for|from|of|to|with|\w+ing)\b)[a-z]+ ){0,2}?"
    rf"(?:[a-z]+-)?{_WORDS}[^,;.()–—]{{0,60}})",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    rf"(?P<words>{_WORDS}(?: [a-z][\w-]*){{0,5}}?)"
    r"(?:,? (?:specifically|namely|including|such as|like|primarily))? ?\(?(?:the )?$",
    re.IGNORECASE,
)
_ATTRIBUTE_AND_COMMA = re.compile(
    rf"(?P<words>{_WORDS}(?: [a-z][\w-]*){{0,3}}), (?:the )?$", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"(?:both|all|each|two|three|either) "
    r"|.*\b(?:media|outlets|entities|companies|enterprises|sources|bodies|organi[sz]ations)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"^(?P<words>(?:Both|All|Each)\b[^.]{{0,40}} (?:is|are) [^.]{{0,40}}{_WORDS}[^.]{{0,60}})"
)
_ALL_OF_WHICH = re.compile(
    rf",? (?P<words>(?:both|all|each) of which (?:is|are) [^,;.()]{{0,40}}?{_WORDS}[^,;.()]{{0,60}})"
)
_JOINED = re.compile(r"(?:,| and|, and| &) (?:the )?")

_OWNER_BEFORE = re.compile(
    r"(?:\b(?:subsidiar(?:y|ies)|units?|arm|affiliates?|division|flagship|part|branch|organ|mouthpiece"
    r"|newspaper|outlet|publication) of"
    r"|\b(?:owned|controlled|run|operated|backed|held|managed) by"
    r"|\bparent(?: company| group| firm| entity)?,?)(?: (?:the|state-owned|its))* $",
    re.IGNORECASE,
)
_OWNER_AFTER = re.compile(
    r" ?[(,] ?(?:its|the|whose|a) (?:\w+[- ])?(?:parent|owner)\b|[’']s? (?:\w+ ){0,2}(?:subsidiar(?:y|ies)|unit|arm)\b"
    r"|-owned\b| ?[(,] ?(?:the )?owner of\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r",? (?:which )?(?:owns|controls) (?:[a-z\d.%]+ ){0,5}(?=[A-Z])")
_OWNER_WORDS = 60


class Statement(NamedTuple):
    """What the words say of a name; `state_owned` is None where they only name an owner."""

    name: Name
    state_owned: bool | None
    words: str


def statements(sentence: str, names: Sequence[Name]) -> Iterator[Statement]:
    """Every name of the sentence whose ownership the words beside it tell.

    Words on several bodies ("both state-owned", "state media such as") hold for the whole list.
    """
    for order, name in enumerate(names):
        words = _words_beside(sentence, name)
        if not words:
            continue
        yield _statement(name, words)
        if _OF_ALL.match(words):
            yield from (_statement(each, words) for each in _joined(sentence, names, order))


def statement_on_all(sentence: str) -> tuple[bool, str] | None:
    """What "Both are state-owned." says of the names in the sentence before."""
    found = _BOTH.match(sentence)
    return (_is_state(found["words"]), found["words"]) if found else None


def is_owner(sentence: str, name: Name) -> bool:
    """Whether the sentence says that the name owns another body."""
    before = sentence[max(name.start - _OWNER_WORDS, 0) : name.start]
    behind = _OWNER_AFTER.match(sentence, name.end) or _OWNS.match(sentence, name.end)
    return bool(_OWNER_BEFORE.search(before) or behind)


def _words_beside(sentence: str, name: Name) -> str:
    before = sentence[max(name.start - 2 * _OWNER_WORDS, 0) : name.start]
    found = (
        _BRACKET.match(sentence, name.end)
        or _ALL_OF_WHICH.match(sentence, name.end)
        or _PREDICATE.match(sentence, name.end)
        or _APPOSITION.match(sentence, name.end)
        or _ATTRIBUTE.search(before)
        or (not is_speaker(sentence, name) and _ATTRIBUTE_AND_COMMA.search(before))
    )
    return found["words"].strip() if found else ""


def _joined(sentence: str, names: Sequence[Name], order: int) -> Iterator[Name]:
    """The names on either side of `names[order]` that a list joins to it."""
    for left, right in pairwise(reversed(names[: order + 1])):
        if not _JOINED.fullmatch(sentence, right.end, left.start):
            break
        yield right
    for left, right in pairwise(names[order:]):
        if not _JOINED.fullmatch(sentence, left.end, right.start):
            break
        yield right


def _statement(name: Name, words: str) -> Statement:
    return Statement(name, _is_state(words), words)


def _is_state(words: str) -> bool:
    return bool(_HAS_STATE.search(words)) and not _HAS_PRIVATE.search(words)
