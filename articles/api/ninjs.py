"""An article as IPTC ninjs, for those who take news in that shape."""

from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.conditional import answer
from articles.api.doors import PublicView, gone_or_missing
from articles.api.representations import Answer
from articles.api.shapes.exchange import NinjsSerializer
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.formats.ninjs import cancelled_item, news_item
from articles.formats.site import this_site
from articles.models.editions import Edition
from articles.queries.editions import gone
from articles.queries.history import last_word, with_content
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
        last = last_word(uuid)
        if last is None:
            raise gone_or_missing(gone(uuid))
        return answer(
            request,
            state=[last.pk, last.sha256],
            body=lambda: _item(last),
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
