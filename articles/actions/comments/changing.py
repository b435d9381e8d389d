"""What a writer may still do with a comment: change it for five minutes, and delete it any time."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from articles.actions.comments.akismet import have_akismet_asked
from articles.actions.comments.counting import count_contributions
from articles.actions.comments.deciding import settle_reports
from articles.actions.comments.posting import said_already, tell_where_it_stands
from articles.actions.comments.screening import admit_comment, screen_comment
from articles.actions.comments.wording import check_text, text_key, tidy
from articles.enums import CommentStatus, ModerationDeed
from articles.models.comments import Comment
from articles.models.moderation import Appeal, ModerationDecision

EDITABLE = datetime.timedelta(minutes=5)
QUOTES = "repetition"  # the rule that says a writer's word again in what it finds


def may_edit(comment: Comment, *, now: datetime.datetime) -> bool:
    """Whether a text may still be changed: nobody has seen it, or it is five minutes old."""
    if comment.status in (CommentStatus.DELETED, CommentStatus.REJECTED):
        return False
    return comment.status == CommentStatus.UNCONFIRMED or now <= comment.created_at + EDITABLE


@transaction.atomic
def edit_comment(*, comment: Comment, text: str, now: datetime.datetime) -> Comment:
    """Change the text; it goes through the rules again, and to a moderator where they say so.

    Raises ValidationError with a message for "text".
    """
    text = tidy(text)
    if errors := check_text(text):
        raise ValidationError(errors)
    _lock(comment)
    if not may_edit(comment, now=now):
        raise ValidationError({"text": _("The five minutes for changes are over.")})
    if text == comment.text:
        return comment
    _change(comment, text, now)
    screen_comment(comment=comment, now=now)
    have_akismet_asked(comment)
    if comment.status != CommentStatus.UNCONFIRMED:
        tell_where_it_stands(admit_comment(comment=comment, now=now))
    return comment


@transaction.atomic
def delete_comment(*, comment: Comment, now: datetime.datetime) -> Comment:
    """Take one's words back for good; where somebody has answered, the place stays."""
    _lock(comment)
    if comment.status == CommentStatus.DELETED:
        return comment
    blank(comment, now=now)
    _record(comment, ModerationDeed.DELETED, now)
    count_contributions(comment.article_uuid)
    return comment


def blank(comment: Comment, *, now: datetime.datetime) -> None:
    """Leave nothing of a comment but its place in the thread and the record of decisions.

    What waited for a decision on it waits no longer: reports have no outcome, an objection is gone.
    """
    comment.status = CommentStatus.DELETED
    comment.text = comment.name = comment.network = comment.text_sha256 = ""
    comment.about_kind = comment.about_id = comment.about_text = ""
    comment.save()
    comment.decisions.filter(rule=QUOTES).update(note="")
    settle_reports(comment, is_upheld=None, user=None, now=now)
    Appeal.objects.filter(comment=comment, decided_at=None).delete()
    unname_log(comment)


def unname_log(instance: Model) -> None:
    """Take out of Wagtail's log what a row was called: a name, and the beginning of a text."""
    ModelLogEntry.objects.for_instance(instance).update(label=f"{instance.pk}")


def _change(comment: Comment, text: str, now: datetime.datetime) -> None:
    comment.text, comment.text_sha256, comment.edited_at = text, text_key(text), now
    try:
        with transaction.atomic():
            comment.save(update_fields=["text", "text_sha256", "edited_at"])
    except IntegrityError as error:
        raise ValidationError({"text": said_already()}) from error
    _record(comment, ModerationDeed.EDITED, now)


def _record(comment: Comment, deed: ModerationDeed, now: datetime.datetime) -> None:
    ModerationDecision.objects.create(comment=comment, deed=deed, made_at=now)


def _lock(comment: Comment) -> None:
    locked = Comment.objects.select_for_update(of=("self",))
    comment.refresh_from_db(from_queryset=locked.filter(pk=comment.pk))
