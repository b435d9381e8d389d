"""What a reader typed into an address, read without trusting it."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.dateparse import parse_date

MONTH = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])")
LONGEST = 300
LONGEST_CURSOR = 2000


@dataclass(frozen=True)
class Select:
    """A filter with fixed choices, as components/select.html draws it."""

    name: str
    label: str
    any: str
    choices: list[tuple[str, Any]]
    chosen: str


@dataclass(frozen=True)
class Day:
    """A filter by day, as components/date_field.html draws it."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Query:
    """A filter by a query, as components/query_field.html draws it; `problem` refuses the value."""

    name: str
    label: str
    value: str
    problem: str = ""


@dataclass(frozen=True)
class FilterForm:
    """The form above a list, as components/filters.html draws it."""

    action: str
    is_set: bool
    selects: list[Select]
    dates: list[Day]
    query: Query | None = None


@dataclass(frozen=True)
class Pager:
    """Where the newer and the older rows are, empty at the ends, and what a jump needs.

    `month` is the one that was jumped to ("2026-10") or empty; `kept` are the filters in use.
    """

    newer: str = ""
    older: str = ""
    month: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    can_jump: bool = True


def word(request: HttpRequest, name: str, *, longest: int = LONGEST) -> str:
    """A parameter as text; raises BadRequest for what no form of ours can send."""
    value = request.GET.get(name, "").strip()
    if "\x00" in value or len(value) > longest:
        raise BadRequest("This address contains something that no list can be filtered by.")
    return value


def choice(request: HttpRequest, name: str, allowed: Iterable[str]) -> str:
    """A parameter out of fixed values; anything else counts as not chosen."""
    value = word(request, name)
    return value if value in allowed else ""


def date(request: HttpRequest, name: str) -> datetime.date | None:
    """A parameter as a day; anything that is none counts as not chosen."""
    try:
        return parse_date(word(request, name))
    except ValueError:
        return None


def month(request: HttpRequest) -> datetime.datetime | None:
    """The end of the month ("2026-10") at which a list is to begin; None where none was chosen."""
    chosen = MONTH.fullmatch(word(request, "month"))
    if chosen is None:
        return None
    years, months = divmod(int(chosen["year"]) * 12 + int(chosen["month"]), 12)
    return datetime.datetime(years, months + 1, 1, tzinfo=datetime.UTC)


def cursor(request: HttpRequest) -> str:
    """The page of a list."""
    return word(request, "page", longest=LONGEST_CURSOR)


def pager(request: HttpRequest, *, newer: str, older: str, can_jump: bool = True) -> Pager:
    """Addresses of the neighbouring pages, with the filters kept."""
    kept = request.GET.copy()
    for place in ("page", "month"):
        kept.pop(place, None)

    def address(position: str) -> str:
        query = kept.copy()
        query["page"] = position
        return f"?{query.urlencode()}" if position else ""

    return Pager(
        newer=address(newer),
        older=address(older),
        month=word(request, "month") if month(request) else "",
        kept=tuple((name, value) for name, values in kept.lists() for value in values if value),
        can_jump=can_jump,
    )


def iso_or_empty(day: datetime.date | None) -> str:
    """A day as a date field holds it."""
    return day.isoformat() if day else ""
