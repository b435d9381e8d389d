"""Query parameters: what no address knows or can read is refused, and the refusal says what can."""

from typing import Any

import pytest
from django.test import Client

from tests.articles.api.calls import read, refused
from tests.articles.public import make_public

pytestmark = pytest.mark.django_db


def complaint(problem: Any) -> tuple[str, str]:
    """Which parameter a problem names, and what it says of it."""
    [error] = problem["errors"]
    return error["pointer"].rsplit("/", 1)[-1].lstrip("#"), error["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "articles/",
        "changes/",
        "directives/",
        "organisations/",
        "topics/",
    ],
)
def test_an_unknown_parameter_is_named_with_those_that_are_known(
    client: Client, address: str
) -> None:
    name, words = complaint(refused(client, address, colour="red"))
    assert name == "colour"
    assert "limit" in words


@pytest.mark.parametrize(
    ("address", "name", "value", "words"),
    [
        ("articles/", "corroboration", "certain", "corroborated"),
        ("articles/", "topic", "no such/slug", "slug"),
        ("articles/", "topic", "", "slug"),
        ("articles/", "language", "en_GB", "zh-hans"),
        ("articles/", "published_after", "yesterday", "2025-10-24T09:30:00Z"),
        ("articles/", "published_after", "2025-13-01", "2025-10-24T09:30:00Z"),
        ("articles/", "published_after", "2025-10-24T09:30:00", "2025-10-24T09:30:00Z"),
        ("articles/", "published_after", "0001-01-01T00:00:00+14:00", "2025-10-24T09:30:00Z"),
        ("articles/", "published_before", "9999-12-31T23:59:59-14:00", "2025-10-24T09:30:00Z"),
        ("articles/", "q", "...", "word"),
        ("articles/", "q", "rare\x00earth", "NUL"),
        ("articles/", "q", "x" * 201, "200"),
        ("articles/", "limit", "0", "1 to 100"),
        ("articles/", "limit", "101", "1 to 100"),
        ("articles/", "limit", "ten", "1 to 100"),
        ("articles/", "limit", "²", "1 to 100"),
        ("articles/", "limit", "9" * 5000, "1 to 100"),
        ("articles/", "cursor", "abc", "first page"),
        ("articles/", "cursor", "", "next"),
        ("articles/", "cursor", "\x00", "next"),
        ("articles/", "format", "xml", "json"),
        ("directives/", "force", "wish", "guidance"),
        ("directives/", "status", "lost", "under_way"),
        ("directives/", "deadline_before", "2025-02-30", "2025-10-24"),
        ("directives/", "format", "xml", "csv"),
        ("changes/", "after", "-1", "0 to"),
        ("changes/", "after", "9223372036854775808", "0 to"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_those_that_can(
    client: Client, address: str, name: str, value: str, words: str
) -> None:
    found, detail = complaint(refused(client, address, **{name: value}))
    assert found == name
    assert words in detail


def test_every_fault_is_named_at_once(client: Client) -> None:
    problem = refused(client, "articles/", limit="0", colour="red", topic="a b")
    assert len(problem["errors"]) == 3


def test_a_parameter_is_given_once(client: Client) -> None:
    response = client.get("/api/v1/articles/?topic=one&topic=two")
    assert response.status_code == 400
    assert complaint(response.json()) == ("topic", "Give it once.")


def test_a_nul_in_a_name_is_refused(client: Client) -> None:
    assert client.get("/api/v1/articles/?to%00pic=x").status_code == 400


@pytest.mark.parametrize("address", ["organisations/a%00b/", "articles/%00/", "sources/%00/"])
def test_a_nul_in_an_address_finds_nothing(client: Client, address: str) -> None:
    assert client.get(f"/api/v1/{address}").status_code == 404


def test_details_know_no_parameter(client: Client) -> None:
    current = make_public()
    name, _words = complaint(refused(client, f"articles/{current.article_uuid}/", limit=1))
    assert name == "limit"


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("articles/", {"language": "en"}),
        ("articles/", {"language": "de", "limit": 1, "topic": "rare-earths"}),
        ("directives/", {}),
        ("changes/", {}),
    ],
)
def test_a_cursor_of_another_list_is_foreign(
    client: Client, address: str, query: dict[str, Any]
) -> None:
    make_public(slug="one")
    make_public(slug="two")
    url = read(client, "articles/", limit=1)["next"]
    cursor = url.split("cursor=")[1].replace("%3A", ":")
    found, detail = complaint(refused(client, address, cursor=cursor, **query))
    assert found == "cursor"
    assert "first page" in detail


def test_a_cursor_that_was_altered_is_foreign(client: Client) -> None:
    make_public(slug="one")
    make_public(slug="two")
    cursor = read(client, "articles/", limit=1)["next"].split("cursor=")[1].replace("%3A", ":")
    refused(client, "articles/", cursor=cursor[:-1] + ("A" if cursor[-1] != "A" else "B"))
