"""An article with everything it refers to, fetched in a fixed number of queries.

Gate and compiler work on a dossier and never query, so their cost does not grow with the text.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, Subquery
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from articles.enums import ChangeKind, Transition
from articles.manuscript import Citation, Manuscript, read_manuscript
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from articles.models.snippets import Author, Topic
from sources.anchoring import anchor
from sources.models import Organisation, SourceCheck, SourceDocument
from sources.ownership import OwnershipGraph
from sources.queries import ownership_graph, unconfirmed

_LINK = re.compile(r'linktype="(?P<type>page|document)"[^>]*?\bid="(?P<id>\d+)"')
_LINK_REVERSED = re.compile(r'\bid="(?P<id>\d+)"[^>]*?linktype="(?P<type>page|document)"')
IMAGE_FILTERS = ("width-640|format-webp", "width-1280|format-webp")


@dataclass(frozen=True)
class Attached:
    """A source document of the article and what it does for it."""

    document: SourceDocument
    role: str


@dataclass(frozen=True)
class Quote:
    """A citation's place in its document: half-open offsets, or None where it is not found."""

    citation: Citation
    span: tuple[int, int] | None


@dataclass(frozen=True)
class Review:
    """A step of the review that somebody took with exactly this content.

    `reviewer` is a full name, or empty: a sign-in name is nobody's business.
    """

    step: Transition
    reviewer: str
    reviewed_at: datetime.datetime


@dataclass(frozen=True)
class Dossier:
    """Everything that gate and compiler need to know about one state of an article."""

    article: ArticlePage
    manuscript: Manuscript
    authors: tuple[Author, ...]
    topics: tuple[Topic, ...]
    attached: tuple[Attached, ...]
    deleted: frozenset[str]  # the lists of the draft that name a record which is no longer there
    documents: Mapping[int, SourceDocument]
    organisations: Mapping[int, Organisation]
    graph: OwnershipGraph
    images: Mapping[int, Any] = field(default_factory=dict)
    files: Mapping[int, Any] = field(default_factory=dict)
    addresses: Mapping[int, str] = field(default_factory=dict)
    quotes: Mapping[Citation, Quote] = field(default_factory=dict)
    checks: Mapping[int, SourceCheck] = field(default_factory=dict)
    unconfirmed: Mapping[int, str] = field(default_factory=dict)
    previous: Edition | None = None
    corrections: tuple[Edition, ...] = ()
    responsible: str = ""
    reviews: tuple[Review, ...] = ()

    def originators(self, document: SourceDocument) -> list[Organisation]:
        """Whom a document's content comes from: its originators, else its publisher."""
        named = list(document.originators.all())
        return named or ([document.publisher] if document.publisher else [])

    @property
    def cited_ids(self) -> frozenset[int]:
        """The documents that bear at least one quote of the article."""
        found = (quote.citation.source_id for quote in self.quotes.values() if quote.span)
        return frozenset(key for key in found if key is not None)


def open_dossier(article: ArticlePage, *, graph: OwnershipGraph | None = None) -> Dossier:
    """Gather what an article (usually `revision.as_object()`) refers to.

    `graph` is that of the briefing's day, where somebody has read it already.
    """
    manuscript = manuscript_of(article)
    rows = [(row.source_id, row.role) for row in article.article_sources.all()]
    cited = [item for _, _, item in manuscript.citations()]
    documents = _documents({key for key, _ in rows} | {item.source_id for item in cited})
    linked = links_in(_rich_texts(manuscript))
    editions = _editions(article.uuid)
    byline = [row.author_id for row in article.article_authors.all()]
    authors = Author.objects.in_bulk(byline)
    return Dossier(
        article=article,
        manuscript=manuscript,
        authors=tuple(authors[key] for key in byline if key in authors),
        topics=tuple(article.topics.all()),
        attached=tuple(Attached(documents[key], role) for key, role in rows if key in documents),
        deleted=_deleted(
            article_authors=(byline, authors), article_sources=(dict(rows), documents)
        ),
        documents=documents,
        organisations=_organisations(manuscript),
        graph=graph or ownership_graph(on=article.briefing_date),
        images=_images(manuscript),
        files=_files(manuscript, linked["document"]),
        addresses=_addresses(linked["page"]),
        quotes={item: Quote(item, _span(item, documents)) for item in cited},
        checks=_checks(documents),
        unconfirmed=unconfirmed(documents.values()),
        previous=editions[0] if editions else None,
        corrections=tuple(row for row in editions if row.kind in ChangeKind.corrections()),
        responsible=_responsible(article),
    )


