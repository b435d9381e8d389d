"""Directives of current editions: the tracker, and the newest of them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from articles.enums import DirectiveForce, DirectiveStatus
from articles.models.editions import Directive
from articles.queries.paging import KeysetPage, page_of
from articles.queries.search import directives_with
from sources.enums import CorroborationState

FIXED = {
    "force": DirectiveForce.values,
    "status": DirectiveStatus.values,
    "corroboration": CorroborationState.values,
}
# Rows of a briefing are written anew with each of its editions: only their places keep still.
NEWEST_FIRST = ("-published_at", "-current_id", "position")


class PartyFacet(NamedTuple):
    """An organisation, and how many directives choosing it would leave."""

    slug: str
    name: str
    total: int


@dataclass(frozen=True)
class Facets:
    """How many directives each choice would leave; those of fixed choices by value."""

    issuers: list[PartyFacet]
    addressees: list[PartyFacet]
    force: dict[str, int]
    status: dict[str, int]
    corroboration: dict[str, int]


@dataclass(frozen=True)
class DirectiveFilters:
    """What a reader chose to see; empty means everything. Days are inclusive.

    `words` are a query in the language of the search, and `found` is what it finds, once it was
    looked up.
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
    found: tuple[int, ...] | None = field(default=None, repr=False, compare=False)

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered at all."""
        return self != DirectiveFilters()

    @property
    def binding(self) -> str:
        """What a cursor of this list is bound to."""
        return f"directives {self!r}"


def searched(filters: DirectiveFilters) -> DirectiveFilters:
    """With what its words find, so that many questions search once. Raises UnsearchableError.

    Of what they find, the newest `MOST_COUNTED` are listed.
    """
    if not filters.words or filters.found is not None:
        return filters
    return replace(filters, found=tuple(directives_with(filters.words)))


def directives(
    *,
    filters: DirectiveFilters,
    limit: int,
    cursor: str = "",
    before: datetime.datetime | None = None,
) -> KeysetPage[Directive]:
    """A page of directives, newest first, each with its briefing. Raises ForeignCursorError.

    It begins with the newest one of a briefing that was first published before a moment.
    """
    return page_of(
        matching(filters).select_related("current"),
        limit=limit,
        cursor=cursor,
        binding=filters.binding,
        order=NEWEST_FIRST,
        below=before,
    )


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
    """The directives that a reader asked for. Raises UnsearchableError."""
    found = searched(filters).found
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
    return rows if found is None else rows.filter(pk__in=found)


def newest_directives(limit: int) -> list[Directive]:
    """The newest directives, each with its briefing."""
    rows = Directive.objects.select_related("current")
    return list(rows.order_by("-published_at", "position")[:limit])


def facets(filters: DirectiveFilters) -> Facets:
    """How many directives each further choice would leave. Three queries.

    What is chosen in a facet itself does not count there, so that another choice can be compared.
    """
    return Facets(
        issuers=_parties(replace(filters, issuer=""), "issuer"),
        addressees=_parties(replace(filters, addressee=""), "addressees"),
        **_fixed_choices(filters),
    )


def deadlines(
    *, filters: DirectiveFilters, since: datetime.date, until: datetime.date
) -> dict[datetime.date, dict[str, int]]:
    """How many are due in each month of a time, by its first day and by status. One query."""
    rows = matching(filters).filter(deadline__range=(since, until))
    counted = rows.annotate(month=TruncMonth("deadline")).values("month", "status")
    found: dict[datetime.date, dict[str, int]] = {}
    for row in counted.annotate(count=Count("pk")).order_by():
        found.setdefault(row["month"], {})[row["status"]] = row["count"]
    return found


def _parties(filters: DirectiveFilters, role: str) -> list[PartyFacet]:
    rows = matching(filters).exclude(**{role: None})
    named = rows.values_list(f"{role}__slug", f"{role}__name").annotate(count=Count("pk"))
    return [PartyFacet(*row) for row in named.order_by(f"{role}__name")]


def _fixed_choices(filters: DirectiveFilters) -> dict[str, dict[str, int]]:
    """Counts of every force, status and corroboration, all in one query."""
    chosen = {name: getattr(filters, name) for name in FIXED}
    counts = {}
    for name, values in FIXED.items():
        others = Q(**{key: value for key, value in chosen.items() if value and key != name})
        for value in values:
            counts[f"{name}_{value}"] = Count("pk", filter=others & Q(**{name: value}))
    found = matching(replace(filters, force="", status="", corroboration="")).aggregate(**counts)
    return {name: {value: found[f"{name}_{value}"] for value in FIXED[name]} for name in FIXED}
