"""Lists of briefings: filtered, paged, and what stands beside them."""

import datetime
from dataclasses import dataclass

from articles.models.editions import CurrentEdition
from articles.queries.editions import current_editions
from articles.queries.paging import KeysetPage, page_of
from articles.queries.search import briefings_with
from articles.querysets import CurrentEditionQuerySet


@dataclass(frozen=True)
class BriefingFilters:
    """What a reader chose to see; empty means everything. Days and moments are inclusive."""

    topic: str = ""
    organisation: str = ""
    author: str = ""
    corroboration: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    issuer: str = ""
    language: str = ""
    published_after: datetime.datetime | None = None
    published_before: datetime.datetime | None = None
    words: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered at all."""
        return self != BriefingFilters()

    @property
    def binding(self) -> str:
        """What a cursor of this list is bound to."""
        return f"briefings {self!r}"


def briefings(
    *,
    filters: BriefingFilters,
    limit: int,
    cursor: str = "",
    before: datetime.datetime | None = None,
) -> KeysetPage[CurrentEdition]:
    """A page of public briefings, newest first, each with its issuer; raises ForeignCursorError.

    One query; one more where it begins with the newest one published before a moment.
    """
    rows = matching(filters).with_issuer()
    return page_of(rows, limit=limit, cursor=cursor, binding=filters.binding, below=before)


def sealed_briefings(
    *, filters: BriefingFilters, limit: int, cursor: str = ""
) -> KeysetPage[CurrentEdition]:
    """As `briefings`, each with what its edition says of itself; searching takes a query more."""
    rows = matching(filters).sealed()
    return page_of(rows, limit=limit, cursor=cursor, binding=filters.binding)


def matching(filters: BriefingFilters) -> CurrentEditionQuerySet:
    """The public briefings that were asked for. Raises UnsearchableError.

    Of the briefings that a query finds, the newest `MOST_COUNTED` are listed.
    """
    rows = current_editions()
    if filters.topic:
        rows = rows.on_topic(filters.topic)
    if filters.organisation:
        rows = rows.about(filters.organisation)
    if filters.author:
        rows = rows.by_author(filters.author)
    if filters.issuer:
        rows = rows.issued_by(filters.issuer)
    if filters.words:
        rows = rows.filter(pk__in=briefings_with(filters.words))
    wanted = {
        "corroboration": filters.corroboration,
        "language": filters.language,
        "briefing_date__gte": filters.since,
        "briefing_date__lte": filters.until,
        "published_at__gte": filters.published_after,
        "published_at__lte": filters.published_before,
    }
    return rows.filter(**{name: value for name, value in wanted.items() if value})


def newest(limit: int) -> list[CurrentEdition]:
    """The newest public briefings, each with its issuer."""
    return list(current_editions().with_issuer()[:limit])
