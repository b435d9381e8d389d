"""The organisations that an item names: what is on record of each, or the form that begins one."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from articles.editorial.ingest.forms import OrganisationForm
from sources.enums import OrganisationKind
from sources.ingest import ParsedItem
from sources.ingest.item import NamedOrganisation
from sources.models import Organisation, Ownership
from sources.ownership import OwnershipGraph
from sources.queries import ownership_graph

ROLES = ("source", "owner", "mentioned")
KIND_WORDS = (
    (OrganisationKind.MEDIA, r"daily|news|times|herald|post|press|tv|radio|journal|gazette|agency"),
    (OrganisationKind.PARTY, r"party"),
    (OrganisationKind.EXCHANGE, r"exchange|bourse"),
    (OrganisationKind.RESEARCH, r"university|institute|academy|laborator\w+"),
    (OrganisationKind.ASSOCIATION, r"association|society|federation|chamber|union"),
    (
        OrganisationKind.GOVERNMENT,
        r"ministry|government|department|commission|state council|bureau",
    ),
)


@dataclass(frozen=True)
class NamedParty:
    """An organisation of the item: with its record, or with the form that makes one.

    `ownership` says in words who stands above it; empty where that is not on record, and then
    `owner_url` is where it can be said.
    """

    named: NamedOrganisation
    organisation: Organisation | None = None
    ownership: str = ""
    owner_url: str = ""
    form: OrganisationForm | None = None


def named_parties(named: Iterable[NamedOrganisation], *, on: datetime.date) -> list[NamedParty]:
    """The organisations, each once, sources before owners and mentions."""
    ordered = sorted(named, key=lambda row: ROLES.index(row.role))
    once: dict[str, NamedOrganisation] = {}
    for row in ordered:
        once.setdefault(row.slug or row.name, row)
    records = _records(once.values())
    graph = ownership_graph(on=on)
    return [
        _party(row, records.get(row.slug or ""), graph, f"party-{number}-%s")
        for number, row in enumerate(once.values(), start=1)
    ]


def originators_of(item: ParsedItem) -> list[Organisation]:
    """The organisations on record to which the item credits its content."""
    return list(_records(row for row in item.organisations if row.role == "source").values())


def likely_kind(name: str) -> OrganisationKind:
    """What a name sounds like; a company where it sounds like nothing else."""
    for kind, words in KIND_WORDS:
        if re.search(rf"\b({words})\b", name, re.IGNORECASE):
            return kind
    return OrganisationKind.COMPANY


def _records(named: Iterable[NamedOrganisation]) -> dict[str, Organisation]:
    slugs = [row.slug for row in named if row.slug]
    return {row.slug: row for row in Organisation.objects.filter(slug__in=slugs)}


def _party(
    named: NamedOrganisation, organisation: Organisation | None, graph: OwnershipGraph, ids: str
) -> NamedParty:
    if organisation is None:
        initial = {"name": named.name, "kind": likely_kind(named.name)}
        return NamedParty(named, form=OrganisationForm(initial=initial, auto_id=ids))
    if graph.has_record(organisation.pk):
        words = graph.status(organisation.pk).words
        return NamedParty(named, organisation, ownership=words)
    return NamedParty(named, organisation, owner_url=owner_url(organisation))


def owner_url(organisation: Organisation) -> str:
    """Where to say who owns an organisation: a new statement, else its own record."""
    viewset = getattr(Ownership, "snippet_viewset", None)
    if viewset:
        return f"{reverse(viewset.get_url_name('add'))}?owned={organisation.pk}"
    return AdminURLFinder().get_edit_url(organisation) or ""
