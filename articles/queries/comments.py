"""The public thread of an article, and the queue of its moderators."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from articles.enums import CommentStatus
from articles.models.comments import Comment


@dataclass(frozen=True)
class ThreadComment:
    """An approved comment as readers see it, with its replies in order. No address in it."""

    id: int
    name: str
    text: str
    created_at: datetime
    parent: int | None
    replies: list["ThreadComment"] = field(default_factory=list)


def thread(article_uuid: UUID) -> list[ThreadComment]:
    """The approved comments of an article as a tree, oldest first. One query.

    A reply whose parent is not public stands at the top: it was approved for itself.
    """
    rows = Comment.objects.filter(article_uuid=article_uuid, status=CommentStatus.APPROVED)
    fields = ("pk", "name", "text", "created_at", "parent_id")
    nodes = [ThreadComment(*row) for row in rows.order_by("created_at", "pk").values_list(*fields)]
    by_id = {node.id: node for node in nodes}
    top: list[ThreadComment] = []
    for node in nodes:
        parent = by_id.get(node.parent) if node.parent else None
        (parent.replies if parent else top).append(node)
    return top


def find_in(comments: list[ThreadComment], key: int) -> ThreadComment | None:
    """A comment of a thread by its id."""
    for comment in comments:
        found = comment if comment.id == key else find_in(comment.replies, key)
        if found:
            return found
    return None


def waiting() -> QuerySet[Comment]:
    """Comments that no moderator has decided on, oldest first."""
    return Comment.objects.filter(status=CommentStatus.PENDING).order_by("created_at", "pk")
