"""How an operation is described in OpenAPI: shape, parameters, headers and what can go wrong."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.serializers import Serializer

from articles.api.parameters import Parameter
from articles.api.parameters import described as parameters_described
from articles.api.shapes import Shape

View = TypeVar("View", bound=Callable[..., Any])
JSON, CSV, PROBLEM = "application/json", "text/csv", "application/problem+json"
REFUSALS = {
    400: "A parameter is unknown or cannot be read; `errors` names each.",
    404: "There is no such thing in public.",
    410: "The article was public once; `detail` gives the reason of a retraction.",
    413: "The body is too large.",
    415: "The body must be JSON.",
    412: "`If-Match` names another state than the present one.",
    429: "Too many requests; `Retry-After` says how many seconds to wait.",
}


class FaultSerializer(Shape):
    """One thing that is wrong with a request."""

    pointer = serializers.CharField()
    code = serializers.CharField()
    detail = serializers.CharField()


class ProblemSerializer(Shape):
    """RFC 9457: why a request was refused."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    errors = FaultSerializer(many=True)  # type: ignore[assignment]  # the name is RFC 9457's


def reads(
    name: str,
    *,
    summary: str,
    shape: type[Shape],
    parameters: Iterable[Parameter] = (),
    refuses: Iterable[int] = (),
    is_csv_too: bool = False,
) -> Callable[[View], View]:
    """Describe a GET that answers with a shape, as JSON and perhaps as CSV."""
    answers: dict[Any, Any] = {(200, JSON): shape}
    if is_csv_too:
        answers[(200, CSV)] = OpenApiResponse(str, description="Every match, without pages.")
    answers[304] = OpenApiResponse(description="What is held is still the present state.")
    for status in sorted({400, 412, 429, *refuses}):
        answers[(status, PROBLEM)] = OpenApiResponse(ProblemSerializer, REFUSALS[status])
    headers = [
        _header("If-None-Match", "An `ETag` that is held: 304 while it is still the present one."),
        _header("ETag", "Changes with every change of the answer.", answered=(200, 304)),
    ]
    return extend_schema(
        operation_id=name,
        summary=summary,
        parameters=[*parameters_described(parameters), *headers],
        responses=answers,
    )


def writes(
    name: str,
    *,
    summary: str,
    body: type[Serializer[Any]],
    shape: type[Shape],
    status: int,
    refuses: Iterable[int] = (),
) -> Callable[[View], View]:
    """Describe a POST that takes a body and answers with a shape and a status."""
    answers: dict[Any, Any] = {(status, JSON): shape}
    for refusal in sorted({400, 415, 429, *refuses}):
        answers[(refusal, PROBLEM)] = OpenApiResponse(ProblemSerializer, REFUSALS[refusal])
    return extend_schema(
        operation_id=name, summary=summary, request={JSON: body}, responses=answers
    )


def _header(name: str, text: str, *, answered: Iterable[int] = ()) -> OpenApiParameter:
    """A header of the request, or of the answers with certain statuses."""
    of_answers = list(answered) or False
    return OpenApiParameter(name, str, "header", description=text, response=of_answers)
