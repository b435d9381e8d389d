"""What is not kept: salts of days gone by, and what nobody confirmed while its link was good."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from articles.actions.comments.links import Link
from articles.actions.comments.networks import forget_salts
from articles.enums import ChallengeStatus, CommentStatus
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment

KEPT = datetime.timedelta(days=Link.CONFIRM.days or 0)


@transaction.atomic
def tidy(*, now: datetime.datetime) -> Mapping[str, int]:
    """Delete all of it; returns how many of each kind, by its name in the plural."""
    before = now - KEPT
    comments = Comment.objects.filter(status=CommentStatus.UNCONFIRMED, created_at__lt=before)
    challenges = Challenge.objects.filter(status=ChallengeStatus.UNCONFIRMED, created_at__lt=before)
    counts = {"comments": comments.count(), "challenges": challenges.count()}
    comments.delete()
    challenges.delete()
    strangers = Commenter.objects.filter(
        confirmed_at=None, user=None, banned_at=None, erased_at=None, created_at__lt=before
    )
    nothing_left = strangers.filter(comments=None, challenges=None, reports=None)
    return counts | {
        "commenters": nothing_left.delete()[0],
        "salts": forget_salts(now=now),
    }
