"""What a reader posts: checked, placed in its thread, and left for a moderator."""

import datetime
import hashlib
import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions.comments.commenters import email_key, find_commenter
from articles.enums import CommentPolicy, CommentStatus
from articles.models.comments import Comment, path_of
from articles.models.editions import CurrentEdition

LONGEST_TEXT = 5000
LONGEST_NAME = 80
MOST_LINKS = 3
MOST_WAITING = 5  # undecided comments from one e-mail address on one article
DEEPEST = 3  # levels of a thread, the top included


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
    comment = Comment(
        article_uuid=current.article_uuid,
        parent=parent,
        depth=parent.depth + 1 if parent else 1,
        name=name,
        text=text,
        text_sha256=text_key(text),
        created_at=now,
    )
    with transaction.atomic():
        comment.commenter = find_commenter(name=name, email=email, now=now)
        _store(comment)
    return comment


def text_key(text: str) -> str:
    """The hash by which the same words are known again, whatever their case and spacing."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def _store(comment: Comment) -> None:
    """Insert a comment at its place; the database knows whether the same was said before."""
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError as error:
        if _was_said(comment):
            raise ValidationError({"text": _("You have said this here already.")}) from error
        raise
    comment.path = path_of(comment)
    comment.save(update_fields=["path"])


def _was_said(comment: Comment) -> bool:
    same = Comment.objects.exclude(status=CommentStatus.DELETED).filter(
        article_uuid=comment.article_uuid,
        commenter=comment.commenter,
        text_sha256=comment.text_sha256,
    )
    return same.exists()


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
