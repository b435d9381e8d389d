"""A parsed item as one JSON object: what the command prints, and the API answers."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sources.ingest.item import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    Paragraph,
    ParsedItem,
    ParsedSection,
    Part,
)

JsonObject = dict[str, Any]


def report_item(item: ParsedItem) -> JsonObject:
    """Everything ingest made of an item, in plain lists and dictionaries.

    `position` of a repair counts characters of `source_text`, that of a removal characters of
    `repaired_text`.
    """
    return {
        "encoding": item.encoding,
        "title": item.title,
        "date": item.date.isoformat() if item.date else None,
        "byline": item.byline,
        "lead": item.lead,
        "highlights": _nodes(item.highlights),
        "opening": _parts(item.opening),
        "sections": [_section(section) for section in item.sections],
        "directives": [asdict(directive) for directive in item.directives],
        "disclaimer": asdict(item.disclaimer),
        "organisations": [asdict(organisation) for organisation in item.organisations],
        "comments_count": item.comments_count,
        "repairs": [asdict(repair) for repair in item.repairs],
        "removals": [asdict(removal) for removal in item.removals],
        "repaired_text": item.repaired_text,
        "source_text": item.source_text,
    }


def _section(section: ParsedSection) -> JsonObject:
    return {
        "heading": section.heading,
        "role": section.role.value,
        "parts": _parts(section.parts),
    }


def _nodes(nodes: Iterable[HighlightNode]) -> list[JsonObject]:
    return [{"text": node.text, "children": _nodes(node.children)} for node in nodes]


def _parts(parts: Iterable[Part]) -> list[JsonObject]:
    return [_part(part) for part in parts]


def _part(part: Part) -> JsonObject:
    match part:
        case Paragraph(text=text):
            return {"type": "paragraph", "text": text}
        case BulletList(items=items, ordered=ordered):
            return {"type": "list", "ordered": ordered, "items": _nodes(items)}
        case DataTable(rows=rows):
            return {"type": "table", "rows": [list(row) for row in rows]}
        case DirectiveList(directives=directives):
            return {"type": "directives", "directives": [asdict(each) for each in directives]}
