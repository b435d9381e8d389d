"""What waits for moderators, by tab, each comment with all that a decision needs.

The number of queries is the same however long a page is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.enums import ChallengeStatus, CommentStatus
from articles.models.challenges import Challenge
from articles.models.comments import Comment
from articles.models.moderation import Appeal, CommentReport, ModerationDecision, Thread
from articles.models.pages import ArticlePage


class Tab(TextChoices):
    """The tabs of the queue, in their order."""

    NEW = "new", _("New")
    HELD = "held", _("Held")
    REPORTED = "reported", _("Reported")
    APPEALS = "appeals", _("Appeals")
    ALL = "all", _("All")


@dataclass(frozen=True)
class TabCount:
    """A tab with how much waits in it, None where nothing can wait."""

    tab: Tab
    count: int | None


def queue(tab: Tab) -> QuerySet[Comment]:
    """The comments of a tab: who waits longest stands first, in the list of all the newest."""
    open_reports = CommentReport.objects.filter(comment=OuterRef("pk"), decided_at=None)
    rows = Comment.objects.all()
    match tab:
        case Tab.NEW:
            return rows.filter(status=CommentStatus.PENDING).order_by("created_at", "pk")
        case Tab.HELD:
            return rows.filter(status=CommentStatus.HELD).order_by("created_at", "pk")
        case Tab.REPORTED:
            return rows.filter(Exists(open_reports)).order_by("created_at", "pk")
        case Tab.APPEALS:
            waiting = Q(appeal__isnull=False, appeal__decided_at=None)
            return rows.filter(waiting).order_by("appeal__created_at", "pk")
        case _:
            return rows.order_by("-created_at", "-pk")


def with_all_that_counts(rows: QuerySet[Comment]) -> QuerySet[Comment]:
    """With article, thread, writer's record, findings and reports: three queries for a page."""
    article = ArticlePage.objects.filter(uuid=OuterRef("article_uuid"))
    thread = Thread.objects.filter(article_uuid=OuterRef("article_uuid"))
    return (
        rows.select_related("decided_by", "parent", "commenter", "appeal")
        .annotate(
            article_title=Subquery(article.values("title")[:1]),
            article_pk=Subquery(article.values("pk")[:1]),
            thread_mode=Coalesce(Subquery(thread.values("mode")[:1]), Value("")),
            thread_closed_at=Subquery(thread.values("closed_at")[:1]),
            writer_approved=_written(CommentStatus.APPROVED),
            writer_rejected=_written(CommentStatus.REJECTED),
        )
        .prefetch_related(
            Prefetch("decisions", ModerationDecision.objects.select_related("made_by")),
            Prefetch("reports", CommentReport.objects.filter(decided_at=None), "open_reports"),
        )
    )


def tab_counts() -> Iterator[TabCount]:
    """How much waits in each tab. One query."""
    counts = dict(
        Comment.objects.filter(status__in=CommentStatus.queued())
        .order_by()
        .values_list(F("status"))
        .annotate(count=Count("pk"))
        .union(
            _counted(CommentReport.objects.filter(decided_at=None), Tab.REPORTED, "comment"),
            _counted(Appeal.objects.filter(decided_at=None), Tab.APPEALS, "pk"),
            all=True,
        )
    )
    waiting = {
        Tab.NEW: counts.get(CommentStatus.PENDING, 0),
        Tab.HELD: counts.get(CommentStatus.HELD, 0),
        Tab.REPORTED: counts.get(Tab.REPORTED, 0),
        Tab.APPEALS: counts.get(Tab.APPEALS, 0),
    }
    for tab in Tab:
        yield TabCount(tab, waiting.get(tab))


def waiting_count() -> int:
    """How many comments wait for a decision, objections and reports included. One query."""
    return sum(row.count or 0 for row in tab_counts())


def open_challenges_count() -> int:
    """How many challenges wait for an editor."""
    return Challenge.objects.filter(status=ChallengeStatus.OPEN).count()


def _written(status: CommentStatus) -> Coalesce:
    same = Comment.objects.filter(commenter=OuterRef("commenter"), status=status).order_by()
    return Coalesce(
        Subquery(same.values("commenter").annotate(count=Count("pk")).values("count")), Value(0)
    )


def _counted(
    rows: QuerySet[CommentReport] | QuerySet[Appeal], tab: Tab, what: str
) -> QuerySet[Any, Any]:
    """One row: the tab and how many; the form of a part of the union."""
    named = rows.order_by().annotate(tab=Value(tab.value))
    return named.values_list("tab").annotate(count=Count(what, distinct=True))
