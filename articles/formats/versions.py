"""From the editions of a briefing to the lines of its history."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from articles.enums import EditionKind


class Issued(Protocol):
    """What an edition says of itself."""

    number: int
    kind: str
    reason: str
    issued_at: datetime.datetime


@dataclass(frozen=True)
class VersionRow:
    """One edition. `url` is empty where it cannot be read, `change_url` where nothing precedes."""

    number: int
    kind: str
    kind_words: str
    reason: str
    issued_at: datetime.datetime
    url: str
    change_url: str


def version_rows(editions: Iterable[Issued], *, path: str) -> list[VersionRow]:
    """The whole history, newest first; `path` is where the briefing is read."""
    rows: list[VersionRow] = []
    readable_before = 0  # the number of the last edition that could be read
    for edition in sorted(editions, key=lambda row: row.number):
        kind = EditionKind(edition.kind)
        rows.append(
            VersionRow(
                number=edition.number,
                kind=kind.value,
                kind_words=str(kind.label),
                reason=edition.reason,
                issued_at=edition.issued_at,
                url=f"{path}versions/{edition.number}/" if kind.is_public else "",
                change_url=_change_url(path, readable_before) if kind.is_public else "",
            )
        )
        readable_before = edition.number if kind.is_public else readable_before
    return rows[::-1]


def _change_url(path: str, before: int) -> str:
    """A difference stands with the edition that it begins from."""
    return f"{path}versions/{before}/#difference" if before else ""
