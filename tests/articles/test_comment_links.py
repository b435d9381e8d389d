"""What readers do by signed links: change, delete, see what is stored, and be forgotten."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import ModelLogEntry

from articles.actions.comments.changing import EDITABLE, delete_comment, edit_comment
from articles.actions.comments.commenters import email_key
from articles.actions.comments.deciding import approve_comment
from articles.actions.comments.leaving import erase
from articles.actions.comments.links import Link
from articles.actions.comments.screening import screen_comment
from articles.editorial.comments.queue import tab_counts
from articles.enums import (
    ChallengeReason,
    ClaimKind,
    CommentReason,
    CommentState,
    CommentStatus,
    EditionKind,
    ModerationDeed,
)
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import Appeal, CommentReport
from articles.queries.comments import thread_from
from articles.queries.moderation import numbers
from articles.views.throttles import CommentRate
from tests.articles.public import NOW, make_public, take_back
from tests.articles.readers import make_comment, make_commenter
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db
OURS = {"Sec-Fetch-Site": "same-origin"}
SECOND = datetime.timedelta(seconds=1)
ASK = "/comments/my-data/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


# -- One's own comment ----------------------------------------------------------------------------


def test_writer_changes_a_comment_within_five_minutes(client: Client) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid, status=CommentStatus.PENDING)
    path = Link.OWN.path(comment.pk)
    text = "Is it 36,000 tonnes?"
    with time_machine.travel(NOW + EDITABLE, tick=False):
        response = client.post(path, {"text": text, "deed": "edit"}, headers=OURS)
    comment.refresh_from_db()
    assert response.status_code == 303
    assert (comment.text, comment.edited_at) == (text, NOW + EDITABLE)
    assert comment.decisions.filter(deed=ModerationDeed.EDITED).count() == 1


def test_after_five_minutes_a_comment_stands_as_it_is(client: Client) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    later = NOW + EDITABLE + SECOND
    with time_machine.travel(later, tick=False):
        page = client.get(Link.OWN.path(comment.pk)).content.decode()
        assert "<textarea" not in page
        response = client.post(Link.OWN.path(comment.pk), {"text": "Other."}, headers=OURS)
    assert response.status_code == 422
    assert "are over" in response.content.decode()
    comment.refresh_from_db()
    assert comment.text == "Is it 38,000 tonnes?"


def test_comment_that_nobody_has_seen_may_be_changed_for_longer() -> None:
    comment = make_comment(
        article_uuid=make_public().article_uuid, status=CommentStatus.UNCONFIRMED
    )
    edit_comment(comment=comment, text="Other.", now=NOW + datetime.timedelta(hours=1))
    assert comment.status == CommentStatus.UNCONFIRMED


def test_change_of_what_is_public_goes_through_the_rules_again() -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    links = " ".join(f"https://spam.example/{number}" for number in range(9))
    edit_comment(comment=comment, text=f"Look at {links}", now=NOW + SECOND)
    assert comment.status == CommentStatus.HELD
    assert CurrentEdition.objects.get().comment_count == 0


@pytest.mark.parametrize("text", ["", " \n", "x" * 5001])
def test_change_to_nothing_is_refused_and_kept(client: Client, text: str) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    response = client.post(Link.OWN.path(comment.pk), {"text": text}, headers=OURS)
    assert response.status_code == 422
    assert 'id="own-text-error"' in response.content.decode()


def test_change_to_what_was_said_already_is_refused() -> None:
    current = make_public()
    make_comment(article_uuid=current.article_uuid, text="First.")
    second = make_comment(article_uuid=current.article_uuid, text="Second.")
    with pytest.raises(ValidationError, match="said this here already"):
        edit_comment(comment=second, text="FIRST.", now=NOW + SECOND)


@pytest.mark.parametrize("has_answer", [False, True])
def test_deleting_leaves_a_place_where_somebody_has_answered(
    client: Client, has_answer: bool
) -> None:
    key = make_public().article_uuid
    comment = make_comment(article_uuid=key)
    if has_answer:
        make_comment(article_uuid=key, parent=comment, text="It is.", email="b@example.org")
    client.post(Link.OWN.path(comment.pk), {"deed": "delete"}, headers=OURS)
    comment.refresh_from_db()
    assert (comment.status, comment.text, comment.name) == (CommentStatus.DELETED, "", "")
    states = [row.state for row in thread_from(key).comments]
    assert states == ([CommentState.DELETED, CommentState.SHOWN] if has_answer else [])
    assert comment.decisions.get().deed == ModerationDeed.DELETED
    assert CurrentEdition.objects.get().comment_count == int(has_answer)
    assert "It is deleted." in client.get(Link.OWN.path(comment.pk)).content.decode()


def test_what_is_deleted_waits_for_nobody_and_whoever_reported_it_is_told(
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    key = make_public().article_uuid
    reported = make_comment(article_uuid=key)
    nora = make_commenter(name="Nora", email="nora@example.org")
    CommentReport.objects.create(comment=reported, reporter=nora, reason=CommentReason.ABUSE)
    rejected = make_comment(article_uuid=key, text="No.", status=CommentStatus.REJECTED)
    Appeal.objects.create(comment=rejected, text="It was right.")
    with django_capture_on_commit_callbacks(execute=True):
        delete_comment(comment=reported, now=NOW)
        delete_comment(comment=rejected, now=NOW)
    assert [row.count for row in tab_counts()] == [0, 0, 0, 0, None]
    assert numbers(now=NOW).reports == {"all": 1, "yes": 0, "no": 0, "waiting": 0}
    assert [mail.to for mail in mailoutbox] == [["nora@example.org"]]
    assert "Its writer has deleted the comment" in mailoutbox[0].body


def test_no_word_of_what_is_deleted_stands_in_what_a_rule_said_of_it() -> None:
    comment = make_comment(article_uuid=make_public().article_uuid, text="gold rush " + "gold " * 9)
    screen_comment(comment=comment, now=NOW)
    assert comment.decisions.filter(note__contains="gold").exists()
    delete_comment(comment=comment, now=NOW)
    assert not comment.decisions.filter(note__contains="gold").exists()


def test_what_was_deleted_may_be_said_anew() -> None:
    key = make_public().article_uuid
    delete_comment(comment=make_comment(article_uuid=key), now=NOW)
    make_comment(article_uuid=key)
    assert Comment.objects.count() == 2


def test_own_page_of_another_site_changes_nothing(client: Client) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    path = Link.OWN.path(comment.pk)
    response = client.post(path, {"deed": "delete"}, headers={"Origin": "https://x.example"})
    assert response.status_code == 403


def test_own_page_gives_the_reason_of_a_rejection_and_the_way_to_object(client: Client) -> None:
    comment = make_comment(
        article_uuid=make_public().article_uuid,
        status=CommentStatus.REJECTED,
        decision_reason=CommentReason.OFF_TOPIC,
        decision_note="It is about ore.",
    )
    page = client.get(Link.OWN.path(comment.pk)).content.decode()
    assert "Not about this briefing" in page
    assert "It is about ore." in page
    assert Link.APPEAL.path(comment.pk) in page


def test_own_page_says_nothing_of_a_briefing_that_was_withdrawn(client: Client) -> None:
    current = make_public()
    comment = make_comment(article_uuid=current.article_uuid)
    title = current.edition.title
    assert title in client.get(Link.OWN.path(comment.pk)).content.decode()
    take_back(current, kind=EditionKind.WITHDRAWN)
    page = client.get(Link.OWN.path(comment.pk)).content.decode()
    assert comment.text in page
    assert title not in page


# -- One's data -----------------------------------------------------------------------------------


def ask(client: Client, capture: DjangoCaptureOnCommitCallbacks, email: str) -> tuple[int, str]:
    with capture(execute=True):
        response = client.post(ASK, {"email": email}, headers=OURS)
    return response.status_code, response.content.decode()


def test_answer_is_the_same_whether_anything_is_stored_or_not(
    client: Client,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    make_commenter()
    answers = {
        ask(client, django_capture_on_commit_callbacks, email)
        for email in (" Marta@Example.org", "nobody@example.org")
    }
    assert len(answers) == 1
    (mail,) = mailoutbox
    assert mail.to == ["marta@example.org"]
    assert Link.DATA.path(Commenter.objects.get().pk) in mail.body


def test_asking_has_a_limit(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CommentRate, "rate", "1/hour", raising=False)
    statuses = [
        client.post(ASK, {"email": f"{number}@example.org"}, headers=OURS).status_code
        for number in range(2)
    ]
    assert statuses == [200, 429]


def make_everything() -> Commenter:
    """A reader who has written whatever one can write."""
    current = make_public()
    commenter = make_commenter()
    comment = make_comment(article_uuid=current.article_uuid, network="n" * 64)
    other = make_comment(
        article_uuid=current.article_uuid,
        parent=comment,
        text="No.",
        name="Bo",
        email="b@example.org",
    )
    CommentReport.objects.create(
        comment=other, reporter=commenter, reason=CommentReason.ABUSE, explanation="He knows me."
    )
    rejected = make_comment(
        article_uuid=current.article_uuid, text="A rude one.", status=CommentStatus.REJECTED
    )
    Appeal.objects.create(comment=rejected, text="It was not rude.")
    Challenge.objects.create(
        article_uuid=current.article_uuid,
        edition_number=1,
        claim_kind=ClaimKind.HIGHLIGHT,
        claim_id="h-1",
        claim_text="Words of the briefing",
        commenter=commenter,
        reason=ChallengeReason.FIGURE,
        text="I worked there.",
        due_on=NOW.date(),
    )
    return commenter


WORDS = ["marta@example.org", "Marta Vidal", "38,000", "He knows me", "not rude", "I worked"]


def test_export_has_everything_and_nothing_of_others(client: Client) -> None:
    commenter = make_everything()
    response = client.get(f"{Link.DATA.path(commenter.pk)}export.json")
    text = response.content.decode()
    assert response["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert response["Cache-Control"] == "no-store"
    for word in WORDS:
        assert word in text
    assert "b@example.org" not in text
    assert len(json.loads(text)["comments"]) == 2


def test_page_shows_what_is_stored_and_erases_it_with_a_button(client: Client) -> None:
    commenter = make_everything()
    path = Link.DATA.path(commenter.pk)
    assert "Is it 38,000 tonnes?" in client.get(path).content.decode()
    assert "Erased" in client.post(path, headers=OURS).content.decode()
    for response in (client.get(path), client.get(f"{path}export.json")):
        assert response.status_code == 410


def test_erasing_leaves_no_word_and_no_name_anywhere(client: Client) -> None:
    commenter = make_everything()
    moderator = make_user(is_superuser=True)
    approve_comment(comment=commenter.comments.all()[0], user=moderator, now=NOW)
    erase(commenter=commenter, now=NOW)
    stored = " ".join(
        str(list(model._default_manager.values()))
        for model in (Commenter, Comment, CommentReport, Appeal, Challenge, ModelLogEntry)
    )
    for word in [*WORDS, email_key("marta@example.org"), "n" * 64]:
        assert word not in stored
    assert "b@example.org" in stored
    assert "Words of the briefing" in stored
    states = [row.state for row in thread_from(make_public().article_uuid).comments]
    assert states == [CommentState.DELETED, CommentState.SHOWN]


def test_whoever_was_erased_may_begin_anew() -> None:
    erase(commenter=make_everything(), now=NOW)
    again = make_commenter()
    assert again.erased_at is None
    assert not again.comments.exists()


@pytest.mark.parametrize("email", ["", "nowhere", "a@b@c"])
def test_what_is_no_address_is_said_to_be_none(client: Client, email: str) -> None:
    response: Any = client.post(ASK, {"email": email}, headers=OURS)
    assert response.status_code == 422
    assert 'id="data-email-error"' in response.content.decode()
