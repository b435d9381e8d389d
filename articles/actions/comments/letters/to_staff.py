"""Letters to those who decide and answer: the first of a kind that waits, not each of a hundred."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.actions.comments.letters.letter import Letter, with_way_out, write
from articles.actions.comments.links import Link
from articles.enums import ChallengeStatus, CommentStatus
from articles.formats.site import this_site
from articles.models.challenges import Challenge
from articles.models.comments import Comment
from articles.models.moderation import Appeal, CommentReport
from articles.queries.editions import article_by_uuid

BACKEND = "django.contrib.auth.backends.ModelBackend"
MODERATE, ANSWER = "articles.change_comment", "articles.change_challenge"


def queued(comment_id: int) -> list[Letter]:
    """A comment waits for a moderator."""
    waiting = Comment.objects.filter(status__in=CommentStatus.queued())
    comment = _first(waiting, comment_id)
    if comment is None:
        return []
    current = article_by_uuid(comment.article_uuid)
    context = {
        "title": current.edition.title if current else "",
        "queue_url": this_site().absolute(reverse("assay_comments:index")),
    }
    subject = _("A comment waits for a moderator")
    return _write_to_all("queued", MODERATE, subject=subject, context=context)


def reported(report_id: int) -> list[Letter]:
    """A reader has reported a comment."""
    waiting = CommentReport.objects.filter(decided_at=None)
    url = f"{reverse('assay_comments:index')}?queue=reported"
    return _tell(waiting, report_id, _("A comment was reported"), url, MODERATE)


def appealed(appeal_id: int) -> list[Letter]:
    """A writer objects to a decision."""
    waiting = Appeal.objects.filter(decided_at=None)
    url = f"{reverse('assay_comments:index')}?queue=appeals"
    return _tell(waiting, appeal_id, _("Somebody objects to a decision"), url, MODERATE)


def challenged(challenge_id: int) -> list[Letter]:
    """A reader doubts a claim."""
    waiting = Challenge.objects.filter(status=ChallengeStatus.OPEN)
    url = reverse("assay_challenges:index")
    return _tell(waiting, challenge_id, _("A claim was challenged"), url, ANSWER)


def _tell(
    waiting: QuerySet[Any, Any], key: int, what: Promise, url: str, permission: str
) -> list[Letter]:
    if _first(waiting, key) is None:
        return []
    context = {"what": what, "queue_url": this_site().absolute(url)}
    return _write_to_all("waiting", permission, subject=what, context=context)


def _first(waiting: QuerySet[Any, Any], key: int) -> Any:
    """The row, if nothing else waits: who was told of one is not told of the next in line."""
    row = waiting.filter(pk=key).first()
    return None if row is None or waiting.exclude(pk=key).exists() else row


def _write_to_all(
    template: str, permission: str, *, subject: Promise, context: Mapping[str, Any]
) -> list[Letter]:
    people = get_user_model().objects.with_perm(permission, backend=BACKEND)
    told = people.exclude(email="").filter(no_queue_mail=None)
    rows = told.select_related("wagtail_userprofile")
    return [_write_to(person, template, subject=subject, context=context) for person in rows]


def _write_to(
    person: Any, template: str, *, subject: Promise, context: Mapping[str, Any]
) -> Letter:
    """With the way out of RFC 8058, as in every letter that nobody asked for this very minute."""
    way_out = Link.QUEUE_MAIL.url(person.pk)
    named = {"name": person.get_short_name(), "unsubscribe_url": way_out, **context}
    letter = write(
        template, to=person.email, language=_language(person), subject=subject, context=named
    )
    return with_way_out(letter, way_out)


def _language(person: Any) -> str:
    profile = getattr(person, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else ""
