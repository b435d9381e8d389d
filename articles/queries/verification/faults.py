"""What can be wrong with a row of the record, and how it is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from articles.models.editions import Edition


class FaultKind(StrEnum):
    """What happened to a row."""

    ALTERED = "altered"
    MISSING = "missing"
    INSERTED = "inserted"
    UNREADABLE = "unreadable"
    MISREPRESENTED = "misrepresented"  # the lists say something else than the edition


@dataclass(frozen=True)
class Fault:
    """One row that is not as it was written; `str()` names it and says what is wrong."""

    kind: FaultKind
    what: str
    edition_id: int | None = None
    article_uuid: UUID | None = None
    number: int | None = None

    def __str__(self) -> str:
        return ": ".join(filter(None, (", ".join(self._names()), self.kind, self.what)))

    def _names(self) -> Iterator[str]:
        if self.edition_id is not None:
            yield f"edition {self.edition_id}"
        if self.article_uuid is not None:
            number = f"number {self.number} of " if self.number is not None else ""
            yield f"{number}article {self.article_uuid}"


def fault(kind: FaultKind, what: str, edition: Edition) -> Fault:
    """A fault of an edition that could be read."""
    return Fault(kind, what, edition.pk, edition.article_uuid, edition.number)
