"""What a search finds: a page of one group, a glance at the others, facets, and a suggestion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.fulltext import (
    BRIEFINGS,
    DIRECTIVES,
    DOCUMENTS,
    MOST_COUNTED,
    MOST_RANKED,
    ORGANISATIONS,
    Found,
    Query,
    Request,
    Shelf,
    UnsearchableError,
    read_query,
)
from articles.queries.search.facets import Choice, Facet, chosen, facets
from articles.queries.search.fields import meaning
from articles.queries.search.hits import (
    briefing_hits,
    directive_hits,
    document_hits,
    organisation_hits,
)
from articles.queries.search.suggestion import suggestion

LAST_PAGE = 50
GLANCE = 3


@dataclass(frozen=True)
class Kind:
    """What can be found together: where it is indexed, how it is fetched."""

    shelf: Shelf
    hits: Callable[[Sequence[int]], list[Any]]
    takes_fields: bool = False


KINDS = {
    "briefings": Kind(BRIEFINGS, briefing_hits, takes_fields=True),
    "directives": Kind(DIRECTIVES, directive_hits, takes_fields=True),
    "organisations": Kind(ORGANISATIONS, organisation_hits),
    "sources": Kind(DOCUMENTS, document_hits),
}
GROUPS = tuple(KINDS)


@dataclass(frozen=True)
class Group:
    """Hits of one kind, best first. `count` stops at MOST_COUNTED, and `is_capped` says so."""

    name: str
    rows: list[Any]
    count: int
    is_capped: bool


@dataclass(frozen=True)
class SearchPage:
    """A page of hits, and what stands around it. `notes` name what nothing here is called."""

    group: Group
    number: int
    size: int
    terms: tuple[str, ...]
    notes: tuple[str, ...]
    others: list[Group]
    facets: list[Facet]
    chosen: list[Choice]
    suggestion: str

    @property
    def has_next(self) -> bool:
        """Whether a further page has hits; only what was ranked has pages."""
        reachable = min(self.group.count, MOST_RANKED)
        return self.number * self.size < reachable and self.number < LAST_PAGE


def search(*, text: str, group: str = "briefings", page: int = 1, size: int = 10) -> SearchPage:
    """Search one group, and glance at the others from the first page of briefings.

    At most twelve queries, however much is found, and three more for each field that names
    something. Raises UnsearchableError, whose message says what to type instead.
    """
    request = read_query(text)
    if not 1 <= page <= LAST_PAGE:
        raise UnsearchableError(
            _("Pages run from 1 to %(last)d. Use more words to find less.") % {"last": LAST_PAGE}
        )
    meant = meaning(request)
    is_front = group == GROUPS[0]
    found = _match(group, request, meant.query, with_marks=is_front)
    shown = found.keys[(page - 1) * size : page * size]
    return SearchPage(
        group=_group(group, found, shown),
        number=page,
        size=size,
        terms=request.wanted,
        notes=meant.notes,
        others=_others(request, meant.query) if is_front and page == 1 else [],
        facets=facets(text, request, found) if is_front and found.keys else [],
        chosen=chosen(text, request),
        suggestion="" if found.keys or not is_front else suggestion(text, request, meant.query),
    )


def briefings_with(text: str) -> list[int]:
    """Primary keys of the current editions that a query finds, at most MOST_COUNTED, the newest.

    Raises UnsearchableError.
    """
    return BRIEFINGS.match(meaning(read_query(text)).query, ranked=0).keys


def directives_with(text: str) -> list[int]:
    """Primary keys of the directives that a query finds, at most MOST_COUNTED, the newest.

    Raises UnsearchableError.
    """
    return DIRECTIVES.match(meaning(read_query(text)).query, ranked=0).keys


def _match(name: str, request: Request, query: Query, *, with_marks: bool = False) -> Found:
    """Organisations and sources have no fields, and are found by words alone."""
    kind = KINDS[name]
    if request.fields and not kind.takes_fields:
        return Found()
    return kind.shelf.match(query, most=MOST_COUNTED, with_marks=with_marks)


def _others(request: Request, query: Query) -> list[Group]:
    groups = []
    for name in GROUPS[1:]:
        found = _match(name, request, query)
        if found.keys:
            groups.append(_group(name, found, found.keys[:GLANCE]))
    return groups


def _group(name: str, found: Found, shown: Sequence[int]) -> Group:
    return Group(
        name=name,
        rows=KINDS[name].hits(shown) if shown else [],
        count=len(found.keys),
        is_capped=found.is_more,
    )
