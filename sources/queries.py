"""Reads of the lower domain that span its models. No writes."""

import datetime
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from sources.enums import (
    ControlKind,
    CorroborationState,
    Credibility,
    OrganisationKind,
    TestimonyRole,
)
from sources.independence import Testimony, assess
from sources.ingest.match import Directory, DirectoryEntry
from sources.models import Organisation, OrganisationName, Ownership, SourceDocument
from sources.ownership import OwnershipGraph, Party, Step

LONG = ("text", "repairs", "removals")
REMEMBERED = datetime.timedelta(days=5 * 365)  # for so long readers are told of a former owner


def ownership_graph(*, on: datetime.date) -> OwnershipGraph:
    """Everything on record about who stands above whom on a day, or did lately. Two queries."""
    return ownership_graphs(days=[on])[on]


def ownership_graphs(*, days: Iterable[datetime.date]) -> dict[datetime.date, OwnershipGraph]:
    """The same for several days, at the price of one."""
    wanted = sorted(set(days))
    if not wanted:
        return {}
    parties = {
        key: Party(id=key, name=name, slug=slug, kind=OrganisationKind(kind))
        for key, name, slug, kind in Organisation.objects.values_list("pk", "name", "slug", "kind")
    }
    since = _remembered_since(wanted[0])
    told = Ownership.objects.valid_on(wanted[-1], or_since=since).order_by("pk")
    steps = [_step(row, parties) for row in told]
    return {day: _graph(day, parties, steps) for day in wanted}


def unconfirmed(documents: Iterable[SourceDocument]) -> dict[int, str]:
    """Which of these are graded 1 though nothing independent bears them out any more, and why.

    Their publishers and originators are at hand. No query where none is graded 1, else four.
    """
    graded = [row for row in documents if row.credibility == Credibility.CONFIRMED]
    if not graded:
        return {}
    named = {row.borne_out_by_id for row in graded if row.borne_out_by_id}
    others = SourceDocument.objects.filter(pk__in=named).select_related("publisher")
    bearing = {row.pk: row for row in others.prefetch_related("originators").defer(*LONG)}
    graphs = ownership_graphs(days=map(day_of, graded))
    reasons = {
        row.pk: why_unconfirmed(
            row, bearing.get(row.borne_out_by_id or 0), row.originators.all(), graphs[day_of(row)]
        )
        for row in graded
    }
    return {key: reason for key, reason in reasons.items() if reason}


def why_unconfirmed(
    document: SourceDocument,
    other: SourceDocument | None,
    originators: Iterable[Organisation],
    graph: OwnershipGraph,
) -> str:
    """Why another document does not confirm this one; empty where it does. No query of its own.

    The graph is that of `day_of` the document. What is unknown is never independent.
    """
    if other is None or other.pk == document.pk:
        return _("Name another document that bears it out.")
    testimonies = (
        _testimony(document, list(originators)),
        _testimony(other, list(other.originators.all())),
    )
    verdict = assess(testimonies, graph)
    return "" if verdict.state is CorroborationState.CORROBORATED else verdict.reason


def day_of(document: SourceDocument) -> datetime.date:
    """The day whose ownership counts for a document: of its publication, else of its capture."""
    return document.published_on or document.captured_at.date()


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


def _graph(on: datetime.date, parties: dict[int, Party], steps: Iterable[Step]) -> OwnershipGraph:
    told = [step for step in steps if _is_told_on(on, step)]
    return OwnershipGraph(
        on=on,
        parties=parties.values(),
        steps=[step for step in told if step.holds_on(on)],
        ended=[step for step in told if not step.holds_on(on)],
    )


def _is_told_on(on: datetime.date, step: Step) -> bool:
    is_begun = step.valid_from is None or step.valid_from <= on
    return is_begun and (step.valid_to is None or step.valid_to > _remembered_since(on))


def _remembered_since(on: datetime.date) -> datetime.date:
    """The day from which former owners are told of; at the earliest the first of the calendar."""
    first = datetime.date.min
    return first + max(on - first - REMEMBERED, datetime.timedelta())


def _testimony(document: SourceDocument, originators: Sequence[Organisation]) -> Testimony:
    speakers = originators or ([document.publisher] if document.publisher else [])
    return Testimony(
        document_id=document.pk,
        uuid=str(document.uuid),
        title=str(document),
        originators=tuple(row.pk for row in speakers),
        cluster=document.republication_cluster,
        role=TestimonyRole.PRIMARY,
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
