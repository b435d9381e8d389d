"""Source documents that public articles name: metadata, digest, quotes; never the text."""

from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from articles.api import representations
from articles.api.conditional import answer
from articles.api.doors import PublicView
from articles.api.shapes.evidence import SourceSerializer
from articles.queries.documents import public_document
from sources.api.description import reads


class SourceDetail(PublicView):
    """One source document."""

    @reads(
        "sources_read",
        summary="Read what is public of a source document",
        shape=SourceSerializer,
        refuses=(404,),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with the document as current editions show it."""
        found = public_document(uuid)
        if found is None:
            raise NotFound("No public article names such a source document.")
        return answer(
            request,
            state=[str(uuid), [row.edition_id for row in found.quoted_by]],
            body=lambda: representations.document(found),
        )
