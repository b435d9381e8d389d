"""A moderator's decision on a comment; with it, every report of the comment is settled."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.actions.comments.counting import count_contributions
from articles.actions.comments.mailing import send_letter, tell_of_approval
from articles.enums import CommentReason, CommentStatus, ModerationDeed
from articles.models.comments import Comment
from articles.models.moderation import Appeal, ModerationDecision

MODERATE = "articles.change_comment"
LONGEST_NOTE = 250
DECIDED_FIELDS = ("status", "decided_by", "decided_at", "decision_reason", "decision_note")

STATUS = {
    ModerationDeed.APPROVED: CommentStatus.APPROVED,
    ModerationDeed.KEPT: CommentStatus.APPROVED,
    ModerationDeed.RESTORED: CommentStatus.APPROVED,
    ModerationDeed.REJECTED: CommentStatus.REJECTED,
    ModerationDeed.CONFIRMED: CommentStatus.REJECTED,
}


@transaction.atomic
def approve_comment(
    *, comment: Comment, user: Any, now: datetime.datetime, note: str = ""
) -> Comment:
    """Make a comment public, or keep what is public and was reported."""
    lock(comment, user)
    _leave_to_appeal(comment)
    was_public = comment.status == CommentStatus.APPROVED
    deed = ModerationDeed.KEPT if was_public else ModerationDeed.APPROVED
    decide(comment, deed, user=user, now=now, note=note)
    if not was_public:
        tell_of_approval(comment)
    settle_reports(comment, is_upheld=False, user=user, now=now)
    return comment


@transaction.atomic
def reject_comment(
    *, comment: Comment, user: Any, reason: str, now: datetime.datetime, note: str = ""
) -> Comment:
    """Keep a comment from the public, or take it back.

    `reason` is a CommentReason; `note` is told to the writer, and has to say more where the reason
    alone says nothing.
    """
    note = check_reason(reason, note)
    lock(comment, user)
    _leave_to_appeal(comment)
    decide(comment, ModerationDeed.REJECTED, user=user, now=now, reason=reason, note=note)
    settle_reports(comment, is_upheld=True, user=user, now=now)
    send_letter("rejection", comment.pk)
    return comment


def check_reason(reason: str, note: str) -> str:
    """The note, tidied. Raises ValidationError for a reason that is none or says nothing."""
    note = " ".join(note.split())[:LONGEST_NOTE]
    if reason not in CommentReason.values:
        raise ValidationError({"reason": _("Say why: the writer has a right to know.")})
    if reason == CommentReason.OTHER and not note:
        raise ValidationError({"note": _("Say in a few words what the other reason is.")})
    return note


def lock(comment: Comment, user: Any) -> None:
    """Read a comment anew and keep others from deciding on it meanwhile."""
    if not user.has_perm(MODERATE):
        raise PermissionDenied
    rows = Comment.objects.select_for_update(of=("self",))
    comment.refresh_from_db(fields=DECIDED_FIELDS, from_queryset=rows)
    if comment.status == CommentStatus.DELETED:
        raise ValidationError(_("The writer has deleted this comment."))
    if comment.status == CommentStatus.UNCONFIRMED:
        raise ValidationError(_("The writer has not confirmed the address yet."))


def _leave_to_appeal(comment: Comment) -> None:
    """What its writer has objected to is decided by somebody else, with an answer (DSA Art. 20)."""
    if Appeal.objects.filter(comment=comment, decided_at=None).exists():
        raise ValidationError(_("Its writer has objected: please decide on the objection."))


def decide(
    comment: Comment,
    deed: ModerationDeed,
    *,
    user: Any,
    now: datetime.datetime,
    reason: str = "",
    note: str = "",
) -> None:
    """Put a decision on record and let it take effect; the caller holds the lock."""
    comment.status = STATUS[deed]
    comment.decided_by = user
    comment.decided_at = now
    comment.decision_reason = reason
    comment.decision_note = note
    comment.save(update_fields=DECIDED_FIELDS)
    ModerationDecision.objects.create(
        comment=comment, deed=deed, made_at=now, made_by=user, reason=reason, note=note
    )
    words = {"reason": CommentReason(reason).label if reason else note, "note": note}
    log(
        instance=comment,
        action=f"assay.comment_{deed.value}",
        user=user,
        data={name: str(value) for name, value in words.items() if value},
    )
    count_contributions(comment.article_uuid)


def settle_reports(
    comment: Comment, *, is_upheld: bool | None, user: Any, now: datetime.datetime
) -> None:
    """Give every open report of a comment its outcome, and tell who reported.

    None where there is nothing left to decide on.
    """
    open_reports = comment.reports.select_for_update(of=("self",)).filter(decided_at=None)
    keys = list(open_reports.values_list("pk", flat=True))
    comment.reports.filter(pk__in=keys).update(is_upheld=is_upheld, decided_at=now, decided_by=user)
    for key in keys:
        send_letter("report_outcome", key)
