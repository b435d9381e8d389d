"""Comments: from the form to the thread, without a cookie."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.posting import post_comment
from articles.enums import CommentReason, CommentStatus
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.queries.comments import thread
from articles.views.comments import CommentRate
from tests.articles.public import BODY, NOW, make_cast, make_public, seed_content
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/northern-rare-earth/comments/"
TYPED = {"name": "Marta Vidal", "email": "marta@example.org", "text": "Is it 38,000 tonnes?"}
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _no_earlier_comments() -> None:
    cache.clear()


@pytest.fixture
def moderator() -> User:
    user = make_user(username="moderator")
    of_articles = Permission.objects.filter(content_type__app_label="articles")
    user.user_permissions.add(of_articles.get(codename="change_comment"))
    return user


def write(current: CurrentEdition, **changes: Any) -> Comment:
    return post_comment(current=current, now=NOW, **(TYPED | changes))


def test_comment_is_held_for_a_moderator(client: Client) -> None:
    make_public()
    response = client.post(ADDRESS, TYPED, headers=FROM_HERE)
    assert response.status_code == 303
    assert response["Location"] == "/briefings/northern-rare-earth/?comment=held#comments"
    assert Comment.objects.get().status == CommentStatus.PENDING
    text = client.get(response["Location"]).content.decode()
    assert "has been received" in text
    assert TYPED["text"] not in text
    assert not response.cookies


def test_comment_with_errors_keeps_what_was_typed(client: Client) -> None:
    make_public()
    response = client.post(ADDRESS, TYPED | {"email": "nowhere"}, headers=FROM_HERE)
    text = response.content.decode()
    assert response.status_code == 422
    assert TYPED["text"] in text
    assert 'id="comment-email-error"' in text
    assert response["Cache-Control"] == "no-store"
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}],
)
def test_comment_from_another_site_is_refused(client: Client, headers: dict[str, str]) -> None:
    make_public()
    assert client.post(ADDRESS, TYPED, headers=headers).status_code == 403
    assert not Comment.objects.exists()


def test_comment_of_a_program_that_fills_the_trap_goes_nowhere(client: Client) -> None:
    make_public()
    response = client.post(ADDRESS, TYPED | {"website": "https://spam"}, headers=FROM_HERE)
    assert response.status_code == 303
    assert not Comment.objects.exists()


def test_one_address_may_send_so_many_and_loses_nothing_it_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommentRate, "rate", "1/hour", raising=False)
    make_public()
    assert client.post(ADDRESS, TYPED, headers=FROM_HERE).status_code == 303
    response = client.post(ADDRESS, TYPED | {"text": "A second one."}, headers=FROM_HERE)
    assert response.status_code == 429
    assert "A second one." in response.content.decode()
    assert Comment.objects.count() == 1


def test_address_of_the_form_leads_back_to_the_article(client: Client) -> None:
    make_public()
    assert client.get(ADDRESS)["Location"].endswith("#comments")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"email": "nowhere"}, "email"),
        ({"text": "\n"}, "text"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "http://a http://b http://c http://d"}, "text"),
        ({"parent_id": 99}, "parent"),
    ],
)
def test_comment_that_breaks_a_rule_names_the_field(changes: dict[str, Any], field: str) -> None:
    current = make_public()
    with pytest.raises(ValidationError) as caught:
        write(current, **changes)
    assert field in caught.value.message_dict


def test_closed_thread_takes_no_comment(client: Client) -> None:
    current = make_public(comment_policy="closed")
    with pytest.raises(ValidationError):
        write(current)
    assert "are closed" in client.get("/briefings/northern-rare-earth/").content.decode()


def test_sixth_waiting_comment_of_one_writer_is_refused() -> None:
    current = make_public()
    for number in range(5):
        write(current, text=f"Question {number}?")
    with pytest.raises(ValidationError, match="still waiting"):
        write(current, email=TYPED["email"].upper())


def test_what_was_said_already_is_not_taken_again() -> None:
    current = make_public()
    write(current)
    with pytest.raises(ValidationError, match="said this here already"):
        write(current, text=f" {TYPED['text'].upper()}\n")
    assert Comment.objects.count() == 1


def test_approved_comment_is_public_and_counted(client: Client, moderator: User) -> None:
    current = make_public()
    comment = write(current)
    approve_comment(comment=comment, user=moderator, now=NOW)
    assert CurrentEdition.objects.get().comment_count == 1
    text = client.get("/briefings/northern-rare-earth/").content.decode()
    assert TYPED["text"] in text
    assert TYPED["email"] not in text


def test_comment_text_is_escaped(client: Client, moderator: User) -> None:
    comment = write(make_public(), text="<img src=x onerror=alert(1)>")
    approve_comment(comment=comment, user=moderator, now=NOW)
    assert "<img src=x" not in client.get("/briefings/northern-rare-earth/").content.decode()


def test_rejected_comment_disappears_and_keeps_its_reason(moderator: User) -> None:
    current = make_public()
    comment = write(current)
    approve_comment(comment=comment, user=moderator, now=NOW)
    reject_comment(comment=comment, user=moderator, reason=CommentReason.OFF_TOPIC, now=NOW)
    assert thread(current.article_uuid) == []
    assert CurrentEdition.objects.get().comment_count == 0
    assert Comment.objects.get().decision_reason == CommentReason.OFF_TOPIC


def test_rejection_needs_a_reason(moderator: User) -> None:
    comment = write(make_public())
    with pytest.raises(ValidationError):
        reject_comment(comment=comment, user=moderator, reason=" ", now=NOW)


def test_decision_needs_the_permission() -> None:
    comment = write(make_public())
    with pytest.raises(PermissionDenied):
        approve_comment(comment=comment, user=make_user(), now=NOW)


def test_thread_is_a_tree_of_at_most_three_levels(
    moderator: User, django_assert_num_queries: Any
) -> None:
    current = make_public()
    parent = None
    for level in range(5):
        comment = write(
            current, parent_id=parent, text=f"Level {level}", email=f"{level}@example.org"
        )
        approve_comment(comment=comment, user=moderator, now=NOW + datetime.timedelta(hours=level))
        parent = comment.pk
    with django_assert_num_queries(1):
        top = thread(current.article_uuid)
    second = top[0].replies
    third = second[0].replies
    assert [len(top), len(second), len(third)] == [1, 1, 3]
    assert not any(comment.replies for comment in third)


def test_reply_form_names_whom_it_answers(client: Client, moderator: User) -> None:
    comment = write(make_public())
    approve_comment(comment=comment, user=moderator, now=NOW)
    text = client.get(f"/briefings/northern-rare-earth/?reply={comment.pk}").content.decode()
    assert "Reply to Marta Vidal" in text
    assert f'value="{comment.pk}"' in text


@pytest.mark.parametrize(("comments", "blocks"), [(3, 5), (30, 100)])
def test_article_costs_three_queries_however_long_it_and_its_thread_are(
    client: Client, moderator: User, django_assert_num_queries: Any, comments: int, blocks: int
) -> None:
    make_cast()
    make_public(slug="another")
    section = seed_content()["sections"][0]
    current = make_public(sections=[section] * blocks, body_html=BODY * blocks)
    for number in range(comments):
        comment = write(current, text=f"Question {number}?", email=f"reader{number}@example.org")
        approve_comment(comment=comment, user=moderator, now=NOW)
    with django_assert_num_queries(3):
        assert client.get("/briefings/northern-rare-earth/").status_code == 200
