"""How an operation is described in OpenAPI: shape, parameters, headers and what can go wrong."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers

from sources.api.parameters import Parameter
from sources.api.parameters import described as parameters_described
from sources.api.problems import PROBLEM
from sources.api.shapes import Shape

View = TypeVar("View", bound=Callable[..., Any])
JSON, CSV = "application/json", "text/csv"
REFUSALS = {
    400: "A parameter or the body cannot be read; `errors` names each fault.",
    401: "There is no token, or it is not valid.",
    403: "The token lacks the scope that this needs.",
    404: "There is no such thing in public.",
    406: "`Accept` names nothing that this address can answer with.",
    410: "The article was public once; `detail` gives the reason of a retraction.",
    411: "The body came in chunks; `Content-Length` must say how long it is.",
    412: "`If-Match` names another state than the present one.",
    413: "The body is too large.",
    415: "The body has a media type that is not taken here.",
    429: "Too many requests; `Retry-After` says how many seconds to wait.",
}
ALWAYS = (400, 401, 406, 429)


class BearerTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself
    """How a caller shows its token."""

    target_class = "sources.api.tokens.BearerToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:  # noqa: ARG002 - drf-spectacular's protocol
        """An HTTP scheme of OpenAPI."""
        return {"type": "http", "scheme": "bearer", "description": "A token of the newsroom's."}

    def get_security_requirement(self, auto_schema: Any) -> dict[str, list[str]]:
        """The scopes that a view asks for, as the roles that OpenAPI 3.1 allows for here."""
        permissions = auto_schema.view.get_permissions()
        needed = [getattr(permission, "needed", None) for permission in permissions]
        return {self.name: [scope for scope in needed if scope]}


class FaultSerializer(Shape):
    """One thing that is wrong with a request."""

    pointer = serializers.CharField(
        help_text="Name of a parameter, or “#” and a JSON Pointer to a member of the body."
    )
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
    for status in sorted({*ALWAYS, 412, *refuses}):
        answers[(status, PROBLEM)] = OpenApiResponse(ProblemSerializer, REFUSALS[status])
    headers = [
        header("If-None-Match", "An `ETag` that is held: 304 while it is still the present one."),
        header("ETag", "Changes with every change of the answer.", answered=(200, 304)),
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
    bodies: Mapping[str, Any],
    answers: Mapping[int, Any],
    parameters: Iterable[Parameter] = (),
    headers: Iterable[OpenApiParameter] = (),
    refuses: Iterable[int] = (),
) -> Callable[[View], View]:
    """Describe a POST: what it takes by media type, what it answers by status."""
    described: dict[Any, Any] = {(status, JSON): shape for status, shape in answers.items()}
    for refusal in sorted({*ALWAYS, 415, *refuses}):
        described[(refusal, PROBLEM)] = OpenApiResponse(ProblemSerializer, REFUSALS[refusal])
    return extend_schema(
        operation_id=name,
        summary=summary,
        parameters=[*parameters_described(parameters), *headers],
        request=dict(bodies),
        responses=described,
    )


def header(name: str, text: str, *, answered: Iterable[int] = ()) -> OpenApiParameter:
    """A header of the request, or of the answers with certain statuses."""
    of_answers = list(answered) or False
    return OpenApiParameter(name, str, "header", description=text, response=of_answers)
