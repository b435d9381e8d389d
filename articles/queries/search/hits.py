"""Rows that were found, fetched in the order of the search; each kind in at most two queries.

What was found is looked up once more among what is public, so that an index that lagged behind
could not show what is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from articles.models.editions import CurrentEdition, Directive
from sources.models import OrganisationName, SourceDocument


@dataclass(frozen=True)
class OrganisationHit:
    """An organisation with all its names."""

    name: str
    slug: str
    kind: str
    other_names: list[str]


@dataclass(frozen=True)
class DocumentHit:
    """A source document as the newest briefing that cites it describes it."""

    source: Mapping[str, Any]
    address: str
    briefing: str

    @property
    def url(self) -> str:
        """Where the briefing tells of it."""
        return f"/{self.address}#source-{self.source['uuid']}"


def briefing_hits(keys: Sequence[int]) -> list[CurrentEdition]:
    """Current editions with their search text. One query."""
    rows = CurrentEdition.objects.searched().in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def directive_hits(keys: Sequence[int]) -> list[Directive]:
    """Directives with issuer, and title and address of their briefing. One query."""
    rows = Directive.objects.select_related("current__edition", "issuer").only(
        "text",
        "anchor",
        "deadline",
        "status",
        "issuer__name",
        "current__address",
        "current__edition__title",
    )
    found = rows.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def organisation_hits(keys: Sequence[int]) -> list[OrganisationHit]:
    """Public organisations. One query."""
    links = CurrentEdition.organisations.through.objects
    speaking = Exists(links.filter(organisation=OuterRef("organisation")))
    names = OrganisationName.objects.filter(speaking, organisation__in=keys)
    rows = names.select_related("organisation").order_by("pk")
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.organisation_id, []).append(row)
    return [
        OrganisationHit(
            name=found[key][0].organisation.name,
            slug=found[key][0].organisation.slug,
            kind=found[key][0].organisation.get_kind_display(),
            other_names=[r.name for r in found[key] if r.name != r.organisation.name],
        )
        for key in keys
        if key in found
    ]


def document_hits(keys: Sequence[int]) -> list[DocumentHit]:
    """Source documents that a current edition cites. Two queries."""
    citing = CurrentEdition.objects.filter(documents=OuterRef("pk")).order_by("-edition_id")
    documents = SourceDocument.objects.filter(pk__in=keys)
    newest = documents.annotate(newest=Subquery(citing.values("pk")[:1])).exclude(newest=None)
    by_key = {key: (str(uuid), by) for key, uuid, by in newest.values_list("pk", "uuid", "newest")}
    rows = CurrentEdition.objects.in_bulk([by for _uuid, by in by_key.values()])
    return [
        DocumentHit(source, rows[by].address, rows[by].summary["title"])
        for uuid, by in (by_key[key] for key in keys if key in by_key)
        for source in rows[by].summary["sources"]
        if source["uuid"] == uuid
    ]
