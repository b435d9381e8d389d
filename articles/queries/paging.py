"""Keyset paging, the only one there is: stable under inserts and deletes, as fast on page 500.

A cursor is opaque and signed, and bound to what it was made for; a foreign one is refused.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
SALT = "assay.paging"
NEWEST_FIRST = ("-published_at", "-pk")


class ForeignCursorError(ValueError):
    """A cursor that was altered, or made for another list, filter or order."""

    def __init__(self) -> None:
        super().__init__(
            "The cursor does not belong to this list. Start again from the first page."
        )


@dataclass(frozen=True)
class KeysetPage(Generic[Row]):
    """A page of rows; `next` and `previous` are cursors, empty at the ends."""

    rows: list[Row]
    next: str = ""
    previous: str = ""


def page_of(
    queryset: QuerySet[Row],
    *,
    limit: int,
    cursor: str = "",
    binding: str = "",
    order: Sequence[str] = NEWEST_FIRST,
    below: Any = None,
) -> KeysetPage[Row]:
    """The page at a cursor; `binding` names the list with its filters. One query.

    `order` names fields that are never null, "-" for descending, the last of them unique. Without a
    cursor, `below` is where to begin: in a list that descends, with the first row whose leading
    field is less, or with the last page where there is none. That takes a second query. Raises
    ForeignCursorError.
    """
    backwards, position = _read(cursor, binding, order) if cursor else (False, None)
    ordering = [_flipped(name) for name in order] if backwards else list(order)
    queryset = queryset.order_by(*ordering)
    is_jump = position is None and below is not None
    if position is not None:
        queryset = queryset.filter(_beyond(ordering, position))
    if is_jump:
        leading = order[0].removeprefix("-")
        above = queryset.filter(**{f"{leading}__gte": below})
        queryset = queryset.filter(**{f"{leading}__lt": below})
    found = list(queryset[: limit + 1])
    if is_jump and not found:
        return _last_page(above, limit, binding, order)
    rows, more = found[:limit], len(found) > limit
    if backwards:
        rows.reverse()
    has_next, has_previous = (True, more) if backwards else (more, position is not None)
    has_previous = bool(above[:1]) if is_jump else has_previous
    return KeysetPage(
        rows=rows,
        next=_write(rows[-1], binding, order, backwards=False) if rows and has_next else "",
        previous=_write(rows[0], binding, order, backwards=True) if rows and has_previous else "",
    )


def _last_page(
    queryset: QuerySet[Row], limit: int, binding: str, order: Sequence[str]
) -> KeysetPage[Row]:
    """Where a jump ends that goes back beyond the first row there ever was."""
    found = list(queryset.reverse()[: limit + 1])
    rows = found[:limit][::-1]
    has_previous = len(found) > limit
    return KeysetPage(
        rows=rows,
        previous=_write(rows[0], binding, order, backwards=True) if has_previous else "",
    )


def _beyond(ordering: Sequence[str], position: Sequence[Any]) -> Q:
    """Rows after a position: a > x, or a = x and b > y, and so on."""
    condition, equal = Q(), Q()
    for name, value in zip(ordering, position, strict=True):
        operator = "lt" if name.startswith("-") else "gt"
        field = name.removeprefix("-")
        condition |= equal & Q(**{f"{field}__{operator}": value})
        equal &= Q(**{field: value})
    # The leading column alone, so that the database can start in the middle of its index.
    first, operator = ordering[0].removeprefix("-"), "lte" if ordering[0].startswith("-") else "gte"
    return Q(**{f"{first}__{operator}": position[0]}) & condition


def _write(row: Row, binding: str, order: Sequence[str], *, backwards: bool) -> str:
    values = [_plain(getattr(row, name.removeprefix("-"))) for name in order]
    return signing.dumps([binding, list(order), backwards, values], salt=SALT, compress=True)


def _read(cursor: str, binding: str, order: Sequence[str]) -> tuple[bool, list[Any]]:
    try:
        bound, ordered, backwards, values = signing.loads(cursor, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise ForeignCursorError from error
    if bound != binding or ordered != list(order):
        raise ForeignCursorError
    return bool(backwards), [_rich(value) for value in values]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, datetime.date) else value


def _rich(value: Any) -> Any:
    if isinstance(value, dict) and "moment" in value:
        return datetime.datetime.fromisoformat(value["moment"])
    if isinstance(value, dict):
        return datetime.date.fromisoformat(value["day"])
    return value


def _flipped(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"
