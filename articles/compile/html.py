"""The text column of an edition as HTML: sections, directives and analysis, with margin notes.

Rendered once, at publication, from templates/blocks/; a page view only prints the result.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.compile.directives import directive_uuid
from articles.compile.quotes import Numbers, citation_numbers, numbered
from articles.compile.sections import part_html, table_rows
from articles.dossier import IMAGE_FILTERS, Dossier
from articles.formats.chart import plot
from articles.formats.language import Inside, inside
from articles.formats.notes import Note, notes_by_number, notes_for
from articles.manuscript import Citation, Part, Section, list_values


def body_html(dossier: Dossier, content: Mapping[str, Any]) -> str:
    """The text column; `content` is what `content_of` made of the same dossier."""
    column = _Column(dossier, content)
    sections = [
        column.section(section, row)
        for section, row in zip(dossier.manuscript.sections, content["sections"], strict=True)
    ]
    return SafeString("").join([*sections, column.analysis()])


class _Column:
    """Renders the parts of one edition; holds what every part needs."""

    def __init__(self, dossier: Dossier, content: Mapping[str, Any]) -> None:
        self.dossier = dossier
        self.content = content
        self.numbers: Numbers = citation_numbers(dossier)
        self.notes: dict[int, Note] = notes_by_number(content)
        self.directives = {row["uuid"]: row for row in content["directives"]}
        self.ours: Inside = inside(content["language"])

    def section(self, section: Section, row: Mapping[str, Any]) -> SafeString:
        parts = self.parts(section)
        context = {"section": row, "parts": parts, "ours": self.ours}
        return render_to_string("blocks/section.html", context)

    def analysis(self) -> SafeString:
        if not self.content["analysis"]:
            return SafeString("")
        parts: list[SafeString] = []
        for index, section in enumerate(self.dossier.manuscript.analysis):
            if index and section.heading:
                parts.append(render_to_string("blocks/subheading.html", {"text": section.heading}))
            parts.extend(self.parts(section))
        context = {
            "analysis": self.content["analysis"],
            "parts": parts,
            "authors": self.content["authors"],
            "ours": self.ours,
        }
        return render_to_string("blocks/analysis.html", context)

    def parts(self, section: Section) -> list[SafeString]:
        return [
            render_to_string(f"blocks/{part.kind}.html", context)
            for part in section.parts
            if (context := self.context(part)) is not None
        ]

    def context(self, part: Part) -> dict[str, Any] | None:
        """What the template of a block needs, or None where there is nothing to show."""
        special = {
            "paragraph": self._prose,
            "callout": self._prose,
            "directives": self._directives,
            "table": self._table,
            "chart": self._chart,
            "image": self._image,
            "document": self._document,
            "embed": self._embed,
        }
        values = special[part.kind](part) if part.kind in special else dict(part.value)
        if values is None:
            return None
        return values | {"citations": self.cited(part.citations), "ours": self.ours}

    def cited(self, citations: Iterable[Citation]) -> list[Note]:
        return notes_for(numbered(citations, self.numbers), self.notes)

    def _prose(self, part: Part) -> dict[str, Any]:
        heading = part.value.get("heading") or ""
        return {"heading": heading, "html": part_html(part, self.dossier)}

    def _directives(self, part: Part) -> dict[str, Any]:
        rows = [
            self.directives[str(directive_uuid(self.dossier, order))]
            | {"notes": self.cited(order.citations)}
            for order in part.orders
        ]
        return {"introduction": part.value.get("introduction") or "", "directives": rows}

    def _table(self, part: Part) -> dict[str, Any] | None:
        rows = table_rows(part)
        caption = part.value.get("caption") or ""
        return {"caption": caption, "header": rows[0], "rows": rows[1:]} if rows else None

    def _chart(self, part: Part) -> dict[str, Any] | None:
        points = [point for point in list_values(part.value.get("points")) if is_plotted(point)]
        if not points:
            return None
        return {
            "caption": part.value.get("caption") or "",
            "unit": part.value.get("unit") or "",
            "chart": plot(kind=part.value.get("kind") or "bar", points=points),
        }

    def _image(self, part: Part) -> dict[str, Any] | None:
        chosen = part.value.get("image") or {}
        image = self.dossier.images.get(chosen.get("image") or 0)
        if image is None:
            return None
        renditions = list(image.get_renditions(*IMAGE_FILTERS).values())
        return {
            "src": renditions[0].url,
            "srcset": ", ".join(f"{r.url} {r.width}w" for r in renditions),
            "width": renditions[0].width,
            "height": renditions[0].height,
            "alt": "" if chosen.get("decorative") else chosen.get("alt_text") or "",
            "caption": part.value.get("caption") or "",
            "credit": part.value.get("credit") or "",
        }

    def _document(self, part: Part) -> dict[str, Any] | None:
        file = self.dossier.files.get(int(part.value.get("document") or 0))
        if file is None:
            return None
        return {
            "title": part.value.get("title") or file.title,
            "url": file.url,
            "size": file.get_file_size(),
            "media_type": file.content_type,
        }

    def _embed(self, part: Part) -> dict[str, Any] | None:
        url = str(part.value.get("url") or "")
        if not url.startswith(("https://", "http://")):
            return None
        return {"title": part.value.get("title") or url, "url": url}


def is_plotted(point: Mapping[str, Any]) -> bool:
    """Whether a point of a chart is filled in."""
    return bool(point.get("label")) and point.get("value") not in (None, "")
