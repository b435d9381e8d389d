"""Reads of the lower domain that span its models. No writes."""

import datetime
from collections.abc import Iterable

from sources.enums import ControlKind, OrganisationKind
from sources.ingest.match import Directory, DirectoryEntry
from sources.models import Organisation, OrganisationName, Ownership
from sources.ownership import OwnershipGraph, Party, Step

REMEMBERED = datetime.timedelta(days=5 * 365)  # for so long readers are told of a former owner


def ownership_graph(*, on: datetime.date) -> OwnershipGraph:
    """Everything on record about who stands above whom on a day, or did lately. Two queries."""
    parties = {
        key: Party(id=key, name=name, slug=slug, kind=OrganisationKind(kind))
        for key, name, slug, kind in Organisation.objects.values_list("pk", "name", "slug", "kind")
    }
    statements = Ownership.objects.valid_on(on, or_since=on - REMEMBERED).order_by("pk")
    steps = [_step(row, parties) for row in statements]
    return OwnershipGraph(
        on=on,
        parties=parties.values(),
        steps=[step for step in steps if step.holds_on(on)],
        ended=[step for step in steps if not step.holds_on(on)],
    )


def held_by(organisation_ids: Iterable[int]) -> set[int]:
    """These organisations and all below them, on whatever day. One query."""
    statements = Ownership.objects.exclude(owner=None).values_list("owner_id", "owned_id")
    below: dict[int | None, list[int]] = {}
    for owner_id, owned_id in statements:
        below.setdefault(owner_id, []).append(owned_id)
    found: set[int] = set()
    waiting = list(organisation_ids)
    while waiting:
        organisation_id = waiting.pop()
        if organisation_id not in found:
            found.add(organisation_id)
            waiting += below.get(organisation_id, [])
    return found


def directory() -> Directory:
    """All organisations with every name they go by, for ingest to match against. One query."""
    rows = OrganisationName.objects.order_by("organisation_id", "pk")
    names: dict[str, list[str]] = {}
    for slug, name in rows.values_list("organisation__slug", "name"):
        names.setdefault(slug, []).append(name)
    return Directory.of(
        DirectoryEntry(slug=slug, names=tuple(known)) for slug, known in names.items()
    )


def _step(row: Ownership, parties: dict[int, Party]) -> Step:
    return Step(
        organisation=parties[row.owned_id],
        control=ControlKind(row.control),
        owner=parties[row.owner_id] if row.owner_id else None,
        share=row.share,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        evidence_note=row.evidence_note,
    )
