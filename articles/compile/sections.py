"""The text column of an edition as data: sections, their parts, and the analysis."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import escape

from articles.compile.richtext import expand, plain
from articles.dossier import Dossier
from articles.manuscript import Part, Section, list_values


def section_anchor(section: Section) -> str:
    """Where a section is linked to; it comes from the block's id and survives renaming."""
    return f"s-{section.id[:8]}" if section.id else ""


def section_dict(section: Section, dossier: Dossier) -> dict[str, Any]:
    """A section as data; `html` is its plain prose, without marks and margin notes."""
    html = "".join(part_html(part, dossier) for part in section.parts)
    return {
        "id": section_anchor(section),
        "heading": section.heading,
        "role": "directives" if section.has_orders else "text",
        "html": html,
        "text": " ".join(filter(None, (part_text(part) for part in section.parts))),
    }


def analysis_dict(dossier: Dossier) -> dict[str, Any] | None:
    """All that the authors conclude, as one; None where they conclude nothing."""
    sections = dossier.manuscript.analysis
    if not sections:
        return None
    return {
        "id": "analysis",
        "heading": sections[0].heading,
        "html": "".join(_analysis_html(index, s, dossier) for index, s in enumerate(sections)),
        "text": " ".join(_joined(*(part_text(part) for part in s.parts)) for s in sections),
    }


def _analysis_html(index: int, section: Section, dossier: Dossier) -> str:
    heading = escape(section.heading) if index else ""
    html = "".join(part_html(part, dossier) for part in section.parts)
    return f"<h3>{heading}</h3>{html}" if heading else html


def part_html(part: Part, dossier: Dossier) -> str:
    """The prose of a part as HTML; parts that are data stand in fields of their own."""
    if part.kind in ("paragraph", "callout"):
        text = part.value.get("text") or ""
        return expand(text, addresses=dossier.addresses, files=dossier.files)
    return ""


def part_text(part: Part) -> str:
    """The words of a part, for search and for plain readers."""
    return _joined(*_words(part))


def _words(part: Part) -> Iterator[Any]:
    value = part.value
    match part.kind:
        case "paragraph":
            yield plain(value.get("text") or "")
        case "callout":
            yield from (value.get("heading"), plain(value.get("text") or ""))
        case "directives":
            yield value.get("introduction")
            yield from (order.text for order in part.orders)
        case "quotation":
            yield from (value.get("text"), value.get("original"), value.get("attribution"))
        case "key_figure":
            yield from (value.get("value"), value.get("unit"), value.get("label"))
        case "table":
            yield value.get("caption")
            yield from (cell for row in table_rows(part) for cell in row)
        case "chart" | "image":
            yield value.get("caption")
        case _:
            yield value.get("title")


def table_rows(part: Part) -> list[list[str]]:
    """The cells of a table block; the first row is the header."""
    return [
        [str(cell or "") for cell in list_values(row.get("cells"))]
        for row in list_values(part.value.get("rows"))
    ]


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
