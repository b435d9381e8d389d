"""Fourth stage: clean text to the parts of an item: head, highlights, sections, disclaimer, and the
organisations that it names.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources.ingest.clean import CleanText
from sources.ingest.item import (
    HighlightNode,
    ParsedDisclaimer,
    ParsedSection,
    Part,
    Removal,
)
from sources.ingest.parse.blocks import Block, TextBlock
from sources.ingest.parse.body import read_body, running_texts
from sources.ingest.parse.dates import find_date
from sources.ingest.parse.disclaimer import take_disclaimer
from sources.ingest.parse.head import Head, credit_lines, read_head, take_foot
from sources.ingest.parse.highlights import take_highlights
from sources.ingest.parse.layout import split_blocks
from sources.ingest.parse.organisations import Naming, name_organisations

__all__ = ["ParsedText", "parse_text"]


@dataclass(frozen=True)
class ParsedText:
    """The parts of an item, and the text from which they were read.

    `removals` are those of the clean text, and the lines of the head that became a date or a name.
    """

    clean: CleanText
    title: str | None
    date: datetime.date | None
    byline: str | None
    highlights: tuple[HighlightNode, ...]
    opening: tuple[Part, ...]
    sections: tuple[ParsedSection, ...]
    disclaimer: ParsedDisclaimer
    naming: Naming
    removals: tuple[Removal, ...]


def parse_text(clean: CleanText) -> ParsedText:
    """Read the parts in the order in which each makes the next one plain."""
    head, highlights = _read_front(split_blocks(clean.text))
    head = take_foot(head)
    provenance = take_disclaimer(head.rest)
    disclaimer = provenance.disclaimer
    opening, sections = read_body(provenance.rest)
    listed = [f"Source: {each}" for each in provenance.listed]
    texts = [*credit_lines(head), *listed, *running_texts(opening, sections)]
    spent = (_removal(clean, block, reason) for block, reason in head.spent)
    return ParsedText(
        clean=clean,
        title=head.title,
        date=head.date or _date_of_filing(clean),
        byline=head.byline,
        highlights=highlights,
        opening=opening,
        sections=sections,
        disclaimer=disclaimer,
        naming=name_organisations(disclaimer=disclaimer.text, texts=texts),
        removals=tuple(sorted([*clean.removals, *spent], key=lambda each: each.position)),
    )


def _read_front(blocks: Sequence[Block]) -> tuple[Head, tuple[HighlightNode, ...]]:
    """The head and the highlights; title, date and byline may stand behind these."""
    head = read_head(blocks)
    highlights, rest = take_highlights(head.rest)
    head = replace(head, rest=rest)
    if highlights:
        head = head.followed_by(read_head(rest, has_title=head.title is not None))
    return head, highlights


def _date_of_filing(clean: CleanText) -> datetime.date | None:
    """The date in "Posted in Metals on 4 January 2026", where nothing else tells it."""
    filings = (removal.text for removal in clean.removals if removal.reason == "filing line")
    return next(filter(None, map(find_date, filings)), None)


def _removal(clean: CleanText, block: TextBlock, reason: str) -> Removal:
    position, text = clean.whole_line(block.lines.start)
    return Removal(position, text, reason)