def manuscript_of(article: ArticlePage) -> Manuscript:
    """What the streams of an article say."""
    return read_manuscript(
        highlights=article.highlights.raw_data,
        body=article.body.raw_data,
        analysis=article.analysis.raw_data,
    )


def _deleted(**lists: tuple[Iterable[int | None], Mapping[int, Any]]) -> frozenset[str]:
    return frozenset(
        name for name, (keys, found) in lists.items() if set(keys) - {None} - found.keys()
    )


def _documents(keys: set[int | None]) -> dict[int, SourceDocument]:
    rows = SourceDocument.objects.filter(pk__in=[key for key in keys if key])
    rows = rows.select_related("publisher").prefetch_related("originators")
    return {row.pk: row for row in rows.defer("repairs", "removals")}


def _checks(documents: Iterable[int]) -> dict[int, SourceCheck]:
    """What worries about documents at their addresses."""
    rows = SourceCheck.objects.standing().worrying().filter(document__in=documents)
    return {row.document_id: row for row in rows}


def _organisations(manuscript: Manuscript) -> dict[int, Organisation]:
    keys: set[int | None] = set()
    for order in manuscript.orders():
        keys |= {order.issuer_id, *(key for key, _ in order.addressees)}
    return {row.pk: row for row in Organisation.objects.filter(pk__in=[k for k in keys if k])}


def _span(citation: Citation, documents: Mapping[int, SourceDocument]) -> tuple[int, int] | None:
    document = documents.get(citation.source_id or 0)
    if document is None or not citation.exact:
        return None
    return anchor(document.text, citation.exact, citation.prefix, citation.suffix)


def _images(manuscript: Manuscript) -> dict[int, Any]:
    keys = {
        part.value["image"].get("image") or 0
        for part in manuscript.parts()
        if part.kind == "image" and part.value.get("image")
    }
    rows = get_image_model().objects.prefetch_renditions(*IMAGE_FILTERS)
    images = rows.filter(pk__in=keys) if keys else []
    return {image.pk: image for image in images}


def _files(manuscript: Manuscript, linked: set[int]) -> dict[int, Any]:
    keys = linked | {
        int(part.value["document"])
        for part in manuscript.parts()
        if part.kind == "document" and part.value.get("document")
    }
    return dict(get_document_model().objects.in_bulk(keys)) if keys else {}


def _addresses(pages: set[int]) -> dict[int, str]:
    """Where linked articles are read; a page that is not public has no address."""
    if not pages:
        return {}
    rows = CurrentEdition.objects.filter(edition__page_id__in=pages)
    return dict(rows.values_list("edition__page_id", "address"))


def links_in(texts: Iterable[str]) -> dict[str, set[int]]:
    """Which pages and documents are linked from rich text as the editor stores it."""
    found: dict[str, set[int]] = {"page": set(), "document": set()}
    for html in texts:
        for pattern in (_LINK, _LINK_REVERSED):
            for match in pattern.finditer(html):
                found[match["type"]].add(int(match["id"]))
    return found


def _rich_texts(manuscript: Manuscript) -> Iterable[str]:
    texts: Iterator[Any] = (part.value.get("text") for part in manuscript.parts())
    return (text for text in texts if isinstance(text, str))


def _editions(uuid: UUID) -> list[Edition]:
    """The newest edition, and what readers were told so far, newest first.

    It outlives a time offline. The content, which is long, waits until somebody asks for it.
    """
    rows = Edition.objects.of_article(uuid)
    told = Q(kind__in=ChangeKind.corrections()) | Q(number=Subquery(rows.values("number")[:1]))
    return list(rows.filter(told).defer("content", "body_html", "search_text"))


def _responsible(article: ArticlePage) -> str:
    if article.ai_responsible_id is None:
        return ""
    user = get_user_model().objects.filter(pk=article.ai_responsible_id).first()
    return (user.get_full_name() or user.get_username()) if user else ""
