"""Asking Akismet about a comment, where the installation has a key; off otherwise.

It is told name, address, text and where the comment stands, and never where it was sent from: we do
not keep that. What it does not answer, a moderator does.
"""

import datetime
import http.client
from functools import partial
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import task

from articles.actions.comments.screening import admit_comment, note_finding
from articles.enums import CommentStatus
from articles.models.comments import Comment
from articles.moderation import Finding, Weight

RULE, VERSION = "akismet", 1
SECONDS = 10.0
NOWHERE = "127.0.0.1"  # Akismet wants a network address
ANSWERS = {b"true": True, b"false": False}


class AkismetError(Exception):
    """No answer, or one that is none."""


def have_akismet_asked(comment: Comment) -> None:
    """Have it asked once the comment is stored; nothing happens without a key."""
    if settings.AKISMET_KEY:
        transaction.on_commit(partial(ask_akismet_task.enqueue, comment.pk))


@task(backend="mail")  # the queue for which no request waits
def ask_akismet_task(comment_id: int) -> bool:
    """Ask, note the answer, and act on it; returns whether the comment was found to be spam."""
    comment = Comment.objects.select_related("commenter").filter(pk=comment_id).first()
    if comment is None or comment.status in (CommentStatus.REJECTED, CommentStatus.DELETED):
        return False
    return judge(comment=comment, now=timezone.now())


def judge(*, comment: Comment, now: datetime.datetime) -> bool:
    """Note what Akismet says; spam is held, and what it does not answer is queued."""
    try:
        is_spam = is_called_spam(comment)
    except AkismetError:
        words, weight = gettext_noop("Akismet could not be asked."), Weight.LIGHT
        _take_effect(comment, words, weight, now)
        return False
    if is_spam:
        _take_effect(comment, gettext_noop("Akismet calls it spam."), Weight.HEAVY, now)
    return is_spam


def is_called_spam(comment: Comment) -> bool:
    """What Akismet says of a comment. Raises AkismetError."""
    said = {
        "api_key": settings.AKISMET_KEY,
        "blog": settings.BASE_URL,
        "user_ip": NOWHERE,
        "comment_type": "reply" if comment.parent_id else "comment",
        "comment_author": comment.name,
        "comment_author_email": comment.commenter.email,
        "comment_content": comment.text,
    }
    answer = _post(settings.AKISMET_URL, urlencode(said).encode())
    if answer not in ANSWERS:
        raise AkismetError(answer.decode(errors="replace"))
    return ANSWERS[answer]


def _post(url: str, body: bytes) -> bytes:
    parts = urlsplit(url)
    of_scheme = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    connection = of_scheme[parts.scheme](parts.netloc, timeout=SECONDS)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "Assay"}
    try:
        connection.request("POST", parts.path, body=body, headers=headers)
        with connection.getresponse() as response:
            return response.read(100).strip() if response.status == http.HTTPStatus.OK else b""
    except (OSError, http.client.HTTPException) as error:
        raise AkismetError(str(error)) from error
    finally:
        connection.close()


@transaction.atomic
def _take_effect(comment: Comment, words: str, weight: Weight, now: datetime.datetime) -> None:
    """Note it; a comment that its writer has confirmed goes where that leads, even from public."""
    finding = Finding(rule=RULE, version=VERSION, weight=weight, says=words)
    note_finding(comment=comment, finding=finding, now=now)
    comment.refresh_from_db(fields=["status"])
    if comment.status != CommentStatus.UNCONFIRMED and comment.decided_by_id is None:
        admit_comment(comment=comment, now=now)
