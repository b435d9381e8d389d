"""Directives of current editions: the tracker, and the newest of them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from articles.models.editions import Directive
from articles.queries.paging import KeysetPage, page_of
from sources.models import Organisation

Choices = list[tuple[str, str]]
# Rows of a briefing are written anew with each of its editions: only their places keep still.
NEWEST_FIRST = ("-published_at", "-current_id", "position")


@dataclass(frozen=True)
class DirectiveFilters:
    """What a reader chose to see; empty means everything. Days are inclusive.

    Of `words` each must stand in the text of a directive.
    """

    issuer: str = ""
    addressee: str = ""
    force: str = ""
    status: str = ""
    corroboration: str = ""
    deadline_from: datetime.date | None = None
    deadline_to: datetime.date | None = None
    topic: str = ""
    words: str = ""

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
    return page_of(rows, limit=limit, cursor=cursor, binding=filters.binding, order=NEWEST_FIRST)


def sealed_directives(
    *, filters: DirectiveFilters, limit: int, cursor: str = ""
) -> KeysetPage[Directive]:
    """As `directives`, each with the edition of its briefing, but nothing of its content."""
    rows = sealed(matching(filters))
    return page_of(rows, limit=limit, cursor=cursor, binding=filters.binding, order=NEWEST_FIRST)


def all_directives(filters: DirectiveFilters) -> Iterator[Directive]:
    """Every directive that was asked for, in the order of the pages, read as it is needed."""
    return sealed(matching(filters)).order_by(*NEWEST_FIRST).iterator(chunk_size=500)


def directive_by_uuid(uuid: UUID) -> Directive | None:
    """A directive of a public briefing, with the edition that it stands in."""
    return sealed(Directive.objects.filter(uuid=uuid)).first()


def sealed(rows: QuerySet[Directive]) -> QuerySet[Directive]:
    """With what the edition of the briefing says of itself, and nothing of its content."""
    heavy = ("content", "body_html", "search_text")
    related = rows.select_related("current__edition")
    return related.defer("current__summary", *(f"current__edition__{name}" for name in heavy))


def matching(filters: DirectiveFilters) -> QuerySet[Directive]:
    """The directives that a reader asked for."""
    wanted = {
        "issuer__slug": filters.issuer,
        "addressees__slug": filters.addressee,
        "force": filters.force,
        "status": filters.status,
        "corroboration": filters.corroboration,
        "deadline__gte": filters.deadline_from,
        "deadline__lte": filters.deadline_to,
        "current__topics__slug": filters.topic,
    }
    rows = Directive.objects.filter(**{name: value for name, value in wanted.items() if value})
    for word in filters.words.split():
        rows = rows.filter(text__icontains=word)
    return rows


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
