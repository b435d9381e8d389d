"""Fourth stage: clean text to the parts of an item: head, highlights, sections, disclaimer, and the
organisations that it names.
"""

import datetime
from dataclasses import dataclass

from sources.ingest.clean import CleanText
from sources.ingest.item import (
    HighlightNode,
    NamedOrganisation,
    ParsedDisclaimer,
    ParsedSection,
    Part,
)
from sources.ingest.parse.blocks import split_blocks
from sources.ingest.parse.body import read_body, running_texts
from sources.ingest.parse.disclaimer import take_disclaimer
from sources.ingest.parse.head import read_head
from sources.ingest.parse.highlights import take_highlights
from sources.ingest.parse.organisations import name_organisations

__all__ = ["ParsedText", "parse_text"]


@dataclass(frozen=True)
class ParsedText:
    """The parts of an item, and the text from which they were read."""

    clean: CleanText
    title: str | None
    date: datetime.date | None
    byline: str | None
    highlights: tuple[HighlightNode, ...]
    opening: tuple[Part, ...]
    sections: tuple[ParsedSection, ...]
    disclaimer: ParsedDisclaimer
    organisations: tuple[NamedOrganisation, ...]


def parse_text(clean: CleanText) -> ParsedText:
    """Read the parts in the order in which each makes the next one plain."""
    head = read_head(split_blocks(clean.text))
    highlights, blocks = take_highlights(head.rest)
    disclaimer, blocks = take_disclaimer(blocks)
    opening, sections = read_body(blocks)
    texts = running_texts(opening, *(section.parts for section in sections))
    organisations = name_organisations(disclaimer=disclaimer.text, texts=texts)
    return ParsedText(
        clean=clean,
        title=head.title,
        date=head.date,
        byline=head.byline,
        highlights=highlights,
        opening=opening,
        sections=sections,
        disclaimer=disclaimer,
        organisations=organisations,
    )
