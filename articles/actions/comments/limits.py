"""How much one writer, one network and one article take in a while: counted where it is stored.

The throttles at the doors are quick and count every attempt; these are exact, however many come at
once.
"""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.actions.comments.networks import lock_day
from articles.enums import CommentStatus
from articles.models.comments import Comment

MOST_WAITING = 5  # comments of one writer on one article that wait for a moderator
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class TooManyError(ValidationError):
    """More than a limit allows; nothing was stored."""

    def __init__(self, message: str) -> None:
        super().__init__({"form": message})


@dataclass(frozen=True)
class Limit:
    """So many in such a time."""

    number: int
    period: datetime.timedelta


def limit_of(scope: str) -> Limit | None:
    """The limit of a scope of DEFAULT_THROTTLE_RATES ("10/hour"); None where there is none."""
    rate: str | None = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"][scope]
    if not rate:
        return None
    number, _slash, period = rate.partition("/")
    return Limit(int(number), datetime.timedelta(seconds=SECONDS[period[0]]))


def hold_to_limits(*, comment: Comment, now: datetime.datetime) -> None:
    """Refuse a comment that is one too many; raises TooManyError.

    To be called in the transaction that stores it: until that ends, nobody else is counted.
    """
    lock_day(now=now)
    sent = Comment.objects.all()  # those too that came in later and were stored first
    counted = {
        "comments_address": sent.filter(commenter=comment.commenter),
        "comments_article": sent.filter(article_uuid=comment.article_uuid),
    }
    if comment.network:
        counted["comments"] = sent.filter(network=comment.network)
    for scope, rows in counted.items():
        limit = limit_of(scope)
        if limit and rows.filter(created_at__gt=now - limit.period).count() >= limit.number:
            raise TooManyError(too_many(scope))


def hold_to_waiting(*, comment: Comment) -> None:
    """Refuse one more of somebody whose comments nobody has come to read; raises TooManyError."""
    waiting = Comment.objects.filter(
        commenter=comment.commenter,
        article_uuid=comment.article_uuid,
        status__in=CommentStatus.queued(),
    )
    if waiting.count() >= MOST_WAITING:
        message = _("Your earlier comments are still waiting for a moderator. Please come back.")
        raise TooManyError(message)


def too_many(scope: str) -> str:
    """What a writer is told."""
    messages = {
        "comments": _("Too many comments came from your network. Please try again later."),
        "comments_address": _("You have sent many comments. Please try again later."),
        "comments_article": _("Many people are commenting here. Please try again later."),
    }
    return messages[scope]
