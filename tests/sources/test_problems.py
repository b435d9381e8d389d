"""RFC 9457: every refusal has one shape, and says of each fault where it is."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions, serializers
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from sources.api.problems import PROBLEM, ParameterError, handle, problem


class Bullets(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=5)
    children = serializers.ListField(child=serializers.CharField(max_length=5), required=False)


def answer(error: Exception, *, path: str = "/api/v1/thing/") -> Response:
    """What an address that raises an error answers, as it is sent."""

    class Refusing(APIView):
        permission_classes = []
        throttle_classes = []

        def get(self, _request: Request) -> Response:
            raise error

    response = Refusing.as_view()(APIRequestFactory().get(path))
    assert isinstance(response, Response)
    response.render()
    return response


def errors(error: Exception) -> list[tuple[str, str]]:
    """Pointer and code of each fault of the answer."""
    return [(row["pointer"], row["code"]) for row in answer(error).data["errors"]]


def faults_of(serializer: serializers.BaseSerializer[Any]) -> exceptions.ValidationError:
    with pytest.raises(exceptions.ValidationError) as caught:
        serializer.is_valid(raise_exception=True)
    return caught.value


def test_problem_has_the_members_of_the_standard_and_a_list_of_faults() -> None:
    assert problem(status=428, detail="Say which state you know.", path="/api/v1/thing/") == {
        "type": "about:blank",
        "title": "Precondition Required",
        "status": 428,
        "detail": "Say which state you know.",
        "instance": "/api/v1/thing/",
        "errors": [],
    }


@pytest.mark.parametrize(
    ("error", "status", "detail"),
    [
        (exceptions.NotFound("There is no such article."), 404, "There is no such article."),
        (exceptions.MethodNotAllowed("PUT"), 405, 'Method "PUT" not allowed.'),
        (exceptions.NotAcceptable(), 406, "Could not satisfy the request Accept header."),
        (exceptions.ParseError("JSON parse error"), 400, "JSON parse error"),
        (Http404(), 404, "Not found."),
        (PermissionDenied(), 403, "You do not have permission to perform this action."),
        (RequestDataTooBig(), 413, "The body is larger than what is taken here."),
    ],
)
def test_refusal_keeps_its_status_and_its_words(error: Exception, status: int, detail: str) -> None:
    response = answer(error)
    assert response.status_code == response.data["status"] == status
    assert response.data["detail"] == detail
    assert response.data["errors"] == []
    assert response["Content-Type"] == PROBLEM
    assert response["Cache-Control"] == "no-store"


def test_fault_of_ours_is_left_to_django() -> None:
    assert handle(ZeroDivisionError(), {"request": None, "view": None}) is None


def test_refused_caller_is_told_how_to_show_a_token() -> None:
    response = answer(exceptions.NotAuthenticated())
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="assay"'


def test_caller_that_is_too_fast_is_told_when_to_come_back() -> None:
    response = answer(exceptions.Throttled(wait=12.3))
    assert (response.status_code, response["Retry-After"]) == (429, "13")


def test_fault_in_a_query_points_at_its_parameter() -> None:
    fault = exceptions.ErrorDetail("Give it once.", code="twice")
    response = answer(ParameterError({"limit": [fault]}))
    assert response.data["errors"] == [
        {"pointer": "limit", "code": "twice", "detail": "Give it once."}
    ]
    assert response.data["detail"] == "One thing is wrong with the request; `errors` names it."


def test_fault_in_a_body_points_at_its_member() -> None:
    sent = [{"text": "ok"}, {"text": "ok", "children": ["ok", "too long"]}, {}]
    found = errors(faults_of(Bullets(data=sent, many=True)))
    assert found == [("#/1/children/1", "max_length"), ("#/2/text", "required")]


@pytest.mark.parametrize(
    ("name", "pointer"),
    [
        ("a/b~c", "#/a~1b~0c"),
        ("günstig 100%", "#/g%C3%BCnstig%20100%25"),
        ('"#?', "#/%22%23?"),
        ("\x00", "#/%00"),
        ("\ud800", "#/?"),
        ("", "#/"),
    ],
)
def test_name_of_a_member_is_escaped_as_a_pointer_in_an_address(name: str, pointer: str) -> None:
    fault = exceptions.ErrorDetail("Unknown.", code="unknown")
    assert errors(exceptions.ValidationError({name: [fault]})) == [(pointer, "unknown")]


@pytest.mark.parametrize(
    "detail",
    [
        ["No item."],
        {"non_field_errors": ["No item."]},
        {"__all__": ["No item."]},
        "No item.",
    ],
)
def test_fault_of_the_whole_body_points_at_the_whole(detail: Any) -> None:
    assert errors(exceptions.ValidationError(detail)) == [("#", "invalid")]


def test_all_faults_are_counted() -> None:
    response = answer(exceptions.ValidationError({"name": ["Empty."], "email": ["None.", "Bad."]}))
    assert response.data["detail"] == "3 things are wrong with the request; `errors` names each."
    assert [row["pointer"] for row in response.data["errors"]] == ["#/name", "#/email", "#/email"]


def test_address_of_a_problem_is_escaped() -> None:
    response = answer(exceptions.NotFound(), path="/api/v1/a b%00/ü/?colour=red")
    assert response.data["instance"] == "/api/v1/a%20b%00/%C3%BC/"


def test_problem_is_json_where_something_else_was_asked_for() -> None:
    class Spreadsheet(BaseRenderer):
        media_type = "text/csv"
        format = "csv"

    class Refusing(APIView):
        renderer_classes = [Spreadsheet]

        def get(self, _request: Request) -> Response:
            raise exceptions.NotFound

    response = Refusing.as_view()(APIRequestFactory().get("/"))
    assert isinstance(response, Response)
    assert b'"status":404' in response.render().content
    assert response["Content-Type"] == PROBLEM
