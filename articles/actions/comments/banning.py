"""Taking nothing more from an address, and lifting that again."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.actions.comments.deciding import MODERATE, reject_comment
from articles.enums import CommentReason, CommentStatus
from articles.models.commenters import Commenter

LONGEST_REASON = 250


@transaction.atomic
def ban_commenter(
    *, commenter: Commenter, reason: str, user: Any, now: datetime.datetime
) -> Commenter:
    """Take nothing more from a commenter; what still waits for a decision is rejected with it."""
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if not user.has_perm(MODERATE):
        raise PermissionDenied
    if not reason:
        raise ValidationError({"reason": _("Say why: the writer has a right to know.")})
    commenter.banned_at, commenter.banned_by, commenter.ban_reason = now, user, reason
    commenter.save(update_fields=["banned_at", "banned_by", "ban_reason"])
    log(instance=commenter, action="assay.commenter_banned", user=user, data={"reason": reason})
    for comment in commenter.comments.filter(status__in=CommentStatus.queued()).order_by("pk"):
        reject_comment(comment=comment, user=user, reason=CommentReason.OTHER, note=reason, now=now)
    return commenter


@transaction.atomic
def lift_ban(*, commenter: Commenter, user: Any) -> Commenter:
    """Take comments of a commenter again."""
    if not user.has_perm(MODERATE):
        raise PermissionDenied
    commenter.banned_at, commenter.banned_by, commenter.ban_reason = None, None, ""
    commenter.save(update_fields=["banned_at", "banned_by", "ban_reason"])
    log(instance=commenter, action="assay.commenter_unbanned", user=user)
    return commenter
