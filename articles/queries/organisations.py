"""Organisations as readers see them: only those that a public briefing rests on or speaks of."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from articles.models.editions import CurrentEdition, Directive
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.paging import KeysetPage, page_of
from sources.formats.chain import chain_data
from sources.models import Organisation
from sources.ownership import OwnershipGraph, Step
from sources.queries import ownership_graph

SHOWN = 20


@dataclass(frozen=True)
class Profile:
    """A public organisation with its owners on a day, and everything public that involves it."""

    organisation: Organisation
    party: Mapping[str, Any]
    steps: tuple[Step, ...]
    page: KeysetPage[CurrentEdition]
    issued: list[Directive]
    received: list[Directive]

    @property
    def documents(self) -> list[Mapping[str, Any]]:
        """Source documents that it published or that originate from it, as its briefings cite."""
        slug = self.organisation.slug
        found = {
            source["uuid"]: source
            for row in self.page.rows
            for source in row.summary["sources"]
            if slug in _speakers(source)
        }
        return list(found.values())


def public_organisations() -> list[Organisation]:
    """Organisations with the number of their public briefings as `briefings`, by name."""
    return list(_counted())


def organisations_page(*, limit: int, cursor: str = "") -> KeysetPage[Organisation]:
    """A page of what `public_organisations` gives, with all their names. Two queries.

    Raises ForeignCursorError.
    """
    rows = _counted().prefetch_related("names")
    return page_of(rows, limit=limit, cursor=cursor, binding="organisations", order=("name", "pk"))


def organisation_record(slug: str) -> Organisation | None:
    """A public organisation with all its names, and nothing that involves it. Two queries."""
    return _counted().prefetch_related("names").filter(slug=slug).first()


def organisation_choices() -> list[tuple[str, str]]:
    """Public organisations as (slug, name)."""
    rows = Organisation.objects.filter(current_editions__isnull=False)
    return list(rows.order_by("name").values_list("slug", "name").distinct())


def public_organisation(
    slug: str,
    *,
    on: datetime.date,
    cursor: str = "",
    before: datetime.datetime | None = None,
) -> Profile | None:
    """The profile of a public organisation, with its owners on a day. Six queries, at any size.

    `cursor` and `before` say which of its briefings; raises ForeignCursorError.
    """
    organisation = _counted().filter(slug=slug).first()
    if organisation is None:
        return None
    graph = ownership_graph(on=on)
    directives = Directive.objects.select_related("current").order_by("-published_at", "position")
    return Profile(
        organisation=organisation,
        party=_party(organisation, graph),
        steps=graph.path(organisation.pk),
        page=briefings(
            filters=BriefingFilters(organisation=slug), limit=SHOWN, cursor=cursor, before=before
        ),
        issued=list(directives.filter(issuer=organisation)[:SHOWN]),
        received=list(directives.filter(addressees=organisation)[:SHOWN]),
    )


def _counted() -> QuerySet[Organisation]:
    counted = Organisation.objects.annotate(briefings=Count("current_editions"))
    return counted.filter(briefings__gt=0).order_by("name")


def _speakers(source: Mapping[str, Any]) -> Iterable[str]:
    publisher = [source["publisher"]] if source["publisher"] else []
    return {party["slug"] for party in [*publisher, *source["originators"]]}


def _party(organisation: Organisation, graph: OwnershipGraph) -> Mapping[str, Any]:
    """In the shape in which an edition holds an organisation (see its `publisher`)."""
    return {
        "name": organisation.name,
        "slug": "",
        "ownership": {
            "words": graph.status(organisation.pk).words,
            "path": [
                {
                    "name": step.owner.name,
                    "slug": step.owner.slug,
                    "control_words": step.control.words,
                    "since": step.valid_from,
                }
                for step in graph.path(organisation.pk)
                if step.owner
            ],
            **chain_data(organisation.pk, graph),
        },
    }
