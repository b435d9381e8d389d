"""What readers wrote on an article, counted beside its current edition."""

from uuid import UUID

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.enums import ChallengeStatus, CommentStatus
from articles.models.challenges import Challenge
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition


def count_contributions(article_uuid: UUID) -> None:
    """Set how many comments and challenges readers see of an article. One query."""
    CurrentEdition.objects.filter(article_uuid=article_uuid).update(**contributions(article_uuid))


def contributions(article_uuid: UUID) -> dict[str, Coalesce]:
    """How many comments and challenges readers see of an article, as a part of another query."""
    comments = Comment.objects.filter(article_uuid=article_uuid, status=CommentStatus.APPROVED)
    challenges = Challenge.objects.filter(article_uuid=article_uuid)
    seen = challenges.exclude(status=ChallengeStatus.UNCONFIRMED)
    return {"comment_count": _number_of(comments), "challenge_count": _number_of(seen)}


def _number_of(rows: QuerySet[Comment] | QuerySet[Challenge]) -> Coalesce:
    counted = rows.order_by().values("article_uuid").annotate(number=Count("pk")).values("number")
    return Coalesce(counted, Value(0))
