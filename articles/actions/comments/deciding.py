"""A moderator's decision on a comment."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.actions.comments.counting import count_comments
from articles.enums import CommentStatus
from articles.models.comments import Comment

MODERATE = "articles.change_comment"


@transaction.atomic
def approve_comment(*, comment: Comment, user: Any, now: datetime.datetime) -> Comment:
    """Make a comment public."""
    _decide(comment, CommentStatus.APPROVED, user=user, now=now)
    log(instance=comment, action="assay.comment_approved", user=user)
    return comment


@transaction.atomic
def reject_comment(*, comment: Comment, user: Any, reason: str, now: datetime.datetime) -> Comment:
    """Keep a comment from the public, or take it back; a decision carries its reason."""
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why: the writer has a right to know.")})
    _decide(comment, CommentStatus.REJECTED, user=user, now=now, note=reason[:250])
    log(instance=comment, action="assay.comment_rejected", user=user, data={"reason": reason})
    return comment


def _decide(
    comment: Comment, status: CommentStatus, *, user: Any, now: datetime.datetime, note: str = ""
) -> None:
    if not user.has_perm(MODERATE):
        raise PermissionDenied
    comment.status = status
    comment.decided_by = user
    comment.decided_at = now
    comment.decision_note = note
    comment.save(update_fields=["status", "decided_by", "decided_at", "decision_note"])
    count_comments(comment.article_uuid)
