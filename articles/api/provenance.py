"""Where an article comes from, and what became of it, as W3C PROV-JSON."""

from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.conditional import answer
from articles.api.doors import PublicView, gone_or_missing
from articles.api.representations import Answer
from articles.api.shapes.exchange import ProvenanceSerializer
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.formats.prov import Version, provenance
from articles.formats.site import this_site
from articles.models.editions import Edition
from articles.queries.editions import gone
from articles.queries.history import history, last_word, with_content
from sources.api.description import reads


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
        last = last_word(uuid)
        if last is None:
            raise gone_or_missing(gone(uuid))
        return answer(
            request,
            state=[last.pk, last.sha256],
            body=lambda: _document(last),
            modified_at=last.issued_at,
        )


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
