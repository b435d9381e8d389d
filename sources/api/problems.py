"""One shape for every error of the API: RFC 9457 `application/problem+json`."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from django.core.exceptions import NON_FIELD_ERRORS, RequestDataTooBig
from django.utils.encoding import escape_uri_path
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler

PROBLEM = "application/problem+json"
ONE = "One thing is wrong with the request; `errors` names it."
SEVERAL = "{count} things are wrong with the request; `errors` names each."
OF_THE_WHOLE = frozenset({api_settings.NON_FIELD_ERRORS_KEY, NON_FIELD_ERRORS})
IN_A_FRAGMENT = "!$&'()*+,;=:@/?-._~"  # RFC 3986; everything else is percent-encoded

Place = tuple[str, ...]


class ParameterError(ValidationError):
    """What is wrong stands in the query, so that each pointer is the name of a parameter."""


class BodyTooLarge(APIException):
    """A body beyond what the address can use."""

    status_code = 413
    default_code = "too_large"
    default_detail = "The body is larger than what is taken here."


def handle(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's exception handler: a problem for what DRF knows, None for what is a fault of ours."""
    known = BodyTooLarge() if isinstance(exc, RequestDataTooBig) else exc
    response = exception_handler(known, dict(context))
    if response is None:
        return None
    request: Request = context["request"]
    errors = _errors(known) if isinstance(known, ValidationError) else []
    response.data = problem(
        status=response.status_code,
        detail=_counted(errors) if errors else str(response.data["detail"]),
        path=request.path,
        errors=errors,
    )
    response.content_type = PROBLEM
    response["Cache-Control"] = "no-store"
    # A problem is JSON whatever was negotiated, and also where nothing could be.
    request.accepted_renderer = JSONRenderer()
    request.accepted_media_type = JSONRenderer.media_type
    return response


def problem(
    *, status: int, detail: str, path: str, errors: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    """The members of a problem; `errors` are (pointer, code, detail), empty where none apply."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": escape_uri_path(path),
        "errors": errors or [],
    }


def _counted(errors: list[dict[str, str]]) -> str:
    return ONE if len(errors) == 1 else SEVERAL.format(count=len(errors))


def _errors(exc: ValidationError) -> list[dict[str, str]]:
    pointer = _parameter if isinstance(exc, ParameterError) else _pointer
    return [
        {"pointer": pointer(place), "code": fault.code or "invalid", "detail": str(fault)}
        for place, fault in _faults(exc.detail, ())
    ]


def _faults(detail: Any, place: Place) -> Iterator[tuple[Place, ErrorDetail]]:
    """Every fault with the names that lead to it; none where it is of the whole."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            yield from _faults(inner, place if name in OF_THE_WHOLE else (*place, str(name)))
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            is_leaf = isinstance(inner, ErrorDetail)
            yield from _faults(inner, place if is_leaf else (*place, str(number)))
    else:
        yield place, detail


def _parameter(place: Place) -> str:
    return "/".join(place)


def _pointer(place: Place) -> str:
    """A JSON Pointer as the fragment of a URI (RFC 6901); "#" is the whole body."""
    steps = [name.replace("~", "~0").replace("/", "~1") for name in place]
    return "#" + "".join(f"/{quote(step, safe=IN_A_FRAGMENT, errors='replace')}" for step in steps)
