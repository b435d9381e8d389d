"""What moderation has done, in numbers for everybody, and the comment that a report is about."""

import datetime
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from articles.enums import CommentReason, CommentStatus, ModerationDeed
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import Appeal, CommentReport, ModerationDecision
from articles.queries.editions import article_by_uuid

MONTHS = 12
MOST_TIMED = 5000  # decisions that the median is taken of, the newest
AUTOMATIC = (ModerationDeed.APPROVED, ModerationDeed.HELD, ModerationDeed.QUEUED)
BY_PERSON = Q(rule="")  # whoever it was; the account may be gone
BY_PEOPLE = (
    ModerationDeed.APPROVED,
    ModerationDeed.REJECTED,
    ModerationDeed.KEPT,
    ModerationDeed.RESTORED,
    ModerationDeed.CONFIRMED,
)


@dataclass(frozen=True)
class Month:
    """The deeds of one month: comments that rules and people dealt with."""

    first_day: datetime.date
    shown_by_rule: int
    held_by_rule: int
    approved: int
    rejected: int
    kept: int
    restored: int
    confirmed: int


@dataclass(frozen=True)
class Numbers:
    """What the public page tells. `hours` is the median from a comment to its first decision."""

    months: list[Month]
    reasons: list[tuple[CommentReason, int]]
    reports: Mapping[str, int]
    appeals: Mapping[str, int]
    hours: float | None

    @property
    def days(self) -> int:
        """The same in days, for a median that is long."""
        return round((self.hours or 0) / 24)


def numbers(*, now: datetime.datetime) -> Numbers:
    """The last twelve months, counted. Five queries."""
    since = _month_before(now, MONTHS - 1)
    return Numbers(
        months=_months(since),
        reasons=_reasons(since),
        reports=_outcomes(CommentReport.objects.filter(created_at__gte=since), "is_upheld"),
        appeals=_outcomes(Appeal.objects.filter(created_at__gte=since), "is_granted"),
        hours=_median_hours(since),
    )


def public_comment(key: int) -> tuple[Comment, CurrentEdition] | None:
    """An approved comment with the briefing that it stands under; two queries."""
    comment = Comment.objects.filter(pk=key, status=CommentStatus.APPROVED).first()
    if comment is None:
        return None
    current = article_by_uuid(comment.article_uuid)
    return (comment, current) if current else None


def _months(since: datetime.datetime) -> list[Month]:
    """Each comment counts once for each deed, however many rules had a part in it."""
    rows = (
        ModerationDecision.objects.filter(made_at__gte=since)
        .filter(Q(BY_PERSON, deed__in=BY_PEOPLE) | Q(~BY_PERSON, deed__in=AUTOMATIC))
        .annotate(month=TruncMonth("made_at", tzinfo=datetime.UTC), is_automatic=~BY_PERSON)
        .values_list("month", "is_automatic", "deed")
        .annotate(count=Count("comment", distinct=True))
        .order_by("month")
    )
    return _by_month(rows)


def _by_month(rows: Iterable[tuple[datetime.datetime, bool, str, int]]) -> list[Month]:
    by_month: dict[datetime.date, dict[tuple[bool, str], int]] = {}
    for month, is_automatic, deed, count in rows:
        by_month.setdefault(month.date(), {})[is_automatic, deed] = count
    return [
        Month(
            first_day=month,
            shown_by_rule=counts.get((True, ModerationDeed.APPROVED), 0),
            held_by_rule=counts.get((True, ModerationDeed.HELD), 0),
            approved=counts.get((False, ModerationDeed.APPROVED), 0),
            rejected=counts.get((False, ModerationDeed.REJECTED), 0),
            kept=counts.get((False, ModerationDeed.KEPT), 0),
            restored=counts.get((False, ModerationDeed.RESTORED), 0),
            confirmed=counts.get((False, ModerationDeed.CONFIRMED), 0),
        )
        for month, counts in sorted(by_month.items(), reverse=True)
    ]


def _reasons(since: datetime.datetime) -> list[tuple[CommentReason, int]]:
    """Why comments were rejected, every reason in its order, with how many."""
    rejected = ModerationDecision.objects.filter(
        made_at__gte=since, deed=ModerationDeed.REJECTED
    ).order_by()
    counts = dict(rejected.values_list("reason").annotate(count=Count("pk")))
    return [(reason, counts.get(reason.value, 0)) for reason in CommentReason]


def _outcomes(rows: QuerySet[CommentReport] | QuerySet[Appeal], outcome: str) -> Mapping[str, int]:
    """How many there were, how many had which outcome, and how many wait."""
    return rows.order_by().aggregate(
        all=Count("pk"),
        yes=Count("pk", filter=Q(**{outcome: True})),
        no=Count("pk", filter=Q(**{outcome: False})),
        waiting=Count("pk", filter=Q(decided_at=None)),
    )


def _median_hours(since: datetime.datetime) -> float | None:
    """From writing to the first decision of a person; None where nothing was decided."""
    deeds = (ModerationDeed.APPROVED, ModerationDeed.REJECTED)
    decided = ModerationDecision.objects.filter(
        BY_PERSON, made_at__gte=since, deed__in=deeds
    ).order_by("-made_at", "-pk")
    times = decided.values_list("made_at", "comment__created_at")[:MOST_TIMED]
    hours = [(made_at - created_at).total_seconds() / 3600 for made_at, created_at in times]
    return statistics.median(hours) if hours else None


def _month_before(now: datetime.datetime, months: int) -> datetime.datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return datetime.datetime(year, month + 1, 1, tzinfo=datetime.UTC)
