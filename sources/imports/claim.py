"""What a file claims about ownership, before anybody has compared it with the record."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from sources.enums import ControlKind, OrganisationKind


class FileError(ValueError):
    """The file as a whole cannot be read; the message says why."""


@dataclass(frozen=True)
class Named:
    """An organisation as a file names it; `name` is empty where only its Wikidata id is given."""

    name: str
    kind: OrganisationKind | None = None
    country: str = ""
    native_name: str = ""
    wikidata_id: str = ""
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name or self.wikidata_id


@dataclass(frozen=True)
class Claim:
    """One statement of ownership, and where in the file it stands."""

    place: str
    owned: Named
    control: ControlKind
    owner: Named | None = None
    share: Decimal | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    evidence_url: str = ""
    evidence_note: str = ""


@dataclass(frozen=True)
class Unreadable:
    """A row or a statement that cannot be understood, and why."""

    place: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """Everything that a file says about ownership."""

    claims: tuple[Claim, ...]
    unreadable: tuple[Unreadable, ...] = ()
