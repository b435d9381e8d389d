"""Comments: the public thread, and what a reader sends."""

from typing import Any

from drf_spectacular.helpers import lazy_serializer
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.enums import CommentStatus
from sources.api.shapes import Shape, choice, list_of, moment, string


class CommentSerializer(Shape):
    """An approved comment, with the replies to it."""

    id = serializers.IntegerField()
    name = string()
    text = string()
    created_at = moment()
    replies = serializers.SerializerMethodField()

    @extend_schema_field(lazy_serializer(f"{__name__}.CommentSerializer")(many=True))
    def get_replies(self, row: Any) -> Any:
        """Declared only: a tree of at most three levels."""
        return row["replies"]


class NewCommentSerializer(serializers.Serializer[Any]):
    """What a reader sends. Only kinds of values are checked here; the rules are the action's."""

    name = serializers.CharField(allow_blank=True, help_text="Shown beside the comment.")
    email = serializers.CharField(allow_blank=True, help_text="Never shown.")
    text = serializers.CharField(allow_blank=True, trim_whitespace=False)
    parent = serializers.IntegerField(  # type: ignore[assignment]  # the wire's name for it
        required=False,
        allow_null=True,
        min_value=1,
        max_value=2**63 - 1,
        help_text="The `id` of the comment that is answered.",
    )


class ReceivedCommentSerializer(Shape):
    """A comment that waits for a moderator."""

    id = serializers.IntegerField()
    status = choice(CommentStatus)


CommentList = list_of("CommentList", CommentSerializer)
