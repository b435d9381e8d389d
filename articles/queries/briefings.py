"""Lists of briefings: filtered, paged, and what stands beside them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from articles.models.editions import CurrentEdition, Directive
from articles.queries.editions import current_editions
from articles.queries.paging import KeysetPage, page_of


@dataclass(frozen=True)
class BriefingFilters:
    """What a reader chose to see; empty means everything."""

    topic: str = ""
    organisation: str = ""
    corroboration: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered at all."""
        return self != BriefingFilters()

    @property
    def binding(self) -> str:
        """What a cursor of this list is bound to."""
        return f"briefings {self!r}"


def briefings(
    *, filters: BriefingFilters, limit: int, cursor: str = ""
) -> KeysetPage[CurrentEdition]:
    """A page of public briefings, newest first. One query; raises ForeignCursorError."""
    rows = current_editions()
    if filters.topic:
        rows = rows.on_topic(filters.topic)
    if filters.organisation:
        rows = rows.about(filters.organisation)
    if filters.corroboration:
        rows = rows.filter(corroboration=filters.corroboration)
    if filters.since:
        rows = rows.filter(briefing_date__gte=filters.since)
    if filters.until:
        rows = rows.filter(briefing_date__lte=filters.until)
    return page_of(rows, limit=limit, cursor=cursor, binding=filters.binding)


def newest(limit: int) -> list[CurrentEdition]:
    """The newest public briefings."""
    return list(current_editions()[:limit])


def issuers(rows: Iterable[CurrentEdition]) -> dict[int, str]:
    """Who issued the first directive of each briefing, by primary key. One query."""
    found: dict[int, str] = {}
    directives = Directive.objects.filter(current__in=[row.pk for row in rows])
    named = directives.exclude(issuer=None).order_by("position")
    for key, name in named.values_list("current_id", "issuer__name"):
        found.setdefault(key, name)
    return found
