"""Reports, objections and the numbers, as readers meet them."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client

from articles.actions.comments.appealing import appeal_rejection, decide_appeal
from articles.actions.comments.commenters import email_key
from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.links import Link
from articles.enums import CommentReason, CommentStatus
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import Appeal, CommentReport
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
REPORT = {"reason": "abuse", "explanation": "It insults the board.", "email": ""}


@pytest.fixture(autouse=True)
def _nothing_cached() -> None:
    cache.clear()


@pytest.fixture
def current() -> CurrentEdition:
    return make_public()


@pytest.fixture
def comment(current: CurrentEdition) -> Comment:
    return make_comment(article_uuid=current.article_uuid)


@pytest.fixture
def moderator() -> User:
    return make_user(username="mo", is_superuser=True)


@pytest.fixture
def second_moderator() -> User:
    return make_user(username="mia", is_superuser=True)


def address(comment: Comment) -> str:
    return f"/comments/{comment.pk}/report/"


def report(client: Client, comment: Comment, **changes: Any) -> Any:
    return client.post(address(comment), REPORT | changes, headers=FROM_HERE)


def link_in(letter: Any) -> str:
    """The path of the first link to us."""
    url = next(word for word in letter.body.split() if "/comments/" in word)
    return str(url[url.index("/comments/") :])


# -- Reports --------------------------------------------------------------------------------------


def test_comment_leads_to_its_report(client: Client, comment: Comment) -> None:
    page = client.get("/briefings/northern-rare-earth/").content.decode()
    assert f'href="{address(comment)}"' in page
    form = client.get(address(comment)).content.decode()
    assert comment.text in form
    assert 'value="illegal"' in form


def test_report_is_stored_without_the_network_address(client: Client, comment: Comment) -> None:
    response = report(client, comment)
    assert (response.status_code, response["Location"]) == (303, f"{address(comment)}?sent")
    stored = CommentReport.objects.get()
    assert (stored.reason, stored.explanation) == ("abuse", "It insults the board.")
    assert (stored.reporter, len(stored.network)) == (None, 64)
    assert not response.cookies
    assert "Thank you" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "because"}, "report-reason-error"),
        ({"reason": "illegal", "explanation": " "}, "report-explanation-error"),
        ({"email": "nowhere"}, "report-email-error"),
        ({"explanation": "x" * 2001}, "report-explanation-error"),
    ],
)
def test_report_with_errors_keeps_what_was_typed(
    client: Client, comment: Comment, changes: dict[str, str], field: str
) -> None:
    response = report(client, comment, **changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert f'id="{field}"' in page
    assert response["Cache-Control"] == "no-store"
    assert not CommentReport.objects.exists()


def test_network_reports_a_comment_once(client: Client, comment: Comment) -> None:
    report(client, comment)
    again = report(client, comment)
    assert again.status_code == 422
    assert "already" in again.content.decode()
    assert CommentReport.objects.count() == 1
    report_from_elsewhere = client.post(
        address(comment), REPORT, headers=FROM_HERE, REMOTE_ADDR="192.0.2.7"
    )
    assert report_from_elsewhere.status_code == 303


def test_report_from_another_site_is_refused(client: Client, comment: Comment) -> None:
    response = client.post(address(comment), REPORT, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


def test_report_of_a_program_that_fills_the_trap_goes_nowhere(
    client: Client, comment: Comment
) -> None:
    assert report(client, comment, website="https://spam.example").status_code == 303
    assert not CommentReport.objects.exists()


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.REJECTED])
def test_comment_that_is_not_public_cannot_be_reported(
    client: Client, current: CurrentEdition, status: CommentStatus
) -> None:
    hidden = make_comment(article_uuid=current.article_uuid, status=status)
    assert client.get(address(hidden)).status_code == 404
    assert report(client, hidden).status_code == 404


@pytest.mark.parametrize(
    ("is_upheld", "words"), [(True, "no longer shown"), (False, "has looked at the comment")]
)
@pytest.mark.django_db(transaction=True)
def test_reporter_who_confirms_is_told_of_the_outcome(
    client: Client, comment: Comment, moderator: User, is_upheld: bool, words: str
) -> None:
    report(client, comment, email="nora@example.org")
    [letter] = [row for row in mail.outbox if row.to == ["nora@example.org"]]
    client.post(link_in(letter), headers=FROM_HERE)
    mail.outbox.clear()
    if is_upheld:
        reject_comment(comment=comment, user=moderator, reason=CommentReason.ABUSE, now=NOW)
    else:
        approve_comment(comment=comment, user=moderator, now=NOW)
    [told] = [row for row in mail.outbox if row.to == ["nora@example.org"]]
    assert words in told.body
    assert CommentReport.objects.get().is_upheld is is_upheld


@pytest.mark.django_db(transaction=True)
def test_reporter_who_does_not_confirm_is_told_nothing(
    client: Client, comment: Comment, moderator: User
) -> None:
    report(client, comment, email="nora@example.org")
    mail.outbox.clear()
    reject_comment(comment=comment, user=moderator, reason=CommentReason.ABUSE, now=NOW)
    assert [row.to for row in mail.outbox] == [[comment.commenter.email]]
    assert CommentReport.objects.get().reporter is None


# -- Reasons and objections -----------------------------------------------------------------------


@pytest.fixture
def rejected(comment: Comment, moderator: User) -> Comment:
    note = "The second sentence is about a person."
    return reject_comment(
        comment=comment, user=moderator, reason=CommentReason.PRIVATE, note=note, now=NOW
    )


@pytest.mark.django_db(transaction=True)
def test_writer_is_told_the_reason_and_can_object(
    client: Client, rejected: Comment, time_machine: Any
) -> None:
    time_machine.move_to(NOW + datetime.timedelta(days=1))
    [letter] = mail.outbox
    assert "Private details of somebody" in letter.body
    assert "The second sentence is about a person." in letter.body
    path = link_in(letter)
    page = client.get(path)
    assert "Object to this decision" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "same-origin"


def object_to(client: Client, comment: Comment, text: str = "It names no person.") -> Any:
    return client.post(Link.APPEAL.path(comment.pk), {"text": text}, headers=FROM_HERE)


@pytest.fixture
def _soon_after(time_machine: Any) -> None:
    time_machine.move_to(NOW + datetime.timedelta(days=1))


@pytest.mark.usefixtures("_soon_after")
def test_objection_is_stored_once_and_seen_behind_the_link(
    client: Client, rejected: Comment
) -> None:
    assert object_to(client, rejected).status_code == 303
    assert object_to(client, rejected, "Again.").status_code == 422
    assert Appeal.objects.get().text == "It names no person."
    page = client.get(Link.APPEAL.path(rejected.pk)).content.decode()
    assert "Somebody who did not take the decision" in page


@pytest.mark.usefixtures("_soon_after")
def test_objection_without_words_is_asked_for_them(client: Client, rejected: Comment) -> None:
    response = object_to(client, rejected, "  ")
    assert response.status_code == 422
    assert 'id="appeal-text-error"' in response.content.decode()


def test_objection_comes_too_late_after_half_a_year(
    client: Client, rejected: Comment, time_machine: Any
) -> None:
    time_machine.move_to(NOW + datetime.timedelta(days=184))
    page = client.get(Link.APPEAL.path(rejected.pk)).content.decode()
    assert "Object to this decision" not in page
    assert object_to(client, rejected).status_code == 422


@pytest.mark.parametrize("token", ["nonsense", Link.OWN.name.lower()])
def test_link_that_we_did_not_sign_leads_nowhere(client: Client, token: str) -> None:
    response = client.get(f"/comments/appeal/{token}/")
    assert response.status_code == 410
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("is_granted", "status", "words"),
    [
        (True, CommentStatus.APPROVED, "shown again"),
        (False, CommentStatus.REJECTED, "the decision stands"),
    ],
)
@pytest.mark.django_db(transaction=True)
def test_answer_is_mailed_and_stands_behind_the_link(
    client: Client,
    rejected: Comment,
    second_moderator: User,
    is_granted: bool,
    status: CommentStatus,
    words: str,
) -> None:
    appeal = appeal_rejection(comment=rejected, text="It names no person.", now=NOW)
    mail.outbox.clear()
    decide_appeal(
        appeal=appeal,
        user=second_moderator,
        is_granted=is_granted,
        answer="We have read it once more.",
        now=NOW,
    )
    [letter] = [row for row in mail.outbox if row.to == [rejected.commenter.email]]
    page = client.get(Link.APPEAL.path(rejected.pk)).content.decode()
    rejected.refresh_from_db()
    assert rejected.status == status
    assert "We have read it once more." in letter.body
    assert "We have read it once more." in page
    assert words in page


# -- Numbers --------------------------------------------------------------------------------------


def test_numbers_tell_decisions_reasons_reports_and_objections(
    client: Client, rejected: Comment, second_moderator: User, time_machine: Any
) -> None:
    time_machine.move_to(NOW + datetime.timedelta(days=1))
    CommentReport.objects.create(comment=rejected, reason=CommentReason.ABUSE, created_at=NOW)
    appeal = appeal_rejection(comment=rejected, text="It names no person.", now=NOW)
    decide_appeal(
        appeal=appeal, user=second_moderator, is_granted=True, answer="You are right.", now=NOW
    )
    response = client.get("/comments/moderation/")
    page = response.content.decode()
    assert "Private details of somebody" in page
    assert "October 2025" in page
    assert "within an hour" in page
    assert email_key(rejected.commenter.email) not in page
    assert rejected.text not in page


def test_numbers_cost_five_queries_once_an_hour(
    client: Client, rejected: Comment, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(6):  # and one for the footer
        client.get("/comments/moderation/")
    with django_assert_num_queries(1):
        client.get("/comments/moderation/")
