"""Topics of public articles."""

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.doors import PublicView
from articles.api.lists import listed
from articles.api.representations import topic
from articles.api.shapes.articles import TopicList as TopicListShape
from articles.queries.topics import topics_page
from sources.api.description import reads
from sources.api.parameters import PAGING


class TopicList(PublicView):
    """Topics by name."""

    parameters = PAGING

    @reads(
        "topics_list",
        summary="List topics by name",
        shape=TopicListShape,
        parameters=parameters,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with a page."""
        page = topics_page(limit=self.asked.limit, cursor=self.asked.cursor)
        return listed(request, page, shown=topic, state=lambda row: [topic(row)])
