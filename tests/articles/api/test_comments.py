"""Comments: the approved thread, and what happens to what a reader sends."""

import uuid
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.comments.changing import delete_comment
from articles.api.comments import CommentRate
from articles.enums import ClaimKind, CommentPolicy, CommentStatus, EditionKind
from articles.models.comments import Comment
from sources.api.bodies import SmallJSONParser
from tests.articles.api.calls import read, refused
from tests.articles.public import NOW, make_public, take_back
from tests.articles.readers import make_comment

pytestmark = pytest.mark.django_db
TYPED = {"name": "Marta Vidal", "email": "marta@example.org", "text": "Is it 38,000 tonnes?"}


def send(client: Client, article_uuid: Any, body: Any) -> Any:
    address = f"/api/v1/articles/{article_uuid}/comments/"
    return client.post(address, body, content_type="application/json")


def test_the_thread_is_a_list_in_reading_order(client: Client) -> None:
    key = make_public().article_uuid
    first = make_comment(article_uuid=key, text="First")
    make_comment(article_uuid=key, text="Second")
    about = (ClaimKind.HIGHLIGHT, "h-3", "Compliance")
    reply = make_comment(article_uuid=key, text="Reply", parent=first, about=about)
    make_comment(article_uuid=key, text="Waiting", status=CommentStatus.PENDING)
    make_comment(article_uuid=key, text="Rude", status=CommentStatus.REJECTED)
    rows = read(client, f"articles/{key}/comments/")["results"]
    assert [row["text"] for row in rows] == ["First", "Reply", "Second"]
    assert rows[1] == {
        "id": reply.pk,
        "parent": first.pk,
        "depth": 2,
        "state": "shown",
        "name": "Marta Vidal",
        "by_staff": False,
        "text": "Reply",
        "about": {"kind": "highlight", "id": "h-3", "text": "Compliance"},
        "created_at": "2025-10-24T09:30:00Z",
        "edited_at": None,
    }


def test_the_place_of_what_was_deleted_is_told_while_it_has_answers(client: Client) -> None:
    key = make_public().article_uuid
    first = make_comment(article_uuid=key, text="First")
    make_comment(article_uuid=key, text="Reply", parent=first)
    delete_comment(comment=first, now=NOW)
    rows = read(client, f"articles/{key}/comments/")["results"]
    assert [(row["state"], row["name"], row["text"]) for row in rows] == [
        ("deleted", "", ""),
        ("shown", "Marta Vidal", "Reply"),
    ]


def test_the_thread_is_walked_by_its_links(client: Client) -> None:
    key = make_public().article_uuid
    for number in range(7):
        make_comment(article_uuid=key, text=str(number))
    address, found = f"/api/v1/articles/{key}/comments/?limit=3", []
    while address:
        page = client.get(address).json()
        found += [row["text"] for row in page["results"]]
        address = page["next"]
    assert found == [str(number) for number in range(7)]
    elsewhere = make_public(slug="elsewhere").article_uuid
    other = client.get(f"/api/v1/articles/{key}/comments/?limit=3").json()["next"]
    refused(client, f"articles/{elsewhere}/comments/?{other.partition('?')[2]}", 400)


def test_no_e_mail_address_is_shown(client: Client) -> None:
    key = make_public().article_uuid
    make_comment(article_uuid=key, text="First")
    assert "example.org" not in client.get(f"/api/v1/articles/{key}/comments/").content.decode()


def test_the_thread_of_what_was_retracted_is_gone(client: Client) -> None:
    current = make_public()
    make_comment(article_uuid=current.article_uuid, text="First")
    take_back(current, kind=EditionKind.RETRACTED, reason="Forged.")
    refused(client, f"articles/{current.article_uuid}/comments/", 410)
    assert send(client, current.article_uuid, TYPED).status_code == 410
    refused(client, f"articles/{uuid.uuid4()}/comments/", 404)


@pytest.mark.parametrize("rows", [3, 30])
def test_the_thread_takes_two_queries_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    key = make_public().article_uuid
    for number in range(rows):
        make_comment(article_uuid=key, text=str(number))
    with django_assert_num_queries(2):
        assert len(read(client, f"articles/{key}/comments/?limit=100")["results"]) == rows


def test_a_thread_that_is_held_is_not_sent_again(client: Client) -> None:
    key = make_public().article_uuid
    address = f"/api/v1/articles/{key}/comments/"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    make_comment(article_uuid=key, text="First")
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_comment_waits_for_its_writer_to_confirm(client: Client) -> None:
    key = make_public().article_uuid
    response = send(client, key, TYPED)
    comment = Comment.objects.get()
    assert (response.status_code, response.json()) == (
        202,
        {"id": comment.pk, "status": "unconfirmed"},
    )
    assert response["Cache-Control"] == "no-store"
    assert comment.status == CommentStatus.UNCONFIRMED
    assert comment.network
    assert read(client, f"articles/{key}/comments/")["results"] == []


def test_a_comment_can_answer_another(client: Client) -> None:
    key = make_public().article_uuid
    first = make_comment(article_uuid=key, text="First")
    assert send(client, key, {**TYPED, "parent": first.pk}).status_code == 202
    assert Comment.objects.latest("pk").parent == first


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({**TYPED, "email": "nowhere"}, "email"),
        ({**TYPED, "name": " "}, "name"),
        ({**TYPED, "text": ""}, "text"),
        ({**TYPED, "text": "x" * 5001}, "text"),
        ({**TYPED, "text": ["a", "list"]}, "text"),
        ({**TYPED, "text": "nul\x00"}, "text"),
        ({**TYPED, "parent": 999_999}, "parent"),
        ({**TYPED, "about": "h-99"}, "about"),
        ({**TYPED, "parent": 10**30}, "parent"),
        ({**TYPED, "status": "approved"}, "status"),
        ({"name": "Marta", "text": "Hello"}, "email"),
    ],
)
def test_what_is_wrong_with_a_comment_is_said_of_its_field(
    client: Client, body: dict[str, Any], name: str
) -> None:
    response = send(client, make_public().article_uuid, body)
    assert response.status_code == 400
    assert [row["pointer"].rsplit("/", 1)[-1].lstrip("#") for row in response.json()["errors"]] == [
        name
    ]
    assert not Comment.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "null", "{", '"text"', "[" * 60_000])
def test_a_body_that_is_no_comment_is_refused(client: Client, body: str) -> None:
    assert send(client, make_public().article_uuid, body).status_code == 400


def test_a_body_that_is_too_large_is_not_read(client: Client) -> None:
    body = {**TYPED, "text": "x" * SmallJSONParser.most_bytes}
    assert send(client, make_public().article_uuid, body).status_code == 413


def test_only_json_is_taken(client: Client) -> None:
    address = f"/api/v1/articles/{make_public().article_uuid}/comments/"
    assert client.post(address, TYPED).status_code == 415


def test_comments_that_are_closed_are_refused(client: Client) -> None:
    current = make_public(comment_policy=CommentPolicy.CLOSED.value)
    assert send(client, current.article_uuid, TYPED).status_code == 400


def test_writing_has_a_limit_of_its_own(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CommentRate, "rate", "1/hour", raising=False)
    cache.clear()
    key = make_public().article_uuid
    assert [send(client, key, TYPED).status_code for _ in range(2)] == [202, 429]
    assert client.get(f"/api/v1/articles/{key}/comments/").status_code == 200
