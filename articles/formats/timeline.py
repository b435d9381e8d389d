"""When directives are due, as geometry: from counts by month to templates/components/timeline.html.

Each directive is a sign of its status in the column of its month; a column that would grow too high
ends in a number.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.enums import DirectiveStatus

SIGN, GAP, TOP, FOOT = 14, 4, 20, 40
HIGHEST = 6  # signs in a column
STEP = SIGN + GAP
Counts = Mapping[datetime.date, Mapping[str, int]]  # by the first day of a month, then by status


@dataclass(frozen=True)
class Sign:
    """A directive, or part of one column: `state` is the value of its status."""

    x: float
    y: float
    state: str


@dataclass(frozen=True)
class Label:
    """A word or a number in the drawing."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Drawing:
    """Some months side by side, in the units of the view box; `today` is where the line stands."""

    width: int
    height: int
    floor: float
    today: float
    signs: tuple[Sign, ...]
    more: tuple[Label, ...]
    months: tuple[Label, ...]
    years: tuple[Label, ...]
    size: int = SIGN


@dataclass(frozen=True)
class Row:
    """A month in the table: how many are due, and how many of each status."""

    first: datetime.date
    last: datetime.date
    count: int
    states: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Timeline:
    """The same months twice, for a wide page and for a narrow one, and as a table."""

    wide: Drawing
    narrow: Drawing
    rows: tuple[Row, ...]


def months_around(today: datetime.date, *, back: int, ahead: int) -> list[datetime.date]:
    """The first days of the months from `back` before today's to `ahead` after it."""
    place = today.year * 12 + today.month - 1
    return [
        datetime.date(*divmod_month(number)) for number in range(place - back, place + ahead + 1)
    ]


def divmod_month(number: int) -> tuple[int, int, int]:
    """A month counted from the year 0 as year, month and its first day."""
    return number // 12, number % 12 + 1, 1


def last_day(first: datetime.date) -> datetime.date:
    """The last day of a month."""
    following = datetime.date(*divmod_month(first.year * 12 + first.month))
    return following - datetime.timedelta(days=1)


def timeline(counts: Counts, *, today: datetime.date, months: Sequence[str]) -> Timeline | None:
    """Lay out what is due; `months` are twelve short names. None where nothing is."""
    rows = tuple(_row(first, counts[first]) for first in sorted(counts) if counts[first])
    if not rows:
        return None
    return Timeline(
        wide=_drawing(counts, months_around(today, back=6, ahead=17), today, months, width=46),
        narrow=_drawing(counts, months_around(today, back=2, ahead=6), today, months, width=34),
        rows=rows,
    )


def _row(first: datetime.date, states: Mapping[str, int]) -> Row:
    ordered = tuple((state, states[state]) for state in DirectiveStatus.values if states.get(state))
    return Row(first, last_day(first), sum(states.values()), ordered)


def _drawing(
    counts: Counts,
    shown: Sequence[datetime.date],
    today: datetime.date,
    months: Sequence[str],
    *,
    width: int,
) -> Drawing:
    highest = min(HIGHEST, max((sum(counts.get(first, {}).values()) for first in shown), default=0))
    floor = TOP + max(highest, 2) * STEP
    centres = {first: width * (place + 0.5) for place, first in enumerate(shown)}
    columns = [(centres[first], _in_order(counts.get(first, {}))) for first in shown]
    return Drawing(
        width=width * len(shown),
        height=floor + FOOT,
        floor=floor,
        today=round(centres[today.replace(day=1)] + width * _share(today), 1),
        signs=tuple(
            Sign(round(x - SIGN / 2, 1), floor - STEP * (place + 1), state)
            for x, states in columns
            for place, state in enumerate(states[:HIGHEST])
        ),
        more=tuple(
            Label(x, floor - HIGHEST * STEP - 6, f"+{len(states) - HIGHEST}")
            for x, states in columns
            if len(states) > HIGHEST
        ),
        months=tuple(Label(x, floor + 16, months[first.month - 1]) for first, x in centres.items()),
        years=tuple(
            Label(x, floor + 32, str(first.year))
            for first, x in centres.items()
            if first.month == 1 or first == shown[0]
        ),
    )


def _in_order(states: Mapping[str, int]) -> list[str]:
    """Each directive of a month, done ones at the bottom."""
    order = sorted(states, key=[*reversed(DirectiveStatus.values)].index)
    order.sort(key=lambda state: state != DirectiveStatus.DONE)
    return [state for state in order for _ in range(states[state])]


def _share(today: datetime.date) -> float:
    """How far into its month a day lies, from -0.5 to 0.5."""
    return (today.day - 1) / last_day(today.replace(day=1)).day - 0.5
