"""Conditional requests: validators that change with the answer, and 304 where it did not."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.http import http_date
from pytest_django import DjangoAssertNumQueries

from articles.actions.comments.deciding import approve_comment
from articles.enums import CommentStatus, EditionKind
from sources.models import Organisation
from tests.articles.public import NOW, make_public, take_back
from tests.articles.readers import make_comment
from tests.sources.builders import make_source_document, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(hours=2)
LISTS = ["articles/", "directives/", "organisations/", "topics/", "changes/"]


def fetch(client: Client, address: str, **headers: str) -> Any:
    return client.get(f"/api/v1/{address}", headers=headers)


def approve_one(article_uuid: Any) -> None:
    """Let a moderator approve a comment on an article."""
    comment = make_comment(article_uuid=article_uuid, status=CommentStatus.PENDING)
    approve_comment(comment=comment, user=make_user(is_superuser=True), now=LATER)


def test_an_article_that_is_held_is_not_sent_again(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"articles/{make_public().article_uuid}/"
    etag = fetch(client, address)["ETag"]
    with django_assert_num_queries(1):
        response = fetch(client, address, **{"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("address", LISTS)
def test_a_list_that_is_held_is_not_sent_again(
    client: Client, cast: dict[str, Organisation], address: str
) -> None:
    make_public()
    etag = fetch(client, address)["ETag"]
    assert fetch(client, address, **{"If-None-Match": f'"other", {etag}'}).status_code == 304
    assert fetch(client, f"{address}?limit=1")["ETag"] != etag


@pytest.mark.parametrize("address", LISTS)
def test_a_list_changes_its_tag_with_what_it_shows(
    client: Client, cast: dict[str, Organisation], address: str
) -> None:
    current = make_public()
    before = fetch(client, address)["ETag"]
    take_back(current, kind=EditionKind.WITHDRAWN)
    assert fetch(client, address)["ETag"] != before


def test_tags_are_strong(client: Client) -> None:
    address = f"articles/{make_public().article_uuid}/"
    assert fetch(client, address)["ETag"].startswith('"')
    assert fetch(client, "articles/")["ETag"].startswith('"')


def test_a_new_edition_changes_tag_and_date(client: Client) -> None:
    address = f"articles/{make_public().article_uuid}/"
    before = fetch(client, address)
    assert before["Last-Modified"] == http_date(NOW.timestamp())
    make_public(kind=EditionKind.UPDATED, reason="New.", issued_at=LATER)
    after = fetch(client, address, **{"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] == http_date(LATER.timestamp())


def test_an_approved_comment_changes_tag_and_date(client: Client) -> None:
    current = make_public()
    address = f"articles/{current.article_uuid}/"
    before, before_list = fetch(client, address), fetch(client, "articles/")
    approve_one(current.article_uuid)
    since = fetch(client, address, **{"If-Modified-Since": before["Last-Modified"]})
    assert since.status_code == 200
    assert since.json()["comment_count"] == 1
    assert since["ETag"] != before["ETag"]
    assert fetch(client, "articles/")["ETag"] != before_list["ETag"]


def test_an_article_that_did_not_change_since_is_not_sent_again(client: Client) -> None:
    address = f"articles/{make_public().article_uuid}/"
    date = fetch(client, address)["Last-Modified"]
    assert fetch(client, address, **{"If-Modified-Since": date}).status_code == 304


def test_a_precondition_that_fails_is_a_problem(client: Client) -> None:
    address = f"articles/{make_public().article_uuid}/"
    response = fetch(client, address, **{"If-Match": '"another"'})
    assert response.status_code == 412
    assert response["Content-Type"].startswith("application/problem+json")


def test_a_head_request_has_the_headers_and_no_body(client: Client) -> None:
    address = f"/api/v1/articles/{make_public().article_uuid}/"
    response = client.head(address)
    assert response["ETag"] == client.get(address)["ETag"]
    assert response.content == b""


def test_json_and_csv_have_no_tag_in_common(client: Client) -> None:
    make_public()
    etag = fetch(client, "directives/")["ETag"]
    headers = {"Accept": "text/csv", "If-None-Match": etag}
    assert fetch(client, "directives/", **headers).status_code == 200


@pytest.mark.parametrize("address", [*LISTS, "article", "source"])
def test_answers_are_the_same_for_everyone(
    client: Client, cast: dict[str, Organisation], address: str
) -> None:
    document = make_source_document()
    source = {**make_public().summary["sources"][0], "uuid": str(document.uuid)}
    current = make_public(sources=[source], kind=EditionKind.UPDATED)
    details = {
        "article": f"articles/{current.article_uuid}/",
        "source": f"sources/{document.uuid}/",
    }
    client.force_login(make_user(is_superuser=True))
    response = fetch(client, details.get(address, address))
    assert response.status_code == 200
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
