"""Whether readers may still write beneath an article, and if not, why."""

import datetime

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from articles.enums import CommentPolicy
from articles.models.editions import CurrentEdition
from articles.models.moderation import Thread


def closed_because(*, current: CurrentEdition, now: datetime.datetime) -> str:
    """Why nothing more is taken, in words for readers; empty while comments are open.

    One query, unless the row was read with `thread_columns`.
    """
    if current.summary.get("comment_policy") != CommentPolicy.OPEN:
        return _("Comments on this briefing are closed.")
    days: int = settings.COMMENTS_CLOSE_AFTER_DAYS
    if days and now >= current.published_at + datetime.timedelta(days=days):
        return _("Comments were closed %d days after publication.") % days
    closed_at, note = _closed(current)
    if closed_at and closed_at <= now:
        return note or _("A moderator has closed these comments.")
    return ""


def thread_columns() -> dict[str, Subquery]:
    """What a current edition is annotated with, so that a page needs no query more for it."""
    thread = Thread.objects.filter(article_uuid=OuterRef("article_uuid"))
    return {
        "thread_closed_at": Subquery(thread.values("closed_at")[:1]),
        "closing_note": Subquery(thread.values("closing_note")[:1]),
    }


def _closed(current: CurrentEdition) -> tuple[datetime.datetime | None, str]:
    if hasattr(current, "thread_closed_at"):
        return getattr(current, "thread_closed_at"), getattr(current, "closing_note") or ""
    thread = Thread.objects.filter(article_uuid=current.article_uuid).first()
    return (thread.closed_at, thread.closing_note) if thread else (None, "")
