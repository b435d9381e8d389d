"""Comments: from the form to the thread, without a cookie."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from pytest_django import Settings

from articles.actions.comments.closing import close_retracted
from articles.actions.comments.counting import count_contributions
from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.links import Link
from articles.actions.comments.mailing import Writing
from articles.actions.comments.posting import post_comment, take_comment
from articles.actions.standing import retract
from articles.enums import ClaimKind, CommentReason, CommentStatus, ModerationDeed
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import Thread
from articles.queries.threads import closed_because
from articles.views.throttles import CommentRate
from tests.articles.newsroom import Desk, make_published
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment, stamped
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

PAGE = "/briefings/northern-rare-earth/"
ADDRESS = f"{PAGE}comments/"
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


def send(client: Client, current: CurrentEdition, **changes: str) -> Any:
    """Send the form, filled in for a minute, as a browser sends it from our own page."""
    filled = TYPED | {"stamp": stamped(current)} | changes
    return client.post(ADDRESS, filled, headers=FROM_HERE)


def test_comment_waits_for_its_writer_to_confirm(client: Client) -> None:
    response = send(client, make_public())
    assert response.status_code == 303
    assert response["Location"] == "/briefings/northern-rare-earth/?comment=confirm#comments"
    assert Comment.objects.get().status == CommentStatus.UNCONFIRMED
    text = client.get(response["Location"]).content.decode()
    assert "look into your mail" in text
    assert TYPED["text"] not in text
    assert not response.cookies


def test_comment_with_errors_keeps_what_was_typed(client: Client) -> None:
    response = send(client, make_public(), email="nowhere")
    text = response.content.decode()
    assert response.status_code == 422
    assert TYPED["text"] in text
    assert 'id="comment-email-error"' in text
    assert response["Cache-Control"] == "no-store"
    assert not Comment.objects.exists()


@pytest.mark.parametrize("made", [None, -60, 25 * 3600])
def test_form_without_a_time_or_of_another_day_is_shown_once_more(
    client: Client, made: int | None
) -> None:
    current = make_public()
    stamp = "forged:1" if made is None else stamped(current, seconds=made)
    response = send(client, current, stamp=stamp)
    text = response.content.decode()
    assert response.status_code == 422
    assert TYPED["text"] in text
    assert "once more" in text
    again = re.search(r'name="stamp" value="([^"]+)"', text)
    assert again
    assert send(client, current, stamp=again[1]).status_code == 303


def test_mistake_that_is_mended_in_a_moment_is_no_haste(client: Client) -> None:
    current = make_public()
    refused = send(client, current, email="nowhere").content.decode()
    again = re.search(r'name="stamp" value="([^"]+)"', refused)
    assert again
    assert send(client, current, stamp=again[1]).status_code == 303
    assert not Comment.objects.get().decisions.exists()


def test_stamp_of_one_article_is_none_for_another(client: Client) -> None:
    make_public()
    elsewhere = make_public(slug="elsewhere")
    response = client.post(ADDRESS, TYPED | {"stamp": stamped(elsewhere)}, headers=FROM_HERE)
    assert response.status_code == 422


def test_form_that_was_filled_in_a_moment_is_taken_and_held(client: Client) -> None:
    current = make_public()
    assert send(client, current, stamp=stamped(current, seconds=0)).status_code == 303
    decision = Comment.objects.get().decisions.get()
    assert (decision.deed, decision.rule) == (ModerationDeed.HELD, "haste")


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}],
)
def test_comment_from_another_site_is_refused(client: Client, headers: dict[str, str]) -> None:
    make_public()
    assert client.post(ADDRESS, TYPED, headers=headers).status_code == 403
    assert not Comment.objects.exists()


def test_form_that_nobody_could_have_typed_is_not_read(client: Client) -> None:
    current = make_public()
    assert send(client, current, text="\U0001f600" * 5001).status_code == 422
    assert send(client, current, text="x" * 140_000).status_code == 400
    assert not Comment.objects.exists()


def test_comment_of_a_program_that_fills_the_trap_is_held(client: Client) -> None:
    assert send(client, make_public(), website="https://spam.example").status_code == 303
    assert Comment.objects.get().decisions.filter(deed=ModerationDeed.HELD, rule="trap").exists()


def test_one_address_may_send_so_many_and_loses_nothing_it_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommentRate, "rate", "1/hour", raising=False)
    current = make_public()
    assert send(client, current).status_code == 303
    response = send(client, current, text="A second one.", email="b@example.org")
    assert response.status_code == 429
    assert "A second one." in response.content.decode()
    assert Comment.objects.count() == 1


def test_what_a_sender_claims_of_the_network_is_not_believed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommentRate, "rate", "1/hour", raising=False)
    current = make_public()
    statuses = [
        client.post(
            ADDRESS,
            TYPED | {"stamp": stamped(current), "text": f"No. {number}"},
            headers=FROM_HERE | {"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.9"},
        ).status_code
        for number in range(2)
    ]
    assert statuses == [303, 429]


def test_address_of_the_form_leads_back_to_the_article(client: Client) -> None:
    make_public()
    assert client.get(ADDRESS)["Location"].endswith("#comments")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "\u3164\u200f\u2800"}, "name"),
        ({"email": "nowhere"}, "email"),
        ({"text": "\n"}, "text"),
        ({"text": "\u200b\u3164"}, "text"),
        ({"text": "x" * 5001}, "text"),
        ({"parent_id": 99}, "parent"),
        ({"about": "h-99"}, "about"),
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
        text = f"Question {number}?"
        make_comment(article_uuid=current.article_uuid, text=text, status=CommentStatus.PENDING)
    sixth = write(current, email=TYPED["email"].upper())
    with pytest.raises(ValidationError, match="still waiting"):
        take_comment(comment=sixth, now=NOW)


def test_what_was_said_already_is_not_taken_again(client: Client) -> None:
    current = make_public()
    make_comment(article_uuid=current.article_uuid)
    again = write(current, text=f" {TYPED['text'].upper()}\n")
    response = client.post(
        Link.CONFIRM.path(again.commenter_id, Writing.COMMENT, again.pk), headers=FROM_HERE
    )
    assert response.status_code == 410
    assert "said this here already" in response.content.decode()
    assert Comment.objects.filter(status=CommentStatus.APPROVED).count() == 1


def test_nobody_learns_whose_words_are_public_by_sending_them_with_an_address(
    client: Client,
) -> None:
    current = make_public()
    for number in range(5):
        make_comment(
            article_uuid=current.article_uuid, text=f"{number}?", status=CommentStatus.PENDING
        )
    make_comment(article_uuid=current.article_uuid)
    answers = {
        (response.status_code, response["Location"])
        for email in (TYPED["email"], "somebody.else@example.org")
        for response in [send(client, current, email=email)]
    }
    assert len(answers) == 1


def test_who_is_signed_in_is_told_at_once_that_it_was_said_already(client: Client) -> None:
    current = make_public()
    client.force_login(make_user(username="reader"))
    assert send(client, current).status_code == 303
    response = send(client, current)
    assert response.status_code == 422
    assert "said this here already" in response.content.decode()
    assert Comment.objects.count() == 1


def test_approved_comment_is_public_and_counted(client: Client, moderator: User) -> None:
    current = make_public()
    comment = make_comment(article_uuid=current.article_uuid, status=CommentStatus.PENDING)
    approve_comment(comment=comment, user=moderator, now=NOW)
    assert CurrentEdition.objects.get().comment_count == 1
    text = client.get(PAGE).content.decode()
    assert TYPED["text"] in text
    assert TYPED["email"] not in text


def test_rejected_comment_disappears_and_keeps_its_reason(client: Client, moderator: User) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    reason = CommentReason.OFF_TOPIC
    reject_comment(comment=comment, user=moderator, reason=reason, note="About ore.", now=NOW)
    assert TYPED["text"] not in client.get(PAGE).content.decode()
    assert CurrentEdition.objects.get().comment_count == 0
    rejected = Comment.objects.get()
    assert (rejected.decision_reason, rejected.decision_note) == (reason, "About ore.")


def test_decision_needs_the_permission() -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    with pytest.raises(PermissionDenied):
        approve_comment(comment=comment, user=make_user(), now=NOW)


# -- Who is signed in -----------------------------------------------------------------------------


def test_who_is_signed_in_needs_no_name_no_address_and_no_letter(client: Client) -> None:
    current = make_public()
    editor = make_user(is_superuser=True)
    client.force_login(editor)
    response = send(client, current, name="", email="")
    comment = Comment.objects.get()
    assert response["Location"].startswith("/comments/own/")
    assert "It is public." in client.get(response["Location"]).content.decode()
    assert (comment.status, comment.is_by_staff) == (CommentStatus.APPROVED, True)
    assert (comment.commenter.user, comment.commenter.email) == (editor, editor.email)


def test_reader_with_an_account_waits_for_a_moderator(client: Client) -> None:
    current = make_public()
    client.force_login(make_user(username="reader"))
    send(client, current)
    comment = Comment.objects.get()
    assert (comment.status, comment.is_by_staff) == (CommentStatus.PENDING, False)
    assert (comment.name, comment.commenter.email) == (TYPED["name"], "reader@assay.example")


def test_badge_tells_who_is_of_the_newsroom(client: Client) -> None:
    current = make_public()
    make_comment(article_uuid=current.article_uuid)
    assert 'class="comment__badge"' not in client.get(PAGE).content.decode()
    make_comment(article_uuid=current.article_uuid, text="It is.", is_by_staff=True)
    assert 'class="comment__badge"' in client.get(PAGE).content.decode()


def test_session_counts_nothing_where_nothing_says_that_the_form_was_ours(client: Client) -> None:
    current = make_public()
    client.force_login(make_user(is_superuser=True))
    client.post(ADDRESS, TYPED | {"stamp": stamped(current)})
    comment = Comment.objects.get()
    assert (comment.status, comment.is_by_staff) == (CommentStatus.UNCONFIRMED, False)


def test_page_is_the_same_for_who_is_signed_in(client: Client) -> None:
    make_public()
    with time_machine.travel(NOW, tick=False):
        before = client.get(PAGE).content
        client.force_login(make_user(is_superuser=True))
        after = client.get(PAGE)
    assert after.content == before
    assert "Vary" not in after or "Cookie" not in after["Vary"]


# -- What it is about -----------------------------------------------------------------------------


def test_comment_says_what_it_is_about_and_leads_there(client: Client) -> None:
    current = make_public()
    form = client.get(f"{PAGE}?about=h-3").content.decode()
    assert '<option value="h-3" selected>Compliance</option>' in form
    comment = write(current, about="h-3")
    words = (ClaimKind.HIGHLIGHT, "h-3", "Compliance")
    assert (comment.about_kind, comment.about_id, comment.about_text) == words
    Comment.objects.update(status=CommentStatus.APPROVED, decided_at=NOW)
    count_contributions(current.article_uuid)
    text = client.get(PAGE).content.decode()
    assert '<a href="#h-3">On: <q>Compliance</q></a>' in text


def test_comment_can_be_about_a_directive() -> None:
    comment = write(make_public(), about="d-00000001")
    assert comment.about_kind == ClaimKind.DIRECTIVE
    assert comment.about_text.startswith("Accelerate Phase II")


@pytest.mark.parametrize("claim", ["h-99", "<script>", "x" * 3000])
def test_what_no_claim_is_called_is_left_out_of_the_form(client: Client, claim: str) -> None:
    make_public()
    text = client.get(PAGE, {"about": claim}).content.decode()
    assert " selected" not in text.partition('id="comment-about"')[2].partition("</select>")[0]


# -- Whether one may write ------------------------------------------------------------------------


def test_comments_close_so_many_days_after_publication(settings: Settings) -> None:
    current = make_public()
    settings.COMMENTS_CLOSE_AFTER_DAYS = 30
    last = NOW + datetime.timedelta(days=30)
    assert not closed_because(current=current, now=last - datetime.timedelta(seconds=1))
    assert "30 days after publication" in closed_because(current=current, now=last)


def test_comments_that_a_moderator_closed_say_why(client: Client) -> None:
    current = make_public()
    Thread.objects.create(
        article_uuid=current.article_uuid, closed_at=NOW, closing_note="It had turned to abuse."
    )
    words = "A moderator has closed these comments: It had turned to abuse."
    assert words in client.get(PAGE).content.decode()
    response = send(client, current)
    assert response.status_code == 422
    assert not Comment.objects.exists()


def test_comment_that_is_confirmed_after_the_end_is_not_taken() -> None:
    current = make_public()
    comment = write(current)
    Thread.objects.create(article_uuid=current.article_uuid, closed_at=NOW)
    with pytest.raises(ValidationError, match="were closed"):
        take_comment(comment=comment, now=NOW)


def test_comments_of_what_was_retracted_stay_closed_if_it_comes_back() -> None:
    current = make_public()
    close_retracted(article_uuid=current.article_uuid, now=NOW)
    assert "when this was retracted" in closed_because(current=current, now=NOW)
    Thread.objects.update(closed_by=make_user())
    assert "A moderator" in closed_because(current=current, now=NOW)


def test_retraction_closes_comments(desk: Desk) -> None:
    article = make_published(desk)
    retract(article=article, reason="Forged.", user=desk.editor)
    assert Thread.objects.get(article_uuid=article.uuid).closed_at


def test_retraction_leaves_what_a_moderator_closed_before(client: Client) -> None:
    key = make_public().article_uuid
    Thread.objects.create(article_uuid=key, closed_at=NOW, closing_note="Enough.")
    close_retracted(article_uuid=key, now=NOW + datetime.timedelta(days=1))
    thread = Thread.objects.get()
    assert (thread.closed_at, thread.closing_note) == (NOW, "Enough.")


def test_reply_form_names_whom_it_answers(client: Client) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    text = client.get(f"{PAGE}?reply={comment.pk}").content.decode()
    assert "Reply to Marta Vidal" in text
    assert f'name="parent" value="{comment.pk}"' in text


def test_reply_stands_one_level_below_what_it_answers() -> None:
    current = make_public()
    first = make_comment(article_uuid=current.article_uuid, text="First")
    reply = write(current, parent_id=first.pk)
    assert reply.depth == 2
    assert reply.path.startswith(first.path)


@pytest.mark.parametrize("key", ["0", "-1", "٣", "9" * 30, "x", ""])
def test_reply_to_nothing_is_a_new_comment(client: Client, key: str) -> None:
    make_comment(article_uuid=make_public().article_uuid)
    response = client.get(PAGE, {"reply": key, "comment": key, "after": key, "before": key})
    assert response.status_code == 200
    assert 'name="parent"' not in response.content.decode()
