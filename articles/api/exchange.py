"""An article in shapes that others have agreed on: IPTC ninjs and W3C PROV-JSON.

Both tell the last word on it, so a retraction is an answer, too.
"""

from collections.abc import Callable
from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.conditional import answer
from articles.api.doors import PublicView, gone_or_missing
from articles.api.representations import Answer
from articles.api.shapes.exchange import NinjsSerializer, ProvenanceSerializer
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.formats.ninjs import cancelled_item, news_item
from articles.formats.prov import Version, provenance
from articles.formats.site import this_site
from articles.models.editions import Edition
from articles.queries.editions import gone
from articles.queries.history import history, last_word, with_content
from sources.api.description import reads


class ArticleNinjs(PublicView):
    """One article as a news item."""

    @reads(
        "articles_ninjs",
        summary="Read an article as IPTC ninjs 3.1; a retracted one is canceled",
        shape=NinjsSerializer,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with the item; of a retracted article with its cancellation."""
        return answer_last_word(request, uuid, told=_item)


class ArticleProvenance(PublicView):
    """From each claim of one article to the owners of its sources."""

    @reads(
        "articles_provenance",
        summary="Follow an article from its claims to the owners of its sources (W3C PROV-JSON)",
        shape=ProvenanceSerializer,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with the document; of a retracted article with its history alone."""
        return answer_last_word(request, uuid, told=_document)


def answer_last_word(
    request: Request, uuid: UUID, *, told: Callable[[Edition], Answer]
) -> HttpResponseBase:
    """The last edition of an article as `told` puts it; refuses what was withdrawn or never was."""
    last = last_word(uuid)
    if last is None:
        raise gone_or_missing(gone(uuid))
    return answer(
        request,
        state=[last.pk, last.sha256],
        body=lambda: told(last),
        modified_at=last.issued_at,
    )


def _item(last: Edition) -> Answer:
    if last.kind == EditionKind.RETRACTED:
        return cancelled_item(
            uuid=str(last.article_uuid),
            number=last.number,
            reason=last.reason,
            published_at=timestamp(last.published_at),
            retracted_at=timestamp(last.issued_at),
        )
    content = with_content(last).content
    return news_item(content, number=last.number, sha256=last.sha256, site=this_site())


def _document(last: Edition) -> Answer:
    edition = with_content(last)
    return provenance(
        edition.content,
        body_html=edition.body_html,
        versions=[_version(row) for row in history(last.article_uuid)],
        site=this_site(),
    )


def _version(edition: Edition) -> Version:
    return Version(
        number=edition.number,
        kind=EditionKind(edition.kind),
        reason=edition.reason,
        issued_at=timestamp(edition.issued_at),
        sha256=edition.sha256,
    )
