"""What people may ask: to get no mail, to see what is stored of them, and to be forgotten."""

import datetime
import secrets
from typing import Any

from django.db import transaction

from articles.actions.comments.changing import blank, unname_log
from articles.actions.comments.commenters import email_key
from articles.actions.comments.counting import count_contributions
from articles.actions.comments.mailing import send_letter
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter, NoQueueMail
from articles.models.moderation import Appeal


def ask_for_data(*, email: str) -> None:
    """Send the link to what is stored under an address; where nothing is, nothing happens."""
    commenter = Commenter.objects.filter(email_key=email_key(email)).exclude(email="").first()
    if commenter:
        send_letter("own_data", commenter.pk)


def set_mail(*, commenter: Commenter, wanted: bool, now: datetime.datetime) -> Commenter:
    """Write to a reader, or no more; what they ask for themselves still comes."""
    commenter.unsubscribed_at = None if wanted else commenter.unsubscribed_at or now
    commenter.save(update_fields=["unsubscribed_at"])
    return commenter


def set_queue_mail(*, user: Any, wanted: bool, now: datetime.datetime) -> None:
    """Tell somebody of the newsroom what waits, or tell them no more."""
    if wanted:
        NoQueueMail.objects.filter(user=user).delete()
    else:
        NoQueueMail.objects.get_or_create(user=user, defaults={"since": now})


@transaction.atomic
def erase(*, commenter: Commenter, now: datetime.datetime) -> None:
    """Forget a reader: address, name, and every word. Places in threads and outcomes stay.

    The keyed hash of the address goes too, so that nobody can ask whether it was here. A ban does
    not end with it: the reason stays with what is left, but it finds nobody any more.
    """
    commenter = Commenter.objects.select_for_update().get(pk=commenter.pk)
    articles = set()
    for comment in commenter.comments.all():
        articles.add(comment.article_uuid)
        blank(comment, now=now)
    for article_uuid in articles:
        count_contributions(article_uuid)
    commenter.reports.update(explanation="", network="", reporter=None)
    Appeal.objects.filter(comment__commenter=commenter).update(text="")
    Challenge.objects.filter(commenter=commenter).update(text="", source_url="", network="")
    commenter.email, commenter.name, commenter.user = "", "", None
    commenter.email_key = secrets.token_hex(32)
    commenter.erased_at = now
    commenter.save()
    unname_log(commenter)
