"""Directives of current editions: the tracker, and the newest of them."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models.editions import Directive
from articles.queries.paging import KeysetPage, page_of
from sources.models import Organisation

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class DirectiveFilters:
    """What a reader chose to see; empty means everything. Days are inclusive."""

    issuer: str = ""
    addressee: str = ""
    force: str = ""
    status: str = ""
    deadline_from: datetime.date | None = None
    deadline_to: datetime.date | None = None

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered at all."""
        return self != DirectiveFilters()

    @property
    def binding(self) -> str:
        """What a cursor of this list is bound to."""
        return f"directives {self!r}"


def directives(*, filters: DirectiveFilters, limit: int, cursor: str = "") -> KeysetPage[Directive]:
    """A page of directives, newest first, each with its briefing. Raises ForeignCursorError."""
    rows = matching(filters).select_related("current")
    return page_of(
        rows, limit=limit, cursor=cursor, binding=filters.binding, order=("-published_at", "pk")
    )


def matching(filters: DirectiveFilters) -> QuerySet[Directive]:
    """The directives that a reader asked for."""
    wanted = {
        "issuer__slug": filters.issuer,
        "addressees__slug": filters.addressee,
        "force": filters.force,
        "status": filters.status,
        "deadline__gte": filters.deadline_from,
        "deadline__lte": filters.deadline_to,
    }
    return Directive.objects.filter(**{name: value for name, value in wanted.items() if value})


def newest_directives(limit: int) -> list[Directive]:
    """The newest directives, each with its briefing."""
    rows = Directive.objects.select_related("current")
    return list(rows.order_by("-published_at", "position")[:limit])


def issuer_choices() -> Choices:
    """Organisations that issued a directive, as (slug, name)."""
    return _choices(Organisation.objects.filter(directives_issued__isnull=False))


def addressee_choices() -> Choices:
    """Organisations that a directive is addressed to, as (slug, name)."""
    return _choices(Organisation.objects.filter(directives_received__isnull=False))


def _choices(rows: QuerySet[Organisation]) -> Choices:
    return list(rows.order_by("name").values_list("slug", "name").distinct())
