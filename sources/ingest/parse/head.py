"""The head of an item: title, date and byline, before the highlights or the first paragraph."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, TextBlock
from sources.ingest.parse.dates import dateline, find_date, is_date_line
from sources.ingest.parse.details import is_detail, is_role, read_details, split_details
from sources.ingest.parse.headings import is_heading_shaped, is_prose

_HEAD_LINES = 8
_RUBRIC_WORDS = 3
_MAX_RUBRICS = 3
_MAX_TITLE = 220
_TITLE_LABEL = re.compile(r"^(?:title|headline)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """What the head says; `spent` are the blocks that gave no title, with what each was, and `rest`
    those behind the head.
    """

    title: str | None
    date: datetime.date | None
    byline: str | None
    spent: tuple[tuple[TextBlock, str], ...]
    rest: tuple[Block, ...]

    def followed_by(self, other: "Head") -> "Head":
        """The head that goes on behind the highlights."""
        return Head(
            title=self.title or other.title,
            date=self.date or other.date,
            byline=self.byline or other.byline,
            spent=(*self.spent, *other.spent),
            rest=other.rest,
        )


@dataclass
class _Front:
    """The blocks of the front by what they are, in the order in which they were seen."""

    has_title: bool
    titles: list[TextBlock] = field(default_factory=list)
    details: list[TextBlock] = field(default_factory=list)
    subtitles_end: int = 0
    date: datetime.date | None = None
    byline: str | None = None

    def takes_details(self, blocks: Sequence[Block], order: int) -> bool:
        """Whether the block at `order` is a line of date and author; then what stands above it
        is title, rubric or subtitle.
        """
        block = blocks[order]
        if not isinstance(block, TextBlock):
            return False
        is_placed = self.has_title or bool(self.titles or self.date)
        text = block.whole_text
        date, byline = read_details(
            text, may_be_name=is_placed and _is_beside_details(blocks, order)
        )
        is_of_author = bool(self.byline) and is_role(text)
        if not (date or byline or is_of_author or is_date_line(text) or is_detail(text)):
            return False
        self.date, self.byline = self.date or date, self.byline or byline
        self.details.append(block)
        self.subtitles_end = len(self.titles)
        return True

    def takes_title(self, blocks: Sequence[Block], order: int) -> bool:
        """Whether the block at `order` may be a title."""
        block = blocks[order]
        if self.has_title or not isinstance(block, TextBlock) or not _may_be_title(blocks, order):
            return False
        self.titles.append(block)
        return True


def read_head(blocks: Sequence[Block], *, has_title: bool = False) -> Head:
    """Take title, date and byline from the front of `blocks`.

    The title is the first line that has the shape of a heading; a text that opens with its
    highlights or with a paragraph has none, and one that `has_title` gets no second.
    """
    front = _Front(has_title)
    for order, block in enumerate(blocks[:_HEAD_LINES]):
        if not isinstance(block, TextBlock) or _starts_text(block):
            break
        if not front.takes_details(blocks, order) and not front.takes_title(blocks, order):
            break
    title, spent = _choose_title(front)
    used = {id(block) for block, _ in spent} | {id(title)}
    rest = tuple(block for block in blocks if id(block) not in used)
    return Head(
        title=labels.without_pictures(_TITLE_LABEL.sub("", title.text)) if title else None,
        date=front.date or _date_of_lead(rest),
        byline=front.byline,
        spent=spent,
        rest=rest,
    )


def take_foot(head: Head) -> Head:
    """The head with the date of a last line such as "Updated 4 January 2026", where it has none."""
    last = head.rest[-1] if head.rest else None
    if not isinstance(last, TextBlock) or not is_date_line(last.text):
        return head
    spent = (*head.spent, (last, "line of date and author"))
    date = head.date or find_date(last.text)
    return replace(head, date=date, spent=spent, rest=head.rest[:-1])


def credit_lines(head: Head) -> list[str]:
    """What a line of date and author says of the source: "Source: Harbour Daily"."""
    pieces = (piece for block, _ in head.spent for piece in split_details(block.whole_text))
    return [piece for piece in pieces if labels.SOURCES.fullmatch(piece.partition(":")[0])]


def _is_beside_details(blocks: Sequence[Block], order: int) -> bool:
    """Whether a neighbour is a date or a role: a bare name is a byline only there."""
    neighbours = blocks[max(order - 1, 0) : order + 2]
    return any(
        is_date_line(each.text) or is_role(each.text)
        for each in neighbours
        if isinstance(each, TextBlock)
    )


def _starts_text(block: TextBlock) -> bool:
    label = labels.bare(block.text)
    if (
        (block.label and not (is_detail(block.whole_text) or _TITLE_LABEL.match(block.whole_text)))
        or labels.HIGHLIGHTS.fullmatch(label)
        or labels.DISCLAIMER.fullmatch(label)
    ):
        return True
    return is_prose(block.text) and not block.is_marked


def _may_be_title(blocks: Sequence[Block], order: int) -> bool:
    block = blocks[order]
    if not isinstance(block, TextBlock) or len(block.text) > _MAX_TITLE:
        return False
    if _TITLE_LABEL.match(block.whole_text) or (block.is_marked and block.level == 1):
        return True
    if order + 1 >= len(blocks) or block.text.endswith((":", ",", ";", ".")):
        return False
    is_section = labels.SECTIONS.fullmatch(block.text) or labels.RUN_IN.fullmatch(block.text)
    return not is_section and is_heading_shaped(block.text, max_words=40)


def _choose_title(front: _Front) -> tuple[TextBlock | None, tuple[tuple[TextBlock, str], ...]]:
    """The title, and the blocks that are none with what they are.

    Rubrics of a few words give way to a longer line behind them. What could be the heading of the
    first section is neither.
    """
    lengths = [len(block.text.split()) for block in front.titles[:_MAX_RUBRICS]]
    place = next((order for order, words in enumerate(lengths) if words > _RUBRIC_WORDS), 0)
    title = front.titles[place] if front.titles else None
    spent = [(block, "rubric above the title") for block in front.titles[:place]]
    subtitles = front.titles[place + 1 : front.subtitles_end]
    spent += [(block, "subtitle") for block in subtitles]
    spent += [(block, "line of date and author") for block in front.details]
    return title, tuple(spent)


def _date_of_lead(blocks: Sequence[Block]) -> datetime.date | None:
    first = next(
        (each for each in blocks if isinstance(each, TextBlock) and is_prose(each.text)), None
    )
    return dateline(first.text) if first else None
