"""One shape for every error of the API: RFC 9457 `application/problem+json`."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import exception_handler

PROBLEM = "application/problem+json"
SEVERAL = "{count} things are wrong with the request; `errors` names each."
ONE = "One thing is wrong with the request; `errors` names it."


def handle(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's exception handler: a problem for what DRF knows, None for what is a fault of ours."""
    response = exception_handler(exc, dict(context))
    if response is None:
        return None
    request: Request = context["request"]
    response.data = problem(
        status=response.status_code, detail=_detail(exc), instance=request.path, errors=_errors(exc)
    )
    response.content_type = PROBLEM
    response["Cache-Control"] = "no-store"
    return response


def problem(
    *, status: int, detail: str, instance: str, errors: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    """The members of a problem; `errors` are (pointer, code, detail), empty where none apply."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
        "errors": errors or [],
    }


def _detail(exc: Exception) -> str:
    if isinstance(exc, exceptions.ValidationError):
        count = len(_errors(exc))
        return ONE if count == 1 else SEVERAL.format(count=count)
    return str(getattr(exc, "detail", "")) or HTTPStatus(_status(exc)).phrase


def _status(exc: Exception) -> int:
    # Django's Http404 and PermissionDenied are the two that DRF answers without a detail.
    return getattr(exc, "status_code", 403 if type(exc).__name__ == "PermissionDenied" else 404)


def _errors(exc: Exception) -> list[dict[str, str]]:
    if not isinstance(exc, exceptions.ValidationError):
        return []
    return [
        {"pointer": pointer, "code": fault.code, "detail": str(fault)}
        for pointer, fault in _faults(exc.detail, ())
    ]


def _faults(detail: Any, place: tuple[str, ...]) -> Iterator[tuple[str, exceptions.ErrorDetail]]:
    """Every fault with where it is: names of members or parameters, joined by "/"."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            is_whole = name == "non_field_errors"
            yield from _faults(inner, place if is_whole else (*place, str(name)))
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            is_leaf = isinstance(inner, exceptions.ErrorDetail)
            yield from _faults(inner, place if is_leaf else (*place, str(number)))
    else:
        yield "/".join(place), detail
