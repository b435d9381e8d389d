"""Reading every row of a table, in order and in pieces, whatever has become of some of them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import DatabaseError, models

PIECE = 100
VANISHED = "the database lists the row and does not find it"
# What Django and the drivers raise over a value that its column cannot hold.
BROKEN = (DatabaseError, ValueError, TypeError, AttributeError)

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Unreadable:
    """A row that the database lists and cannot give out."""

    pk: int
    reason: str


def read(rows: models.QuerySet[Row]) -> Iterator[Row | Unreadable]:
    """All rows in order of their keys. Raises DatabaseError where not even keys can be read."""
    last: int | None = None
    while keys := _keys_after(rows, last):
        yield from _piece(rows, keys)
        last = keys[-1]


def _keys_after(rows: models.QuerySet[Row], last: int | None) -> list[int]:
    """The next keys, rising even where a damaged index would have them run in a circle."""
    following = rows if last is None else rows.filter(pk__gt=last)
    keys = following.prefetch_related(None).order_by("pk").values_list("pk", flat=True)[:PIECE]
    return sorted({key for key in keys if last is None or key > last})


def _piece(rows: models.QuerySet[Row], keys: Sequence[int]) -> Iterator[Row | Unreadable]:
    found: dict[Any, Row] = {}
    with suppress(*BROKEN):  # one of them is broken: which one is found out below
        found = rows.in_bulk(keys)
    for key in keys:
        yield found.get(key) or _alone(rows, key)


def _alone(rows: models.QuerySet[Row], key: int) -> Row | Unreadable:
    try:
        return rows.get(pk=key)
    except models.ObjectDoesNotExist:
        return Unreadable(key, VANISHED)
    except BROKEN as error:
        return Unreadable(key, str(error))
