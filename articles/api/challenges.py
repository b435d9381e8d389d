"""What readers doubted in an article, and what became of it; who doubted it is told to nobody."""

from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api import representations
from articles.api.doors import PublicView, gone_or_missing
from articles.api.lists import listed
from articles.api.shapes.challenges import ChallengeList
from articles.formats.challenged import doubt
from articles.queries.challenges import challenges_page
from articles.queries.editions import article_state, gone
from sources.api.description import reads
from sources.api.parameters import PAGING


class ArticleChallenges(PublicView):
    """The challenges of one article."""

    parameters = PAGING

    @reads(
        "challenges_list",
        summary="Read what readers doubted in an article, with its outcome, the newest first",
        shape=ChallengeList,
        parameters=parameters,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with a page of them."""
        found = article_state(uuid)
        if found is None:
            raise gone_or_missing(gone(uuid))
        path = f"/{found.current.address}"
        return listed(
            request,
            challenges_page(uuid, limit=self.asked.limit, cursor=self.asked.cursor),
            shown=lambda row: representations.challenge(row, doubt(row, path=path)),
            state=lambda row: representations.challenge_state(row, doubt(row, path=path)),
        )
