"""The thread of an article: what is approved can be read, and anyone may write."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError as RuleError
from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.exceptions import Throttled, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle, UserRateThrottle

from articles.actions.comments.limits import TooManyError
from articles.actions.comments.posting import post_comment
from articles.actions.comments.sending import Sender
from articles.api import representations
from articles.api.doors import PublicView, gone_or_missing
from articles.api.lists import listed
from articles.api.shapes.comments import (
    CommentList,
    NewCommentSerializer,
    ReceivedCommentSerializer,
)
from articles.models.editions import CurrentEdition
from articles.queries.comments import thread_comment, thread_page
from articles.queries.editions import article_by_uuid, article_state, gone
from sources.api.bodies import SmallJSONParser, members
from sources.api.description import JSON, reads, writes
from sources.api.parameters import PAGING


class CommentRate(UserRateThrottle):
    """How many comments one token, or one network address without a token, may send."""

    scope = "comments"


class CommentThread(PublicView):
    """The comments of one article."""

    http_method_names = ["get", "head", "post", "options"]
    parameters = PAGING
    parser_classes = [SmallJSONParser]

    def get_throttles(self) -> list[BaseThrottle]:
        """Writing has a limit of its own besides."""
        throttles = super().get_throttles()
        return [*throttles, CommentRate()] if self.request.method == "POST" else throttles

    @reads(
        "comments_list",
        summary="Read the approved comments of an article in the order of its thread",
        shape=CommentList,
        parameters=parameters,
        refuses=(404, 410),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with a page of the thread: each comment is followed by the answers to it."""
        if article_state(uuid) is None:
            raise gone_or_missing(gone(uuid))
        page = thread_page(uuid, limit=self.asked.limit, cursor=self.asked.cursor)
        return listed(
            request,
            page,
            shown=lambda row: representations.comment(thread_comment(row)),
            state=lambda row: representations.comment_state(thread_comment(row)),
        )

    @writes(
        "comments_create",
        summary="Write a comment; its writer gets a letter with a link that confirms the address",
        bodies={JSON: NewCommentSerializer},
        answers={202: ReceivedCommentSerializer},
        refuses=(404, 410, 411, 413, 429),
    )
    def post(self, request: Request, uuid: UUID) -> Response:
        """Take a comment, and write to its writer."""
        sent = members(request.data, of=NewCommentSerializer)
        current = article_by_uuid(uuid)
        if current is None:
            raise gone_or_missing(gone(uuid))
        address = CommentRate().get_ident(request) or ""
        return _taken(current, sent, Sender(address=address))


def _taken(current: CurrentEdition, sent: dict[str, Any], sender: Sender) -> Response:
    try:
        comment = post_comment(
            current=current,
            name=sent["name"],
            email=sent["email"],
            text=sent["text"],
            parent_id=sent.get("parent"),
            about=sent.get("about", ""),
            sender=sender,
            now=timezone.now(),
        )
    except TooManyError as error:
        raise Throttled(detail=error.messages[0]) from error
    except RuleError as error:
        raise ValidationError(error.message_dict) from error
    body = {"id": comment.pk, "status": comment.status}
    return Response(body, status=202, headers={"Cache-Control": "no-store"})
