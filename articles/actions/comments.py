"""Writing a comment, and a moderator's decision on it; the count of a thread is kept here."""

import datetime
import hashlib
import re
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.enums import CommentPolicy, CommentStatus
from articles.models.commenters import Commenter
from articles.models.comments import STEP, Comment
from articles.models.editions import CurrentEdition

LONGEST_TEXT = 5000
LONGEST_NAME = 80
MOST_LINKS = 3
MOST_WAITING = 5  # undecided comments from one e-mail address on one article
DEEPEST = 3  # levels of a thread, the top included
MODERATE = "articles.change_comment"


def post_comment(
    *,
    current: CurrentEdition,
    name: str,
    email: str,
    text: str,
    now: datetime.datetime,
    parent_id: int | None = None,
) -> Comment:
    """Store a reader's comment for a moderator to decide on.

    Raises ValidationError with a message for each field ("name", "email", "text", "parent").
    """
    name, email, text = _one_line(name), email.strip(), _tidy(text)
    if current.summary.get("comment_policy") != CommentPolicy.OPEN:
        raise ValidationError({"text": _("Comments on this briefing are closed.")})
    parent = _parent(current, parent_id)
    _check(name=name, email=email, text=text)
    _check_limits(current, email)
    with transaction.atomic():
        comment = Comment.objects.create(
            article_uuid=current.article_uuid,
            parent=parent,
            depth=parent.depth + 1 if parent else 1,
            commenter=find_commenter(name=name, email=email),
            name=name,
            text=text,
            text_sha256=text_key(text),
            created_at=now,
        )
        comment.path = f"{parent.path if parent else ''}{comment.pk:0{STEP}d}"
        comment.save(update_fields=["path"])
    return comment


def find_commenter(*, name: str, email: str) -> Commenter:
    """The commenter of an address, made on first sight."""
    commenter, _created = Commenter.objects.get_or_create(
        email_key=email_key(email), defaults={"name": name, "email": email}
    )
    return commenter


def email_key(email: str) -> str:
    """The keyed hash that an address is found by, whatever its case."""
    return salted_hmac("assay.commenter", email.strip().casefold(), algorithm="sha256").hexdigest()


def text_key(text: str) -> str:
    """The hash by which the same words are known again, whatever their case and spacing."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


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


def count_comments(article_uuid: Any) -> None:
    """Set the count of approved comments beside the current edition."""
    approved = Comment.objects.filter(article_uuid=article_uuid, status=CommentStatus.APPROVED)
    rows = CurrentEdition.objects.filter(article_uuid=article_uuid)
    rows.update(comment_count=approved.count())


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


def _check(*, name: str, email: str, text: str) -> None:
    errors: dict[str, str] = {}
    if not name:
        errors["name"] = _("Please give the name to show beside your comment.")
    elif len(name) > LONGEST_NAME:
        errors["name"] = _("Please use a name of at most %d characters.") % LONGEST_NAME
    if not _is_email(email):
        errors["email"] = _("Please give an e-mail address, such as name@example.org.")
    if not text:
        errors["text"] = _("Please write something.")
    elif len(text) > LONGEST_TEXT:
        errors["text"] = _("Please use at most %(most)d characters; these are %(count)d.") % {
            "most": LONGEST_TEXT,
            "count": len(text),
        }
    elif len(re.findall(r"https?://", text)) > MOST_LINKS:
        errors["text"] = _("Please use at most %d links.") % MOST_LINKS
    if errors:
        raise ValidationError(errors)


def _check_limits(current: CurrentEdition, email: str) -> None:
    waiting = Comment.objects.filter(
        article_uuid=current.article_uuid,
        commenter__email_key=email_key(email),
        status=CommentStatus.PENDING,
    )
    if waiting.count() >= MOST_WAITING:
        message = _("Your earlier comments are still waiting for a moderator. Please come back.")
        raise ValidationError({"text": message})


def _parent(current: CurrentEdition, key: int | None) -> Comment | None:
    """The public comment of the same article that is answered; raised to the deepest level."""
    if key is None:
        return None
    public = Comment.objects.filter(
        article_uuid=current.article_uuid, status=CommentStatus.APPROVED
    ).select_related("parent__parent")
    comment = public.filter(pk=key).first()
    if comment is None:
        raise ValidationError({"parent": _("The comment you answer is no longer there.")})
    return comment.parent if _depth(comment) >= DEEPEST else comment


def _depth(comment: Comment) -> int:
    return 1 + (_depth(comment.parent) if comment.parent else 0)


def _is_email(value: str) -> bool:
    try:
        validate_email(value)
    except ValidationError:
        return False
    return len(value) <= 254


def _one_line(value: str) -> str:
    return " ".join(value.replace("\x00", "").split())


def _tidy(text: str) -> str:
    """Line ends as they are in text, no NUL, at most one empty line in a row."""
    text = text.replace("\x00", "").replace("\r\n", "\n").strip()
    return re.sub(r"\n{3,}", "\n\n", text)
