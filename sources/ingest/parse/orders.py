"""Sentences that are orders, however they are worded: as a command, a duty, or the report of one."""

import re
from collections.abc import Iterator, Sequence

from sources.ingest.parse.grammar import is_order

_ADVERBS = r"(?:(?:also|now|hereby|further|strictly|all|both|thus|therefore|henceforth|each|(?!(?:un)?likely)[a-z]+ly) ){0,2}"
_CALLED = (
    r"(?:required|ordered|told|instructed|directed|obliged|asked|urged|requested|commanded|mandated"
    r"|called (?:up)?on|forbidden|prohibited|banned|barred|reminded)"
)
_DUTY = re.compile(
    r"(?:No|Nobody|No one|None|Neither|Nothing)\b[^.;:?!]{1,80}? (?:may|can)(?= )"
    rf"|[^.;:?!]{{2,160}}? (?:must|shall|may not|cannot|(?:is|are|was|were|has been|have been|will be) {_ADVERBS}"
    rf"(?:{_CALLED}\b(?! by\b)|to(?= [a-z]))|(?:has|have|need|needs|will have) to(?= [a-z]))(?= )"
)
_REPORT = re.compile(
    rf"[^.;:?!]{{2,100}}? {_ADVERBS}(?:ordered|orders|instruct(?:ed|s)|direct(?:ed|s)|told|tells|require[sd]|oblige[sd]"
    r"|ask(?:ed|s)|urge[sd]|command(?:ed|s)|mandate[sd]|call(?:ed|s) (?:up)?on|banned|bans|barred|bars"
    r"|prohibit(?:ed|s)|forbade|forbids) [^.;:?!]{2,120}? (?:to (?=[a-z])|from (?=[a-z]+ing\b))"
)
_ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Finally|Last|Lastly)(?:ly)?,? "
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten): "
)
_MODAL = re.compile(
    r"(?:it|they|the [a-z ]{2,40}|[a-z ]{2,40}) (?:must|shall|will|should|is to|are to) "
)


def is_duty(sentence: str) -> bool:
    """Whether somebody is bound to do or to leave something: "Makers must report each month"."""
    return not sentence.endswith(("?", ":")) and bool(_DUTY.match(sentence))


def is_order_sentence(sentence: str) -> bool:
    """Whether a sentence of running text gives an order, or tells who ordered what."""
    if sentence.endswith(("?", ":")):
        return False
    if ordinal := _ORDINAL.match(sentence):
        behind = sentence[ordinal.end() :]
        return is_order(behind) or bool(_MODAL.match(behind)) or is_duty(f"It {behind}")
    return is_order(sentence) or is_duty(sentence) or bool(_REPORT.match(sentence))


def is_counted(sentence: str) -> bool:
    """Whether the sentence is one of a series: "Second, cut the losses"."""
    return bool(_ORDINAL.match(sentence))


def split_series(sentences: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Runs of sentences that are counted, and the runs between them."""
    group: list[str] = []
    was_counted = False
    for sentence in sentences:
        counted = is_counted(sentence)
        if group and counted != was_counted:
            yield was_counted, group
            group = []
        group.append(sentence)
        was_counted = counted
    if group:
        yield was_counted, group
