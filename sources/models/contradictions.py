"""Why a statement of ownership cannot stand beside those on record: it closes a circle, or both
cannot be true on the same day.
"""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sources.enums import ControlKind

if TYPE_CHECKING:
    from sources.models.ownership import Ownership

WHOLE = Decimal(100)
Period = tuple[datetime.date | None, datetime.date | None]


def refuse_contradictions(statement: "Ownership", others: "Iterable[Ownership]") -> None:
    """Raise ValidationError where the statement contradicts one of the others, naming it.

    `others` are all statements of the record but the statement itself.
    """
    together = [row for row in others if _overlap(statement.period, row.period)]
    beside = [row for row in together if row.owned_id == statement.owned_id]
    _refuse_beside(statement, beside)
    _refuse_shares(statement, beside)
    _refuse_circle(statement, together)


def _refuse_beside(statement: "Ownership", beside: "Sequence[Ownership]") -> None:
    for row in beside:
        if _contradict(statement, row):
            raise ValidationError(
                _(
                    "On record for some of the same days: “%(other)s”, %(period)s. "
                    "Choose other days, or end that statement first."
                ),
                code="contradiction",
                params={"other": row, "period": row.period_words},
            )


def _contradict(one: "Ownership", other: "Ownership") -> bool:
    """Whether two statements on one organisation cannot both be true on one day."""
    kinds = (ControlKind(one.control), ControlKind(other.control))
    if all(kind.needs_owner for kind in kinds):
        is_same_owner = one.owner_id == other.owner_id
        return is_same_owner or kinds == (ControlKind.MAJORITY, ControlKind.MAJORITY)
    # "Nobody decides" may stand beside a minority holder, and beside nothing else.
    return not any(kind is ControlKind.MINORITY for kind in kinds)


def _refuse_shares(statement: "Ownership", beside: "Sequence[Ownership]") -> None:
    """More than the whole cannot be owned on one day; the sum only grows where a period begins."""
    rows = [statement, *beside]
    begins = {row.valid_from or datetime.date.min for row in rows}
    for day in sorted(day for day in begins if statement.holds_on(day)):
        total = sum((row.share or Decimal() for row in rows if row.holds_on(day)), Decimal())
        if total > WHOLE:
            raise ValidationError(
                _("Together with the other statements, %(total)s per cent would be owned."),
                code="more_than_whole",
                params={"total": f"{total.normalize():f}"},
            )


def _refuse_circle(statement: "Ownership", together: "Iterable[Ownership]") -> None:
    """No organisation stands above itself: follow the owners upwards through common days."""
    if not _decides(statement) or statement.owner_id == statement.owned_id:
        return  # an owner of itself is refused by a constraint, in words of its own
    above: dict[int, list[Ownership]] = {}
    for row in filter(_decides, together):
        above.setdefault(row.owned_id, []).append(row)
    trail: list[tuple[int | None, Period]] = [(statement.owner_id, statement.period)]
    seen = set(trail)
    while trail:
        reached, period = trail.pop()
        if reached == statement.owned_id:
            raise ValidationError(
                _("%(owned)s stands above %(owner)s already: this would close a circle."),
                code="circle",
                params={"owned": statement.owned, "owner": statement.owner},
            )
        for row in above.get(reached or 0, []):
            common = _overlap(period, row.period)
            if common and (row.owner_id, common) not in seen:
                seen.add((row.owner_id, common))
                trail.append((row.owner_id, common))


def _decides(row: "Ownership") -> bool:
    return ControlKind(row.control).controls and row.owner_id is not None


def _overlap(one: Period, other: Period) -> Period | None:
    """The days that two periods share, None where there are none; the end is exclusive."""
    begin = max((day for day in (one[0], other[0]) if day), default=None)
    end = min((day for day in (one[1], other[1]) if day), default=None)
    return None if begin and end and begin >= end else (begin, end)
