"""From an edition that says what was wrong to a line of the corrections log."""

import datetime
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from articles.enums import EditionKind


class Corrected(Protocol):
    """An edition out of the log.

    The query adds `public_address`, where its article is read now, None where it is not,
    `public_disclaimer`, what stands there of its sources, and `number_before`, that of the edition
    it corrects.
    """

    article_uuid: UUID
    number: int
    kind: str
    reason: str
    issued_at: datetime.datetime
    title: str
    language: str


@dataclass(frozen=True)
class Correction:
    """What was wrong and when it was put right. A retraction has no title, path and number."""

    id: str
    anchor: str
    kind: EditionKind
    kind_words: str
    reason: str
    issued_at: datetime.datetime
    title: str
    language: str
    path: str
    change_path: str
    number: int
    disclaimer: str = ""

    @property
    def is_retraction(self) -> bool:
        """Whether nothing of the article may be shown."""
        return self.kind is EditionKind.RETRACTED

    @property
    def headline(self) -> str:
        """What a feed calls it: "Corrected: the title"."""
        return f"{self.kind_words}: {self.title}"


def correction_of(edition: Corrected) -> Correction:
    """Lay out an edition; what is not public any more is not named."""
    kind = EditionKind(edition.kind)
    address, before = (getattr(edition, name, None) for name in ("public_address", "number_before"))
    path = f"/{address}" if address else ""
    identity = uuid5(edition.article_uuid, str(edition.number))
    return Correction(
        id=identity.urn,
        anchor=f"c-{identity.hex[:8]}",
        kind=kind,
        kind_words=str(kind.label),
        reason=edition.reason,
        issued_at=edition.issued_at,
        title=edition.title if path else _("a briefing that is no longer public"),
        language=edition.language,
        path=path,
        change_path=f"{path}versions/{before}/#difference" if path else "",
        number=edition.number if path else 0,
        disclaimer=getattr(edition, "public_disclaimer", None) or "",
    )
