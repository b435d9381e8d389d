"""The change feed: every edition in the order of the record, with tombstones."""

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.doors import PublicView
from articles.api.lists import listed
from articles.api.representations import change
from articles.api.shapes.articles import ChangeList as ChangeListShape
from articles.queries.changes import changes
from sources.api.description import reads
from sources.api.parameters import PAGING, Whole

AFTER = Whole("after", "The last position that is known: only what came later.", default=0)


class ChangeList(PublicView):
    """Changes, oldest first."""

    parameters = (AFTER, *PAGING)

    @reads(
        "changes_list",
        summary="Follow the record: every edition, the oldest first",
        shape=ChangeListShape,
        parameters=parameters,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with a page; replayed from the start, the feed gives the present state."""
        after = self.asked.get("after") or 0
        page = changes(after=after, limit=self.asked.limit, cursor=self.asked.cursor)
        return listed(request, page, shown=change, state=lambda row: [change(row)])
