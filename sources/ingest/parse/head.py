"""The head of an item: title, date and byline, before the highlights or the first paragraph."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, TextBlock
from sources.ingest.parse.dates import dateline, find_date, is_date_line
from sources.ingest.parse.headings import is_heading_shaped, is_prose

_HEAD_LINES = 8
_KICKER_WORDS = 3
_MAX_TITLE = 220
_TITLE_LABEL = re.compile(r"^(?:title|headline)\s*:\s*", re.IGNORECASE)
_DATE_LABEL = re.compile(r"^(?:date|published)\s*:", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w.’'-]+(?: (?:[a-z]{1,3} )?(?:[A-Z][\w.’'-]*)){1,3}|[A-Z]{2,6})"
_NAMES = rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,4}}"
_BY = re.compile(
    r"^(?:written |reported |posted |published |story )?(?:by|author|reporter|writer)\b\s*:?\s*(?P<name>[^\d|]{2,80}?)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"^(?P<name>{_NAMES}),\s*(?:(?:the|an?) )?(?:\w+ ){{0,3}}?(?:author|reporter|editor|correspondent|writer|journalist"
    r"|analyst|columnist|staff|contributor|producer|bureau chief|intern|blogger)\b.{0,60}$"
)
_BARE_NAME = re.compile(rf"^{_NAMES}$")
_PIECES = re.compile(
    r"\s*[|·•]\s*|\s+[–—-]\s+|\s{2,}|(?<=\d)\s+(?=by\s)|^by (?=admin)", re.IGNORECASE
)


@dataclass(frozen=True)
class Head:
    """What the head says; `kicker` is a rubric above the title, `rest` the blocks behind."""

    title: str | None
    date: datetime.date | None
    byline: str | None
    kicker: str | None
    rest: tuple[Block, ...]


def read_head(blocks: Sequence[Block]) -> Head:
    """Take title, date and byline from the front of `blocks`.

    The title is the first line that has the shape of a heading; a text that opens with its
    highlights or with a paragraph has none.
    """
    date: datetime.date | None = None
    byline: str | None = None
    titles: list[tuple[int, str]] = []
    used: set[int] = set()
    for order, block in enumerate(blocks[:_HEAD_LINES]):
        if not isinstance(block, TextBlock) or _starts_text(block):
            break
        found_date, found_byline = read_metadata(block.text, may_be_name=bool(titles or date))
        if found_date or found_byline:
            date, byline = date or found_date, byline or found_byline
            used.add(order)
        elif _may_be_title(blocks, order):
            titles.append((order, _TITLE_LABEL.sub("", block.text)))
        else:
            break
    kicker, title = _choose_title(titles)
    used |= {order for order, text in titles if text in (kicker, title)}
    rest = tuple(block for order, block in enumerate(blocks) if order not in used)
    return Head(title, date or _date_of_lead(rest), byline, kicker, rest)


def read_metadata(text: str, *, may_be_name: bool) -> tuple[datetime.date | None, str | None]:
    """Date and byline of a line that holds nothing else; a bare name counts where it may."""
    if len(text) > 160:
        return None, None
    if is_date_line(text):
        return find_date(text), None
    byline = _read_byline(text, may_be_name=may_be_name)
    if byline:
        return None, byline
    pieces = [piece for piece in _PIECES.split(text) if piece]
    return _read_pieces(pieces) if len(pieces) > 1 else (None, None)


def _read_pieces(pieces: Sequence[str]) -> tuple[datetime.date | None, str | None]:
    date, byline, strange = None, None, 0
    for piece in pieces:
        if is_date_line(piece):
            date = date or find_date(piece)
        elif found := _read_byline(piece, may_be_name=True):
            byline = byline or found
        else:
            strange += len(piece.split()) > _KICKER_WORDS
    return (date, byline) if date and not strange else (None, None)


def _read_byline(text: str, *, may_be_name: bool) -> str | None:
    found = _BY.match(text) or _ROLE.match(text)
    if found and len(found["name"].split()) <= 12:
        return found["name"].strip(" .,")
    return text if may_be_name and _BARE_NAME.match(text) and len(text.split()) <= 3 else None


def _starts_text(block: TextBlock) -> bool:
    label = block.text.rstrip(" :")
    if block.label or labels.HIGHLIGHTS.fullmatch(label) or labels.DISCLAIMER.fullmatch(label):
        return True
    return is_prose(block.text) and not block.is_marked


def _may_be_title(blocks: Sequence[Block], order: int) -> bool:
    block = blocks[order]
    if not isinstance(block, TextBlock) or len(block.text) > _MAX_TITLE:
        return False
    if _TITLE_LABEL.match(block.text) or (block.is_marked and block.level < 2):
        return True
    if order + 1 >= len(blocks) or block.text.endswith((":", ",", ";", ".")):
        return False
    return is_heading_shaped(block.text, max_words=40)


def _choose_title(titles: Sequence[tuple[int, str]]) -> tuple[str | None, str | None]:
    """Kicker and title: a rubric of a few words gives way to a longer line behind it."""
    if not titles:
        return None, None
    first = titles[0][1]
    if len(titles) > 1 and len(first.split()) <= _KICKER_WORDS < len(titles[1][1].split()):
        return first, titles[1][1]
    return None, first


def _date_of_lead(blocks: Sequence[Block]) -> datetime.date | None:
    first = next(
        (each for each in blocks if isinstance(each, TextBlock) and is_prose(each.text)), None
    )
    return dateline(first.text) if first else None
