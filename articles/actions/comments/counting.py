"""The count of a thread, kept beside the current edition."""

from uuid import UUID

from articles.enums import CommentStatus
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition


def count_comments(article_uuid: UUID) -> None:
    """Set the count of approved comments beside the current edition."""
    approved = Comment.objects.filter(article_uuid=article_uuid, status=CommentStatus.APPROVED)
    rows = CurrentEdition.objects.filter(article_uuid=article_uuid)
    rows.update(comment_count=approved.count())
