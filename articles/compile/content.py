"""From a dossier to the structured content of an edition: the shape that the API answers with."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from django.utils.html import escape

from articles.compile.making import corrections, reviews
from articles.compile.provenance import corroborate_order, provenance_of, verdict
from articles.compile.richtext import expand, plain
from articles.dossier import Dossier
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.manuscript import Citation, Highlight, Order, Part, Section, list_values

WORDS_PER_MINUTE = 230
ORIGIN = ("publisher", "originators", "reliability")  # whose word a source is, and what that counts
Numbers = Mapping[Citation, int]


def content_of(
    dossier: Dossier, *, kind: EditionKind, reason: str, now: datetime.datetime
) -> dict[str, Any]:
    """The whole content; its keys are those of the API's article, without `edition`.

    `address` stands where the API has `url`: the domain is not part of what was published.
    """
    article, manuscript, previous = dossier.article, dossier.manuscript, dossier.previous
    numbers = citation_numbers(dossier)
    sections = [section_dict(section, dossier) for section in manuscript.sections]
    analysis = _analysis(dossier)
    published_at = previous.published_at if previous else now
    content = {
        "uuid": str(article.uuid),
        "translation_key": str(article.translation_key),
        "address": article.public_address,
        "title": article.title,
        "standfirst": article.standfirst,
        "language": article.language,
        "briefing_date": article.briefing_date.isoformat(),
        "published_at": timestamp(published_at),
        "updated_at": timestamp(now),
        "authors": [{"name": a.name, "slug": a.slug, "role": a.role} for a in dossier.authors],
        "topics": [{"name": topic.name, "slug": topic.slug} for topic in dossier.topics],
        "highlights": [highlight_dict(row, numbers) for row in manuscript.highlights],
        "sections": sections,
        "directives": list(_directives(dossier, numbers)),
        "analysis": analysis,
        "citations": [citation_dict(item, number, dossier) for item, number in numbers.items()],
        **provenance_of(dossier),
        "organisations": organisations(dossier),
        "corrections": corrections(dossier, kind=kind, reason=reason, now=now),
        "comment_policy": article.comment_policy,
        "reviews": reviews(dossier),
    }
    words = sum(len(text.split()) for text in texts(content))
    return content | {"reading_minutes": max(1, round(words / WORDS_PER_MINUTE))}


def renewed(content: Mapping[str, Any], dossier: Dossier) -> dict[str, Any]:
    """The content with what follows from the ownership record compiled anew; its words stand.

    So does what people say of a document itself, its title or its credibility: that waits for the
    next approval.
    """
    fresh = provenance_of(dossier)
    verdicts = {
        str(directive_uuid(dossier, order)): verdict(corroborate_order(order, dossier))
        for order in dossier.manuscript.orders()
    }
    origins = {row["uuid"]: {name: row[name] for name in ORIGIN} for row in fresh["sources"]}
    return {
        **content,
        "sources": [{**row, **origins[row["uuid"]]} for row in content["sources"]],
        "corroboration": fresh["corroboration"],
        "disclaimer": fresh["disclaimer"],
        "directives": [
            {**row, "corroboration": verdicts[row["uuid"]]} for row in content["directives"]
        ],
    }


def citation_numbers(dossier: Dossier) -> dict[Citation, int]:
    """The number of each citation whose quote is found in a listed source, as they appear."""
    listed = {attached.document.pk for attached in dossier.attached}
    numbers: dict[Citation, int] = {}
    for _, _, citation in dossier.manuscript.citations():
        if dossier.quotes[citation].span and citation.source_id in listed:
            numbers.setdefault(citation, len(numbers) + 1)
    return numbers


def numbered(citations: Iterable[Citation], numbers: Numbers) -> list[int]:
    """The numbers of the citations that have one."""
    return [numbers[citation] for citation in citations if citation in numbers]


def citation_dict(citation: Citation, number: int, dossier: Dossier) -> dict[str, Any]:
    """A W3C TextQuoteSelector and TextPositionSelector on the document's text."""
    document = dossier.documents[citation.source_id or 0]
    start, end = dossier.quotes[citation].span or (0, 0)
    return {
        "number": number,
        "source": str(document.uuid),
        "quote": document.text[start:end],
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "start": start,
        "end": end,
    }


def highlight_dict(highlight: Highlight, numbers: Numbers) -> dict[str, Any]:
    """A bullet with everything beneath it."""
    return {
        "id": f"h-{highlight.id[:8]}",
        "text": highlight.text,
        "citations": numbered(highlight.citations, numbers),
        "children": [highlight_dict(child, numbers) for child in highlight.children],
    }


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


def texts(content: Mapping[str, Any]) -> Iterable[str]:
    """Everything in the content that a reader reads as running text."""
    yield content["title"]
    yield content["standfirst"]
    yield from _highlight_texts(content["highlights"])
    for section in content["sections"]:
        yield section["heading"]
        yield section["text"]
    if content["analysis"]:
        yield content["analysis"]["heading"]
        yield content["analysis"]["text"]


def _highlight_texts(highlights: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for highlight in highlights:
        yield highlight["text"]
        yield from _highlight_texts(highlight["children"])


def _directives(dossier: Dossier, numbers: Numbers) -> Iterable[dict[str, Any]]:
    for section in dossier.manuscript.sections:
        for part in section.parts:
            for order in part.orders:
                yield directive_dict(order, section_anchor(section), dossier, numbers)


def directive_dict(
    order: Order, section: str, dossier: Dossier, numbers: Numbers
) -> dict[str, Any]:
    """A directive as data; `verb` is the word it begins with."""
    return {
        "id": f"d-{order.id[:8]}",
        "uuid": str(directive_uuid(dossier, order)),
        "text": order.text,
        "verb": order.text.split(" ", 1)[0] if order.text else "",
        "issuer": _party(order.issuer_id, "", dossier),
        "addressees": [
            party for key, name in order.addressees if (party := _party(key, name, dossier))
        ],
        "target": order.target,
        "rationale": order.rationale,
        "deadline": order.deadline.isoformat() if order.deadline else None,
        "force": order.force,
        "status": order.status,
        "section": section,
        "citations": numbered(order.citations, numbers),
        "corroboration": verdict(corroborate_order(order, dossier)),
    }


def directive_uuid(dossier: Dossier, order: Order) -> UUID:
    """The identity of a directive: its block's in its article, so that copies differ."""
    return uuid5(dossier.article.uuid, order.id)


def organisations(dossier: Dossier) -> list[dict[str, Any]]:
    """Publishers, originators, issuers and addressees, each with addresses that identify it."""
    found = dict(dossier.organisations)
    for attached in dossier.attached:
        parties = [attached.document.publisher, *attached.document.originators.all()]
        found |= {party.pk: party for party in parties if party}
    named = sorted(found.values(), key=lambda row: row.slug)
    return [{"name": row.name, "slug": row.slug, "same_as": row.same_as} for row in named]


def _party(key: int | None, name: str, dossier: Dossier) -> dict[str, str | None] | None:
    organisation = dossier.organisations.get(key or 0)
    if organisation:
        return {"name": organisation.name, "slug": organisation.slug}
    return {"name": name, "slug": None} if name else None


def _analysis(dossier: Dossier) -> dict[str, Any] | None:
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


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
