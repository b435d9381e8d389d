"""Ingest: an item in, what it was parsed to out; its bytes are kept unless it is a dry run."""

from typing import Any, NamedTuple

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response

from sources.actions.capturing import Captured, capture
from sources.api.bodies import (
    ItemFormParser,
    ItemJSONParser,
    ItemMarkupParser,
    ItemParser,
    members,
)
from sources.api.description import JSON, header, writes
from sources.api.doors import ApiView
from sources.api.parameters import Flag
from sources.api.problems import BodyTooLarge
from sources.api.shapes.item import (
    ParsedItemSerializer,
    SentFileSerializer,
    SentTextSerializer,
)
from sources.api.tokens import scope
from sources.enums import CaptureWay, Scope
from sources.ingest import IngestError, ingest_bytes
from sources.ingest.errors import TooLargeError
from sources.ingest.report import report_item
from sources.queries import directory

PLACE = "Where the document is described as soon as a public article names it."
DRY_RUN = Flag("dry_run", "Parse only; nothing is stored, and `document` is null.")


class Received(NamedTuple):
    """What came in, whichever way it was wrapped."""

    raw: bytes
    media_type: str
    url: str = ""
    language: str = ""


class Ingest(ApiView):
    """The third door of ingest, beside the admin and the command."""

    http_method_names = ["post", "options"]
    permission_classes = [scope(Scope.INGEST.value)]
    parser_classes = [ItemJSONParser, ItemParser, ItemMarkupParser, ItemFormParser]
    parameters = (DRY_RUN,)

    @writes(
        "ingest_create",
        summary="Send an item to be parsed and captured; the same bytes are captured once",
        bodies={
            JSON: SentTextSerializer,
            ItemFormParser.media_type: SentFileSerializer,
            ItemParser.media_type: str,
            ItemMarkupParser.media_type: str,
        },
        answers={
            200: OpenApiResponse(ParsedItemSerializer, "Nothing was stored: a dry run, or known."),
            201: OpenApiResponse(ParsedItemSerializer, "The bytes were captured."),
        },
        parameters=parameters,
        headers=[header("Location", PLACE, answered=[201])],
        refuses=(403, 411, 413),
    )
    def post(self, request: Request) -> Response:
        """Answer 201 where the bytes are new, and else 200."""
        received = _received(request)
        try:
            if self.asked.get(DRY_RUN.name):
                return _tried(received)
            return _kept(_captured(received, user=request.user))
        except TooLargeError as error:
            raise BodyTooLarge(str(error)) from error
        except IngestError as error:
            raise ParseError(str(error), code="not_an_item") from error


def _received(request: Request) -> Received:
    """The bytes of an item, and what is said of them. Raises ValidationError."""
    body: Any = request.data
    media_type = request.content_type or ""
    if media_type.lower().startswith("text/"):
        return Received(body or b"", media_type)  # an empty body is not given to any parser
    if media_type.lower().startswith(ItemFormParser.media_type):
        return _of_form(members(body, of=SentFileSerializer))
    sent = members(body, of=SentTextSerializer)
    return Received(sent["text"].encode(), sent["media_type"], sent["url"], sent["language"])


def _of_form(sent: dict[str, Any]) -> Received:
    file: UploadedFile[bytes] = sent["file"]
    media_type = file.content_type or "application/octet-stream"
    return Received(file.read(), media_type, sent["url"], sent["language"])


def _tried(received: Received) -> Response:
    item = ingest_bytes(received.raw, directory(), limit=settings.INGEST_MAX_BYTES)
    return _answer({"document": None, **report_item(item)}, status=200)


def _captured(received: Received, *, user: Any) -> Captured:
    return capture(
        raw=received.raw,
        way=CaptureWay.API,
        media_type=received.media_type,
        url=received.url,
        language=received.language,
        user=user,
        now=timezone.now(),
    )


def _kept(captured: Captured) -> Response:
    document = captured.document
    described = {
        "uuid": str(document.uuid),
        "sha256": document.sha256,
        "captured_at": document.captured_at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "is_new": captured.is_new,
    }
    answer = {"document": described, **report_item(captured.item)}
    if not captured.is_new:
        return _answer(answer, status=200)
    return _answer(answer, status=201, Location=reverse("api-source", args=[document.uuid]))


def _answer(body: dict[str, Any], *, status: int, **headers: str) -> Response:
    return Response(body, status=status, headers={"Cache-Control": "no-store", **headers})
