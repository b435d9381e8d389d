"""Conditional requests (RFC 9110): an answer's validators are known before the answer is made."""

import datetime
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

# Raised when the same state is shown in another way: what clients hold is then stale.
SHAPE = 1
CACHE_CONTROL = "public, max-age=60"


class PreconditionFailed(APIException):
    """`If-Match` or `If-Unmodified-Since` that no longer holds."""

    status_code = 412
    default_code = "precondition_failed"
    default_detail = "This has changed since: read it again."


def answer(
    request: Request,
    *,
    state: Sequence[Any],
    body: Callable[[], Any],
    modified_at: datetime.datetime | None = None,
) -> HttpResponseBase:
    """Answer 200, or 304 without making the body; `state` is all that the body depends on.

    Raises PreconditionFailed.
    """
    etag = strong_etag(request, state)
    modified = int(modified_at.timestamp()) if modified_at else None
    instead = get_conditional_response(request._request, etag, modified)  # noqa: SLF001 - DRF's own way to Django's request
    if instead is not None and instead.status_code == PreconditionFailed.status_code:
        raise PreconditionFailed
    response: HttpResponse = instead if instead is not None else Response(body())
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    return response


def strong_etag(request: Request, state: Sequence[Any]) -> str:
    """The same for equal states at one address and in one format, and else another."""
    form = getattr(request.accepted_renderer, "format", "")
    known = json.dumps([SHAPE, form, request.get_full_path(), state], default=str)
    return f'"{hashlib.sha256(known.encode()).hexdigest()[:32]}"'
