"""What readers doubted: the outcomes on a public article, and the tasks of the editors."""

import datetime
from uuid import UUID

from django.db.models import QuerySet

from articles.enums import ChallengeStatus
from articles.models.challenges import Challenge
from articles.queries.paging import KeysetPage, page_of

MOST_AT_CLAIMS = 200  # outcomes that an article page looks at, the newest


def decided_on(article_uuid: UUID) -> list[Challenge]:
    """The challenges of an article that have an outcome, newest first. One query."""
    decided = seen_on(article_uuid).exclude(status=ChallengeStatus.OPEN)
    return list(decided.order_by("-decided_at", "-pk")[:MOST_AT_CLAIMS])


def seen_on(article_uuid: UUID) -> QuerySet[Challenge]:
    """Those that readers see: of everybody who has confirmed their address."""
    rows = Challenge.objects.filter(article_uuid=article_uuid)
    return rows.exclude(status=ChallengeStatus.UNCONFIRMED)


def challenges_page(article_uuid: UUID, *, limit: int, cursor: str = "") -> KeysetPage[Challenge]:
    """A page of them, newest first. One query; raises ForeignCursorError."""
    return page_of(
        seen_on(article_uuid),
        limit=limit,
        cursor=cursor,
        binding=f"challenges {article_uuid}",
        order=["-created_at", "-pk"],
    )


def open_challenges() -> QuerySet[Challenge]:
    """What waits for an editor, the most urgent first."""
    return Challenge.objects.filter(status=ChallengeStatus.OPEN).order_by("due_on", "pk")


def overdue(*, today: datetime.date) -> QuerySet[Challenge]:
    """What should have been answered by now."""
    return open_challenges().filter(due_on__lt=today)
