"""Marks: what a row of the index is filtered and counted by, as words beside its own words.

A mark is `kind:value`. No word of a text has a colon, so that no text can forge one.
"""

import calendar
import datetime
from collections.abc import Iterator

TOPIC, ORGANISATION, ISSUER = "topic", "org", "issuer"
LANGUAGE, CORROBORATION, DAY = "lang", "is", "day"
# A day is marked with all that begins its ISO form: century, decade, year, month, day.
_PERIODS = (2, 3, 4, 7, 10)


def mark(kind: str, value: object) -> str:
    """One mark."""
    return f"{kind}:{value}"


def day_marks(day: datetime.date) -> list[str]:
    """A day, and every period that it lies in."""
    return [mark(DAY, day.isoformat()[:length]) for length in _PERIODS]


def year_mark(day: datetime.date) -> str:
    """The year that a day lies in."""
    return mark(DAY, day.isoformat()[:4])


def language_marks(tag: str) -> list[str]:
    """A language, and the one that it is a kind of: `zh-hans` is `zh`, too."""
    lower = tag.lower()
    return [mark(LANGUAGE, name) for name in dict.fromkeys((lower, lower.split("-")[0]))]


def days_between(since: datetime.date, until: datetime.date) -> tuple[str, ...]:
    """The fewest marks of which every day from one to another, both included, has exactly one."""
    return tuple(mark(DAY, period) for period in _periods(since, until))


def _periods(since: datetime.date, until: datetime.date) -> Iterator[str]:
    day = since
    while day <= until:
        length, end = next(
            (length, end)
            for length in _PERIODS
            if day == _first(day, length) and (end := _last(day, length)) <= until
        )
        yield day.isoformat()[:length]
        if end == datetime.date.max:
            return
        day = end + datetime.timedelta(days=1)


def _first(day: datetime.date, length: int) -> datetime.date:
    """The first day of the period that a day lies in."""
    year = int(day.isoformat()[:length].ljust(4, "0")) if length < 4 else day.year
    month = day.month if length >= 7 else 1
    return datetime.date(max(year, 1), month, day.day if length == 10 else 1)


def _last(day: datetime.date, length: int) -> datetime.date:
    year = int(day.isoformat()[:length].ljust(4, "9")) if length < 4 else day.year
    month = day.month if length >= 7 else 12
    last = day.day if length == 10 else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, last)
