"""Source documents as readers see them: by what current editions name and quote of them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q

from articles.models.editions import CurrentEdition
from sources.models import SourceDocument

MOST_BRIEFINGS = 100


@dataclass(frozen=True)
class Quoting:
    """A public briefing that names a document, with the citations that quote it."""

    edition_id: int
    address: str
    uuid: str
    title: str
    citations: list[Mapping[str, Any]]


@dataclass(frozen=True)
class PublicDocument:
    """A document as the newest edition that names it describes it, and all that quotes it."""

    description: Mapping[str, Any]
    quoted_by: list[Quoting]


def public_document(uuid: UUID) -> PublicDocument | None:
    """A document that a current edition names; the captured text is not read. One query.

    The newest MOST_BRIEFINGS briefings are looked through.
    """
    named = CurrentEdition.objects.filter(documents__uuid=uuid).order_by("-edition_id")
    rows = named.values_list("edition_id", "summary", "edition__content__citations")
    found = list(rows[:MOST_BRIEFINGS])
    if not found:
        return None
    key = str(uuid)
    return PublicDocument(
        description=next(row for row in found[0][1]["sources"] if row["uuid"] == key),
        quoted_by=[
            Quoting(
                edition_id=edition_id,
                address=summary["address"],
                uuid=summary["uuid"],
                title=summary["title"],
                citations=[row for row in citations if row["source"] == key],
            )
            for edition_id, summary, citations in found
        ],
    )


def documents_to_recheck(*, checked_before: datetime.datetime, limit: int) -> list[SourceDocument]:
    """Documents with an address that current editions name, those not looked at for longest first.

    One query; without those that were looked at since.
    """
    named = SourceDocument.objects.filter(current_editions__isnull=False).exclude(url="")
    looked = named.annotate(looked_at=Max("checks__checked_at"))
    due = looked.filter(Q(looked_at=None) | Q(looked_at__lt=checked_before))
    ordered = due.order_by(F("looked_at").asc(nulls_first=True), "pk")
    return list(ordered.defer("repairs", "removals")[:limit])


def quotes_in_use(document: SourceDocument) -> list[str]:
    """What current editions quote of a document, each quote once. One query."""
    key = str(document.uuid)
    rows = CurrentEdition.objects.filter(documents=document).order_by("pk")
    quotes = (
        citation["quote"]
        for citations in rows.values_list("edition__content__citations", flat=True)
        for citation in citations
        if citation["source"] == key
    )
    return list(dict.fromkeys(quotes))
