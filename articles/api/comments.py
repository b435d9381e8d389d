"""The thread of an article: what is approved can be read, and anyone may write."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError as RuleError
from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle, UserRateThrottle

from articles.actions.comments.posting import post_comment
from articles.api import representations
from articles.api.conditional import answer
from articles.api.doors import PublicView, gone_or_missing
from articles.api.shapes.comments import (
    CommentList,
    NewCommentSerializer,
    ReceivedCommentSerializer,
)
from articles.models.editions import CurrentEdition
from articles.queries.comments import thread
from articles.queries.editions import article_by_uuid, article_state, gone
from sources.api.bodies import SmallJSONParser, members
from sources.api.description import JSON, reads, writes


class CommentRate(UserRateThrottle):
    """How many comments one token, or one network address without a token, may send."""

    scope = "comments"


class CommentThread(PublicView):
    """The comments of one article."""

    http_method_names = ["get", "head", "post", "options"]
    parser_classes = [SmallJSONParser]

    def get_throttles(self) -> list[BaseThrottle]:
        """Writing has a limit of its own besides."""
        throttles = super().get_throttles()
        return [*throttles, CommentRate()] if self.request.method == "POST" else throttles

    @reads(
        "comments_list",
        summary="Read the approved comments of an article as a tree, the oldest first",
        shape=CommentList,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with the whole thread: it has one page."""
        if article_state(uuid) is None:
            raise gone_or_missing(gone(uuid))
        shown = [representations.comment(row) for row in thread(uuid)]
        return answer(
            request,
            state=shown,
            body=lambda: {"results": shown, "next": None, "previous": None},
        )

    @writes(
        "comments_create",
        summary="Write a comment; it is shown once a moderator has approved it",
        bodies={JSON: NewCommentSerializer},
        answers={202: ReceivedCommentSerializer},
        refuses=(404, 410, 411, 413),
    )
    def post(self, request: Request, uuid: UUID) -> Response:
        """Take a comment for a moderator to decide on."""
        sent = members(request.data, of=NewCommentSerializer)
        current = article_by_uuid(uuid)
        if current is None:
            raise gone_or_missing(gone(uuid))
        return _taken(current, sent)


def _taken(current: CurrentEdition, sent: dict[str, Any]) -> Response:
    try:
        comment = post_comment(
            current=current,
            name=sent["name"],
            email=sent["email"],
            text=sent["text"],
            parent_id=sent.get("parent"),
            now=timezone.now(),
        )
    except RuleError as error:
        raise ValidationError(error.message_dict) from error
    body = {"id": comment.pk, "status": comment.status}
    return Response(body, status=202, headers={"Cache-Control": "no-store"})
