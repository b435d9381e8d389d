"""A writer's objection to a rejection, and the answer of somebody who did not decide first.

DSA Art. 20: within six months, and decided with people, not by rules alone.
"""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions.comments.deciding import decide, lock
from articles.actions.comments.mailing import send_letter
from articles.actions.comments.wording import tidy
from articles.enums import CommentStatus, ModerationDeed
from articles.models.comments import Comment
from articles.models.moderation import Appeal

LONGEST_TEXT = 3000
OPEN_FOR = datetime.timedelta(days=183)


def may_still_appeal(*, comment: Comment, now: datetime.datetime) -> bool:
    """Whether a rejection can be objected to: it stands, it is recent, and nobody has yet."""
    return (
        comment.status == CommentStatus.REJECTED
        and comment.decided_at is not None
        and now < comment.decided_at + OPEN_FOR
        and not Appeal.objects.filter(comment=comment).exists()
    )


@transaction.atomic
def appeal_rejection(*, comment: Comment, text: str, now: datetime.datetime) -> Appeal:
    """Store the objection for somebody else to decide on; raises ValidationError (text, form)."""
    text = tidy(text)
    if not may_still_appeal(comment=comment, now=now):
        raise ValidationError({"form": _("This decision can no longer be objected to.")})
    if not text:
        raise ValidationError({"text": _("Please say why the decision is wrong.")})
    if len(text) > LONGEST_TEXT:
        raise ValidationError({"text": _("Please use at most %d characters.") % LONGEST_TEXT})
    try:
        with transaction.atomic():
            made = Appeal.objects.create(comment=comment, text=text, created_at=now)
    except IntegrityError as error:  # the button was pressed twice
        raise ValidationError({"form": _("You have objected already.")}) from error
    send_letter("appealed", made.pk)
    return made


@transaction.atomic
def decide_appeal(
    *, appeal: Appeal, user: Any, is_granted: bool, answer: str, now: datetime.datetime
) -> Appeal:
    """Restore the comment, or let the rejection stand; the writer is told why.

    Raises PermissionDenied for who took the decision that is objected to.
    """
    comment, answer = appeal.comment, tidy(answer)
    lock(comment, user)
    appeal.refresh_from_db(from_queryset=Appeal.objects.select_for_update(of=("self",)))
    if appeal.decided_at:
        raise ValidationError(_("Somebody else has decided on this appeal."))
    if not answer:
        raise ValidationError({"answer": _("Say why: the writer has a right to know.")})
    if not may_decide(appeal=appeal, user=user):
        raise PermissionDenied(_("Somebody else has to look at what you decided."))
    appeal.is_granted, appeal.answer = is_granted, answer
    appeal.decided_at, appeal.decided_by = now, user
    appeal.save(update_fields=["is_granted", "answer", "decided_at", "decided_by"])
    _take_effect(comment, user=user, is_granted=is_granted, now=now)
    send_letter("appeal_outcome", appeal.pk)
    return appeal


def may_decide(*, appeal: Appeal, user: Any) -> bool:
    """Whether a person is somebody else than those who rejected the comment."""
    rejections = appeal.comment.decisions.filter(deed=ModerationDeed.REJECTED)
    return not rejections.filter(made_by=user).exists()


def _take_effect(comment: Comment, *, user: Any, is_granted: bool, now: datetime.datetime) -> None:
    """A rejection that stands keeps its reason; one that is taken back has none."""
    if is_granted:
        decide(comment, ModerationDeed.RESTORED, user=user, now=now)
    else:
        reason, note = comment.decision_reason, comment.decision_note
        decide(comment, ModerationDeed.CONFIRMED, user=user, now=now, reason=reason, note=note)
