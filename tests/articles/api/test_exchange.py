"""Articles as PROV-JSON and as ninjs: who gets what, and what becomes of it after a retraction."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils.http import http_date
from pytest_django import DjangoAssertNumQueries

from articles.enums import EditionKind
from tests.articles.api.calls import read, refused
from tests.articles.newsroom import Desk, make_published
from tests.articles.public import NOW, make_public, take_back
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db
SHAPES = ["ninjs", "provenance"]
each_shape = pytest.mark.parametrize("shape", SHAPES)


def fetch(client: Client, address: str, **headers: str) -> Any:
    return client.get(f"/api/v1/{address}", headers=headers)


def test_provenance_tells_the_current_edition_and_those_before(client: Client) -> None:
    make_public()
    current = make_public(title="After", kind=EditionKind.CORRECTED, reason="A figure was wrong.")
    found = read(client, f"articles/{current.article_uuid}/provenance/")
    edition = found["entity"]["here:edition-2"]
    assert edition["schema:sha256"] == current.edition.sha256
    assert edition["schema:name"]["$"] == "After"
    assert "here:edition-1" in found["entity"]
    claims = [row for name, row in found["entity"].items() if name.startswith("here:claim-")]
    assert "The company reviewed its quarter." in [row["prov:value"] for row in claims]


def test_ninjs_shows_the_current_edition(client: Client) -> None:
    make_public(title="Before")
    current = make_public(title="After", kind=EditionKind.UPDATED)
    found = read(client, f"articles/{current.article_uuid}/ninjs/")
    assert (found["title"], found["version"], found["pubStatus"]) == ("After", "2", "usable")


def test_a_retraction_cancels_the_item_and_leaves_nothing_of_it(client: Client) -> None:
    current = make_public(title="A secret word")
    take_back(current, kind=EditionKind.RETRACTED, reason="The source was forged.")
    found = read(client, f"articles/{current.article_uuid}/ninjs/")
    assert (found["pubStatus"], found["version"]) == ("canceled", "2")
    assert found["edNote"] == "The source was forged."
    assert "secret" not in str(found)


def test_a_retraction_ends_the_article_in_its_provenance(client: Client) -> None:
    current = make_public(title="A secret word")
    take_back(current, kind=EditionKind.RETRACTED, reason="The source was forged.")
    found = read(client, f"articles/{current.article_uuid}/provenance/")
    ended = {row["prov:entity"] for row in found["wasInvalidatedBy"].values()}
    assert ended == {f"article:{current.article_uuid}/", "here:edition-1"}
    assert "secret" not in str(found)


@each_shape
def test_a_withdrawn_article_is_gone(client: Client, shape: str) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.WITHDRAWN, reason="A legal matter.")
    problem = refused(client, f"articles/{current.article_uuid}/{shape}/", 410)
    assert "legal" not in str(problem)


@each_shape
def test_an_article_that_never_was_public_is_not_found(client: Client, shape: str) -> None:
    refused(client, f"articles/{uuid.uuid4()}/{shape}/", 404)


@each_shape
def test_what_is_held_is_not_sent_again(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, shape: str
) -> None:
    address = f"articles/{make_public().article_uuid}/{shape}/"
    first = fetch(client, address)
    assert first["Last-Modified"] == http_date(NOW.timestamp())
    assert first["Cache-Control"] == "public, max-age=60"
    with django_assert_num_queries(1):
        again = fetch(client, address, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@each_shape
def test_a_new_edition_changes_the_tag(client: Client, shape: str) -> None:
    address = f"articles/{make_public().article_uuid}/{shape}/"
    before = fetch(client, address)["ETag"]
    current = make_public(kind=EditionKind.UPDATED)
    after = fetch(client, address)["ETag"]
    take_back(current, kind=EditionKind.RETRACTED, reason="Forged.")
    assert len({before, after, fetch(client, address)["ETag"]}) == 3


@pytest.mark.parametrize(("shape", "queries"), [("ninjs", 2), ("provenance", 3)])
@pytest.mark.parametrize("editions", [1, 10])
def test_the_number_of_editions_does_not_cost_queries(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    shape: str,
    queries: int,
    editions: int,
) -> None:
    for _number in range(editions):
        current = make_public(kind=EditionKind.UPDATED)
    with django_assert_num_queries(queries):
        read(client, f"articles/{current.article_uuid}/{shape}/")


@each_shape
def test_the_answer_is_the_same_for_everyone(client: Client, shape: str) -> None:
    address = f"articles/{make_public().article_uuid}/{shape}/"
    client.force_login(make_user(is_superuser=True))
    response = fetch(client, address)
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize(
    ("shape", "unnamed"), [("ninjs", ["Ana", "Edith", "Emil"]), ("provenance", ["Ana"])]
)
def test_nobody_of_the_newsroom_is_named_but_the_byline_and_who_checked(
    client: Client, desk: Desk, shape: str, unnamed: list[str]
) -> None:
    article = make_published(desk)
    response = fetch(client, f"articles/{article.uuid}/{shape}/")
    assert response.status_code == 200
    text = response.content.decode()
    assert not [name for name in (*unnamed, "@") if name in text]
