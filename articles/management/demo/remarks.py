"""What readers of the demo wrote beneath its briefings, and what the moderator made of it."""

import datetime
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils.text import slugify

from articles.actions.comments.appealing import appeal_rejection
from articles.actions.comments.changing import delete_comment
from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.posting import post_comment
from articles.actions.comments.reporting import report_comment
from articles.actions.comments.sending import Sender
from articles.enums import CommentStatus
from articles.management.demo.shapes import Remark
from articles.models import Comment, CurrentEdition


def post_remarks(
    current: CurrentEdition,
    remarks: Iterable[Remark],
    *,
    moderator: User,
    now: datetime.datetime,
    parent_id: int | None = None,
) -> None:
    """Write the remarks as readers, decide on each as the moderator, then write the replies.

    Where a remark is held or waits, a rule has seen to that.
    """
    for remark in remarks:
        comment = post_comment(
            current=current,
            name=remark.name,
            email=address_of(remark.name),
            text=remark.text,
            now=now,
            parent_id=parent_id,
            sender=Sender(
                user=User.objects.filter(username=remark.account).first(),
                is_known=remark.status != CommentStatus.UNCONFIRMED,
            ),
        )
        _decide(comment, remark, moderator=moderator, now=now)
        post_remarks(current, remark.replies, moderator=moderator, now=now, parent_id=comment.pk)
        if remark.status == CommentStatus.DELETED:
            delete_comment(comment=comment, now=now)


def address_of(name: str) -> str:
    """Where a reader of the demo would get mail."""
    return f"{slugify(name)}@reader.example"


def _decide(comment: Comment, remark: Remark, *, moderator: User, now: datetime.datetime) -> None:
    """Decide as the moderator, and do what somebody holds against the decision."""
    if comment.is_by_staff:  # a rule has let it through
        return
    if remark.status in (CommentStatus.APPROVED, CommentStatus.DELETED):
        approve_comment(comment=comment, user=moderator, now=now)
    elif remark.status == CommentStatus.REJECTED:
        reject_comment(
            comment=comment, user=moderator, reason=remark.reason, note=remark.note, now=now
        )
    if remark.appeal:
        appeal_rejection(comment=comment, text=remark.appeal, now=now)
    if remark.report:
        report_comment(
            comment=comment,
            reason=remark.report.reason,
            explanation=remark.report.explanation,
            now=now,
        )
