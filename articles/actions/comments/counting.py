"""What readers wrote on an article, counted beside its current edition."""

from uuid import UUID

from articles.enums import ChallengeStatus, CommentStatus
from articles.models.challenges import Challenge
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition


def count_comments(article_uuid: UUID) -> None:
    """Set the count of approved comments beside the current edition."""
    approved = Comment.objects.filter(article_uuid=article_uuid, status=CommentStatus.APPROVED)
    rows = CurrentEdition.objects.filter(article_uuid=article_uuid)
    rows.update(comment_count=approved.count())


def count_challenges(article_uuid: UUID) -> None:
    """Set the count of challenges that readers see, open ones included."""
    seen = Challenge.objects.filter(article_uuid=article_uuid).exclude(
        status=ChallengeStatus.UNCONFIRMED
    )
    rows = CurrentEdition.objects.filter(article_uuid=article_uuid)
    rows.update(challenge_count=seen.count())
