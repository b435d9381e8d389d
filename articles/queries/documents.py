"""Source documents as readers see them: by what current editions name and quote of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from articles.models.editions import CurrentEdition

MOST_BRIEFINGS = 100


@dataclass(frozen=True)
class Quoting:
    """A public briefing that names a document, with the citations that quote it."""

    edition_id: int
    url: str
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
                url=summary["url"],
                uuid=summary["uuid"],
                title=summary["title"],
                citations=[row for row in citations if row["source"] == key],
            )
            for edition_id, summary, citations in found
        ],
    )
