"""A line of date and author at the head or foot of an item, in whatever order a page puts it."""

import datetime
import re
from collections.abc import Sequence

from sources.ingest.parse import labels
from sources.ingest.parse.dates import find_date, is_date_line

_LONGEST = 160
_LONGEST_DETAIL = 80
_WORDS_OF_A_RUBRIC = 3
_NAME = r"(?:[A-Z][\w.’'-]+(?: (?:[a-z]{1,3} )?(?:[A-Z][\w.’'-]*)){1,3}|[A-Z]{2,6})"
_NAMES = rf"{_NAME}(?:(?:, and |, | and | & ){_NAME}){{0,4}}"
_BY = re.compile(
    r"^(?:written |reported |posted |published |story )?(?:by|author|reporter|writer)\b\s*:?\s*"
    r"(?P<name>[^\d|]{2,80}?)$",
    re.IGNORECASE,
)
_JOB = (
    r"(?:author|reporter|editor|correspondent|writer|journalist|analyst|columnist|staff|contributor"
    r"|producer|bureau chief|intern|blogger)"
)
_HAS_JOB = re.compile(rf"\b{_JOB}\b", re.IGNORECASE)
_PARTICLES = frozenset("and at by da de del der di du for in la le of the van von with".split())
_PLACED = re.compile(rf"^(?P<name>{_NAMES}) (?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}$")
_ROLE = re.compile(rf"^(?P<name>{_NAMES}),\s*(?:(?:the|an?) )?(?:\w+ ){{0,3}}?{_JOB}\b.{{0,60}}$")
_ROLE_ALONE = re.compile(
    rf"^(?:(?:[\w&’'-]+ ){{0,4}}{_JOB}\b.{{0,60}}|reporting from .{{2,60}})$", re.IGNORECASE
)
_BARE_NAME = re.compile(rf"^{_NAMES}$")
_PIECES = re.compile(
    r"\s*[|·•]\s*|\s+[–—-]\s+|\s+(?=(?:source|author|editor|reporter|views?|time|date|clicks?|hits): ?\S)"
    r"|(?<=reporter), |(?<=writer), |(?<=editor), |\s+on\s+(?=[a-z]{3,9}\.? \d|\d)|\s{2,}|(?<=\d)\s+(?=by\s)"
    r"|^by (?=admin)",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    """Whether a line says only what somebody does: "Transport correspondent"."""
    return bool(_ROLE_ALONE.match(text))


def is_detail(text: str) -> bool:
    """Whether a line tells a detail of the item after its label: "Editor: Li Na"."""
    label, colon, detail = text.partition(":")
    is_short = len(detail) <= _LONGEST_DETAIL and bool(detail.strip())
    return bool(colon) and is_short and bool(labels.DETAILS.fullmatch(labels.bare(label)))


def split_details(text: str) -> list[str]:
    """The pieces of a line, however they are set apart."""
    return [piece for piece in _PIECES.split(text) if piece]


def read_details(text: str, *, may_be_name: bool) -> tuple[datetime.date | None, str | None]:
    """Date and byline of a line that holds nothing else; a bare name counts where it may."""
    if len(text) > _LONGEST:
        return None, None
    if is_date_line(text):
        return find_date(text), None
    byline = _read_byline(text, may_be_name=may_be_name)
    if byline:
        return None, byline
    pieces = split_details(text)
    return _read_pieces(pieces) if len(pieces) > 1 else (None, None)


def _names_somebody(name: str) -> bool:
    """Whether what stands behind "By" is a name or a job, not the rest of a sentence."""
    words = name.split()
    lower = [word for word in words if word[0].islower() and word not in _PARTICLES]
    return len(words) <= 12 and (not lower or len(words) == 1 or bool(_HAS_JOB.search(name)))


def _read_pieces(pieces: Sequence[str]) -> tuple[datetime.date | None, str | None]:
    date, byline, strange = None, None, 0
    for piece in pieces:
        if is_date_line(piece):
            date = date or find_date(piece)
        elif found := _read_byline(piece, may_be_name=True):
            byline = byline or found
        else:
            is_labelled = bool(labels.DETAILS.fullmatch(piece.partition(":")[0]))
            strange += len(piece.split()) > _WORDS_OF_A_RUBRIC and not is_labelled
    return (date, byline) if date and not strange else (None, None)


def _read_byline(text: str, *, may_be_name: bool) -> str | None:
    found = _BY.match(text) or _ROLE.match(text)
    if found and _names_somebody(found["name"]):
        return found["name"].strip(" .,")
    if not may_be_name or text.isupper():
        return None
    placed = _PLACED.match(text)
    is_name = _BARE_NAME.match(text) and len(text.split()) <= 3
    return placed["name"] if placed else text if is_name else None
