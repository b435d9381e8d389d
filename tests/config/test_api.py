"""Whatever goes wrong below /api/v1/ is a problem, and elsewhere it is a page."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from pytest_django import Settings

from articles.api import topics
from tests.sources.builders import make_token

pytestmark = pytest.mark.django_db


def problem(response: Any, status: int) -> Any:
    """The problem that an address answers; no other member, cookie or way to keep it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    found = response.json()
    assert set(found) == {"type", "title", "status", "detail", "instance", "errors"}
    assert found["status"] == status
    assert found["detail"]
    return found


# -- What callers do wrong --------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "nothing",
        "nothing/",
        "articles",
        "ingest",
        "articles/%00/",
        "organisations/a%00b/",
        "articles/%0A/",
        "%0A",
        "%E2%80%A8/",
        "organisations/%FF%FE/",
        "articles/..%2f..%2fadmin/",
        "//",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize("method", ["get", "post", "delete", "options"])
def test_unknown_address_is_a_problem(client: Client, address: str, method: str) -> None:
    found = problem(getattr(client, method)(f"/api/v1/{address}"), 404)
    assert found["detail"] == "The API has nothing at this address."
    assert found["instance"].startswith("/api/v1/")
    assert found["instance"].isascii()


def test_head_of_an_unknown_address_has_no_body(client: Client) -> None:
    response = client.head("/api/v1/nothing/")
    assert (response.status_code, response.content) == (404, b"")
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["", "articles/", "nothing/", "ingest/"])
@pytest.mark.parametrize("host", ["elsewhere.example", "bad_host", "a b", "testserver:x"])
def test_another_host_is_a_problem(client: Client, address: str, host: str) -> None:
    found = problem(client.get(f"/api/v1/{address}", headers={"Host": host}), 400)
    assert host not in found["detail"]


@pytest.mark.parametrize("address", ["", "articles/", "topics/", "docs/", "schema/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_method_that_an_address_does_not_know_is_a_problem(address: str, method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)(f"/api/v1/{address}")
    problem(response, 405)
    assert "GET" in response["Allow"]


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "BREW"])
def test_method_that_nobody_knows_is_a_problem(client: Client, method: str) -> None:
    problem(client.generic(method, "/api/v1/articles/"), 405)


def test_method_is_refused_before_the_parameters_are_read(client: Client) -> None:
    problem(client.generic("TRACE", "/api/v1/articles/?cursor="), 405)


def test_page_for_people_has_no_options(client: Client) -> None:
    assert problem(client.options("/api/v1/docs/"), 405)["errors"] == []


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        ("articles/", "text/html"),
        ("articles/", "text/csv"),
        ("articles/", "application/xml;q=0.9"),
        ("directives/", "application/xml"),
        ("docs/", "application/json"),
    ],
)
def test_answer_in_a_form_that_is_not_offered_is_a_problem(
    client: Client, address: str, accept: str
) -> None:
    problem(client.get(f"/api/v1/{address}", headers={"Accept": accept}), 406)


@pytest.mark.parametrize("accept", ["", "nonsense", "*/*", ";;;", "application/json;q=x", "\xff/*"])
def test_accept_header_that_says_nothing_breaks_nothing(client: Client, accept: str) -> None:
    response = client.get("/api/v1/topics/", headers={"Accept": accept})
    assert response.status_code in (200, 406)
    assert response["Content-Type"] in ("application/json", "application/problem+json")


@pytest.mark.parametrize("query", ["q=%FF", "%FF=1", "q=%ED%A0%80", "q=%00", "limit=%C3%28", "=&;"])
def test_query_that_is_no_text_is_read_or_named(client: Client, query: str) -> None:
    response = client.get(f"/api/v1/articles/?{query}")
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        assert problem(response, 400)["errors"]


@pytest.mark.parametrize(
    "body", [b"{", b'{"text": "\xff"}', b"[" * 50_000, b"\x00", b"\xef\xbb\xbf{}"]
)
def test_body_that_is_no_json_is_a_problem(client: Client, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {make_token()}"}
    response = client.post(
        "/api/v1/ingest/", body, content_type="application/json", headers=headers
    )
    problem(response, 400)


def test_form_of_very_many_fields_is_a_problem(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    fields = {f"field-{number}": "x" for number in range(10)}
    headers = {"Authorization": f"Bearer {make_token()}"}
    problem(client.post("/api/v1/ingest/", fields, headers=headers), 400)


def test_query_of_very_many_parameters_is_a_problem(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    problem(client.get("/api/v1/articles/?" + "&".join("abcdefghij")), 400)


# -- What goes wrong on our side --------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ZeroDivisionError("a secret of ours"), 500),
        (SuspiciousOperation("a secret of ours"), 400),
        (PermissionDenied(), 403),
        (Http404(), 404),
    ],
)
def test_fault_inside_is_a_problem_that_keeps_its_reason(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(**_asked: Any) -> None:
        raise error

    monkeypatch.setattr(topics, "topics_page", fail)
    response = Client(raise_request_exception=False).get("/api/v1/topics/")
    assert "secret" not in str(problem(response, status))


def test_fault_before_any_view_is_a_problem(settings: Settings) -> None:
    settings.MIDDLEWARE = [f"{__name__}.failing", *settings.MIDDLEWARE]
    client = Client(raise_request_exception=False)
    problem(client.get("/api/v1/topics/"), 500)
    assert client.get("/topics/")["Content-Type"] == "text/html; charset=utf-8"


def failing(_get_response: Any) -> Any:
    def middleware(_request: Any) -> None:
        raise ZeroDivisionError

    return middleware


# -- What is no problem -----------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/nothing/", "/api/", "/api/v2/articles/", "/api/v1x/"])
def test_elsewhere_it_is_a_page(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1" in response.content.decode()


def test_another_host_elsewhere_is_a_page(client: Client) -> None:
    response = client.get("/", headers={"Host": "elsewhere.example"})
    assert response.status_code == 400
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_root_leads_to_the_description_for_people(client: Client) -> None:
    response = client.get("/api/v1/", follow=True)
    assert response.redirect_chain == [("/api/v1/docs/", 302)]
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1" in response.content.decode()


def test_address_without_its_end_leads_to_the_root(client: Client) -> None:
    assert client.get("/api/v1")["Location"] == "/api/v1/"


def test_description_is_that_of_the_public_api_alone(client: Client) -> None:
    response = client.get("/api/v1/schema/", headers={"Accept": "application/json"})
    paths = response.json()["paths"]
    assert "/api/v1/ingest/" in paths
    assert all(path.startswith("/api/v1/") for path in paths)
