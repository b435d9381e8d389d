"""Topics as readers see them: only those that a public briefing is about."""

from django.db.models import Count, QuerySet

from articles.models.snippets import Topic
from articles.queries.paging import KeysetPage, page_of


def public_topics() -> list[Topic]:
    """Topics with the number of their public briefings as `briefings`, by name."""
    return list(_counted())


def topics_page(*, limit: int, cursor: str = "") -> KeysetPage[Topic]:
    """A page of what `public_topics` gives. One query; raises ForeignCursorError."""
    return page_of(_counted(), limit=limit, cursor=cursor, binding="topics", order=("name", "pk"))


def public_topic(slug: str) -> Topic | None:
    """A topic by its address, if a public briefing is about it."""
    return _counted().filter(slug=slug).first()


def _counted() -> QuerySet[Topic]:
    counted = Topic.objects.annotate(briefings=Count("current_editions"))
    return counted.filter(briefings__gt=0).order_by("name")
