"""What a moderator sets for the thread of one article: closed or open, read before or after."""

import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.actions.comments.deciding import MODERATE
from articles.enums import ModerationMode
from articles.models.moderation import Thread

LONGEST_NOTE = 250


@transaction.atomic
def close_thread(
    *, article_uuid: UUID, user: Any, now: datetime.datetime, note: str = ""
) -> Thread:
    """Take no more comments on an article; what is public stays."""
    thread = _thread(article_uuid, user)
    thread.closed_at, thread.closed_by = now, user
    thread.closing_note = " ".join(note.split())[:LONGEST_NOTE]
    thread.save()
    log(
        instance=thread,
        action="assay.thread_closed",
        user=user,
        title=str(article_uuid),
        data={"reason": thread.closing_note},
    )
    return thread


@transaction.atomic
def reopen_thread(*, article_uuid: UUID, user: Any) -> Thread:
    """Take comments on an article again."""
    thread = _thread(article_uuid, user)
    thread.closed_at, thread.closed_by, thread.closing_note = None, None, ""
    thread.save()
    log(instance=thread, action="assay.thread_reopened", user=user, title=str(article_uuid))
    return thread


@transaction.atomic
def set_mode(*, article_uuid: UUID, mode: str, user: Any) -> Thread:
    """Say whether a moderator reads first on this article; "" leaves it to the installation."""
    if mode and mode not in ModerationMode.values:
        raise ValidationError({"mode": _("There is no such way to moderate.")})
    thread = _thread(article_uuid, user)
    thread.mode = mode
    thread.save(update_fields=["mode"])
    log(
        instance=thread,
        action="assay.thread_mode",
        user=user,
        title=str(article_uuid),
        data={"reason": str(ModerationMode(mode).label) if mode else ""},
    )
    return thread


def _thread(article_uuid: UUID, user: Any) -> Thread:
    if not user.has_perm(MODERATE):
        raise PermissionDenied
    Thread.objects.get_or_create(article_uuid=article_uuid)
    return Thread.objects.select_for_update().get(article_uuid=article_uuid)
