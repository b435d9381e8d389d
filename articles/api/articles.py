"""Articles: the list with its filters, and the whole of one."""

from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api import representations
from articles.api.conditional import answer
from articles.api.doors import PublicView, gone_or_missing
from articles.api.lists import listed
from articles.api.shapes.articles import ArticleList as ArticleListShape
from articles.api.shapes.articles import ArticleSerializer
from articles.queries.briefings import BriefingFilters, sealed_briefings
from articles.queries.editions import article_state, gone
from articles.queries.translations import translations
from sources.api.description import reads
from sources.api.parameters import PAGING, Asked, Choice, Language, Moment, Parameter, Slug
from sources.enums import CorroborationState

FILTERS = (
    Slug("topic", "Articles on a topic."),
    Slug("organisation", "Articles that rest on, or speak of, an organisation."),
    Slug("issuer", "Articles with a directive of an issuer."),
    Choice(
        "corroboration",
        "Articles in a state of corroboration.",
        values=CorroborationState.values,
    ),
    Language("language", "Articles in a language."),
    Moment("published_after", "First published at this moment or later."),
    Moment("published_before", "First published at this moment or earlier.", is_end=True),
    Parameter(
        "q",
        "Words, “phrases”, -exclusions and fields such as `topic:nickel`, as in the site's search; "
        "of the matches the newest 1,000 are found.",
    ),
)


class ArticleList(PublicView):
    """Public articles, newest first."""

    parameters = (*FILTERS, *PAGING)

    @reads(
        "articles_list",
        summary="List articles, the newest first",
        shape=ArticleListShape,
        parameters=parameters,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with a page."""
        page = sealed_briefings(
            filters=_filters(self.asked), limit=self.asked.limit, cursor=self.asked.cursor
        )
        return listed(
            request,
            page,
            shown=representations.article_item,
            state=representations.article_state,
        )


class ArticleDetail(PublicView):
    """One public article."""

    @reads(
        "articles_read",
        summary="Read an article",
        shape=ArticleSerializer,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with everything; what was taken back is 410."""
        found = article_state(uuid)
        if found is None:
            raise gone_or_missing(gone(uuid))
        return answer(
            request,
            state=representations.article_state(found.current),
            body=lambda: representations.article(found.current, translations(found.current)),
            modified_at=found.modified_at,
        )


def _filters(asked: Asked) -> BriefingFilters:
    return BriefingFilters(
        topic=asked.text("topic"),
        organisation=asked.text("organisation"),
        issuer=asked.text("issuer"),
        corroboration=asked.text("corroboration"),
        language=asked.text("language"),
        published_after=asked.get("published_after"),
        published_before=asked.get("published_before"),
        words=asked.text("q"),
    )
