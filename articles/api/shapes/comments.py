"""Comments: the public thread, and what a reader sends."""

from typing import Any

from rest_framework import serializers

from articles.enums import ClaimKind, CommentState, CommentStatus
from sources.api.shapes import Shape, choice, list_of, moment, string


class ClaimSerializer(Shape):
    """The claim of the article that a comment or a challenge is about, as its writer saw it."""

    kind = choice(ClaimKind)
    id = string("Its fragment on the page of the article.")
    text = string()


class CommentSerializer(Shape):
    """A comment at its place in the thread; `state` tells whether only the place is left.

    The list is in reading order: what follows with a greater `depth` is an answer.
    """

    id = serializers.IntegerField()
    parent = serializers.IntegerField(  # type: ignore[assignment]  # the wire's name for it
        allow_null=True, help_text="The `id` of the comment that it answers."
    )
    depth = serializers.IntegerField(help_text="1 for one that answers none.")
    state = choice(CommentState)
    name = string("Empty where only the place is left, or the writer was erased.")
    by_staff = serializers.BooleanField()
    text = string("Plain text; empty where only the place is left.")
    about = ClaimSerializer(allow_null=True)
    created_at = moment()
    edited_at = serializers.DateTimeField(allow_null=True)


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
    about = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="The `id` of the highlight or directive that it is about.",
    )


class ReceivedCommentSerializer(Shape):
    """A comment that waits for its writer to confirm the address, by the link in a letter."""

    id = serializers.IntegerField()
    status = choice(CommentStatus)


CommentList = list_of("CommentList", CommentSerializer)
