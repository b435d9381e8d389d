"""From a dossier to the structured content of an edition: the shape that the API answers with."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from articles.compile.directives import directive_uuid, directives
from articles.compile.making import corrections, reviews
from articles.compile.provenance import corroborate_order, provenance_of, verdict
from articles.compile.quotes import Numbers, citation_dict, citation_numbers, numbered
from articles.compile.sections import analysis_dict, section_dict
from articles.dossier import Dossier
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.manuscript import Highlight

WORDS_PER_MINUTE = 230
ORIGIN = ("publisher", "originators", "reliability")  # whose word a source is, and what that counts


def content_of(
    dossier: Dossier, *, kind: EditionKind, reason: str, now: datetime.datetime
) -> dict[str, Any]:
    """The whole content; its keys are those of the API's article, without `edition`.

    `address` stands where the API has `url`: the domain is not part of what was published.
    """
    article, manuscript, previous = dossier.article, dossier.manuscript, dossier.previous
    numbers = citation_numbers(dossier)
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
        "sections": [section_dict(section, dossier) for section in manuscript.sections],
        "directives": list(directives(dossier, numbers)),
        "analysis": analysis_dict(dossier),
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


def highlight_dict(highlight: Highlight, numbers: Numbers) -> dict[str, Any]:
    """A bullet with everything beneath it."""
    return {
        "id": f"h-{highlight.id[:8]}",
        "text": highlight.text,
        "citations": numbered(highlight.citations, numbers),
        "children": [highlight_dict(child, numbers) for child in highlight.children],
    }


def organisations(dossier: Dossier) -> list[dict[str, Any]]:
    """Publishers, originators, issuers and addressees, each with addresses that identify it."""
    found = dict(dossier.organisations)
    for attached in dossier.attached:
        parties = [attached.document.publisher, *attached.document.originators.all()]
        found |= {party.pk: party for party in parties if party}
    named = sorted(found.values(), key=lambda row: row.slug)
    return [{"name": row.name, "slug": row.slug, "same_as": row.same_as} for row in named]


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
