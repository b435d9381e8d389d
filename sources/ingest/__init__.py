"""Ingest turns the raw bytes of a news item into a `ParsedItem`, by pure functions, in five stages:
read, repair, clean, parse, match.
"""

from sources.ingest.clean import clean_text
from sources.ingest.errors import IngestError
from sources.ingest.item import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    NamedOrganisation,
    Paragraph,
    ParsedDirective,
    ParsedDisclaimer,
    ParsedItem,
    ParsedSection,
    Part,
    Removal,
    Repair,
    SectionRole,
)
from sources.ingest.match import Directory, DirectoryEntry, match_organisations
from sources.ingest.parse import parse_text
from sources.ingest.read import MAX_BYTES, read_bytes
from sources.ingest.repair import repair_text

__all__ = [
    "MAX_BYTES",
    "BulletList",
    "DataTable",
    "DirectiveList",
    "Directory",
    "DirectoryEntry",
    "HighlightNode",
    "IngestError",
    "NamedOrganisation",
    "Paragraph",
    "ParsedDirective",
    "ParsedDisclaimer",
    "ParsedItem",
    "ParsedSection",
    "Part",
    "Removal",
    "Repair",
    "SectionRole",
    "ingest_bytes",
]

_NOBODY = Directory()


def ingest_bytes(
    raw: bytes, directory: Directory = _NOBODY, *, limit: int = MAX_BYTES
) -> ParsedItem:
    """Run all stages over `raw`; the same bytes and directory always give an equal item.

    Raises an `IngestError` where the bytes are empty, more than `limit`, or no text.
    """
    read = read_bytes(raw, limit=limit)
    return match_organisations(parse_text(clean_text(repair_text(read))), directory)
