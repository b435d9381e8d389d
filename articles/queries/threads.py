"""Whether readers may still write beneath an article, and if not, why."""

import datetime

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from articles.enums import CommentPolicy
from articles.models.editions import CurrentEdition
from articles.models.moderation import Thread

NOT_CLOSED = None, None, ""


def closed_because(*, current: CurrentEdition, now: datetime.datetime) -> str:
    """Why nothing more is taken, in words for readers; empty while comments are open.

    One query, unless the row was read with `thread_columns`.
    """
    if current.summary.get("comment_policy") != CommentPolicy.OPEN:
        return _("Comments on this briefing are closed.")
    days: int = settings.COMMENTS_CLOSE_AFTER_DAYS
    if days and now >= current.published_at + datetime.timedelta(days=days):
        return _("Comments were closed %d days after publication.") % days
    closed_at, closed_by, note = _closed(current)
    if not closed_at or closed_at > now:
        return ""
    if note:
        return _("A moderator has closed these comments: %s") % note
    by_moderator = _("A moderator has closed these comments.")
    return by_moderator if closed_by else _("Comments were closed when this was retracted.")


def thread_columns() -> dict[str, Subquery]:
    """What a current edition is annotated with, so that a page needs no query more for it."""
    thread = Thread.objects.filter(article_uuid=OuterRef("article_uuid"))
    return {
        "thread_closed_at": Subquery(thread.values("closed_at")[:1]),
        "thread_closed_by": Subquery(thread.values("closed_by")[:1]),
        "closing_note": Subquery(thread.values("closing_note")[:1]),
    }


def _closed(current: CurrentEdition) -> tuple[datetime.datetime | None, int | None, str]:
    """When, by whom and with which note a thread was closed."""
    columns = thread_columns()
    if all(hasattr(current, name) for name in columns):
        closed_at, closed_by, note = (getattr(current, name) for name in columns)
        return closed_at, closed_by, note or ""
    thread = Thread.objects.filter(article_uuid=current.article_uuid).first()
    return (thread.closed_at, thread.closed_by_id, thread.closing_note) if thread else NOT_CLOSED
