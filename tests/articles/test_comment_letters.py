"""Letters: a button behind a link confirms; the others come after approval, with their way out."""

import datetime
import re
from collections.abc import Iterator
from email.message import EmailMessage
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.mail import EmailMessage as Mail
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from articles.actions.comments.confirming import confirm
from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.letters import LETTERS
from articles.actions.comments.letters.letter import Letter, write
from articles.actions.comments.links import Link, LinkError
from articles.actions.comments.mailing import PAUSES, Writing, deliver_task
from articles.actions.comments.posting import post_comment
from articles.enums import CommentReason, CommentStatus
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import CommentReport
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment, make_commenter
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def post(current: CurrentEdition, **changes: Any) -> Comment:
    typed = {"name": "Marta Vidal", "email": "marta@example.org", "text": "Is it 38,000 tonnes?"}
    return post_comment(current=current, now=NOW, **(typed | changes))


def link_in(mail: Mail, part: str) -> str:
    """The path of a link of ours in a letter."""
    found = re.search(rf"https://testserver(/comments/{part}/\S+)", str(mail.body))
    assert found, mail.body
    return found[1]


# -- Confirming -----------------------------------------------------------------------------------


def test_letter_asks_the_holder_of_the_address_and_carries_nobodys_words(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current = make_public()
    with django_capture_on_commit_callbacks(execute=True):
        post(current, name="Buy now", text="Cheap watches at https://spam.example")
    (mail,) = mailoutbox
    assert mail.to == ["marta@example.org"]
    assert not re.search("Buy|watches|spam", f"{mail.subject} {mail.body}")
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert "3 days" in mail.body


def test_opening_the_link_changes_nothing_and_the_button_does(
    client: Client,
    mailoutbox: list[Mail],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        comment = post(make_public())
    path = link_in(mailoutbox[0], "confirm")
    page = client.get(path)
    assert "Is it 38,000 tonnes?" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "same-origin"
    comment.refresh_from_db()
    assert comment.status == CommentStatus.UNCONFIRMED
    response = client.post(path, headers=OURS)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING
    assert comment.commenter.confirmed_at == NOW
    assert response["Location"].startswith("/comments/own/")
    assert "waits for a moderator" in client.get(response["Location"]).content.decode()
    assert not client.cookies


def test_confirming_twice_does_not_undo_what_a_moderator_decided(
    client: Client, mailoutbox: list[Mail]
) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid)
    path = Link.CONFIRM.path(comment.commenter_id, "comment", comment.pk)
    assert client.post(path, headers=OURS).status_code == 303
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED


def test_button_on_another_site_is_refused(client: Client) -> None:
    comment = post(make_public())
    path = Link.CONFIRM.path(comment.commenter_id, "comment", comment.pk)
    assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("what", ["late", "altered", "of another kind", "of what is gone"])
def test_link_that_leads_nowhere_says_why(client: Client, what: str) -> None:
    comment = post(make_public())
    path = Link.CONFIRM.path(comment.commenter_id, "comment", comment.pk)
    later = NOW
    match what:
        case "late":
            later = NOW + datetime.timedelta(days=3, seconds=1)
        case "altered":
            path = path.replace("/confirm/W", "/confirm/X")
        case "of another kind":
            path = path.replace("/confirm/", "/own/")
        case _:
            comment.delete()
    with time_machine.travel(later, tick=False):
        for response in (client.get(path), client.post(path, headers=OURS)):
            assert response.status_code == 410
            assert "This link leads nowhere" in response.content.decode()


def test_whoever_is_banned_is_told_so_by_the_link_alone(client: Client) -> None:
    comment = post(make_public())
    Commenter.objects.update(banned_at=NOW, ban_reason="Threats.")
    path = Link.CONFIRM.path(comment.commenter_id, "comment", comment.pk)
    assert "Threats." in client.post(path, headers=OURS).content.decode()
    with pytest.raises(LinkError):
        confirm(token=path.split("/")[3], now=NOW)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.UNCONFIRMED


def test_same_words_again_send_the_letter_again(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current = make_public()
    with django_capture_on_commit_callbacks(execute=True):
        first = post(current)
        assert post(current) == first
    assert [link_in(mail, "confirm") for mail in mailoutbox] == [
        Link.CONFIRM.path(first.commenter_id, Writing.COMMENT, first.pk)
    ] * 2


def test_name_in_letters_is_the_one_that_the_holder_of_the_address_gave() -> None:
    current = make_public()
    post(current, name="Buy now", text="Cheap watches.")
    mine = post(current)
    post(current, name="Buy later", text="Cheaper watches.")
    confirm(token=Link.CONFIRM.token(mine.commenter_id, Writing.COMMENT, mine.pk), now=NOW)
    post(current, name="Buy never", text="Watches.")
    assert Commenter.objects.get().name == "Marta Vidal"


# -- Telling --------------------------------------------------------------------------------------


def test_writer_hears_that_it_is_public_and_who_is_answered_hears_of_the_answer(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current = make_public()
    parent = make_comment(article_uuid=current.article_uuid)
    jonas = make_commenter(name="Jonas Eide", email="jonas@example.org")
    comment = make_comment(
        article_uuid=current.article_uuid,
        parent=parent,
        text="Less, if both run.",
        commenter=jonas,
        name="Jonas Eide",
        status=CommentStatus.PENDING,
    )
    assert not mailoutbox
    with django_capture_on_commit_callbacks(execute=True):
        approve_comment(comment=comment, user=make_user(is_superuser=True), now=NOW)
    approved, reply = mailoutbox
    address = f"/briefings/northern-rare-earth/?comment={comment.pk}#comment-{comment.pk}"
    assert approved.to == ["jonas@example.org"]
    assert address in approved.body
    assert link_in(approved, "own")
    assert reply.to == ["marta@example.org"]
    assert "Jonas Eide has replied" in reply.body
    assert "Less, if both run." in reply.body
    assert address in reply.body


@pytest.mark.parametrize("why", ["unconfirmed", "unsubscribed", "erased", "the same person"])
def test_nobody_is_written_to_who_wants_none(
    mailoutbox: list[Mail],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    why: str,
) -> None:
    current = make_public()
    parent = make_comment(article_uuid=current.article_uuid)
    match why:
        case "unconfirmed":
            Commenter.objects.update(confirmed_at=None)
        case "unsubscribed":
            Commenter.objects.update(unsubscribed_at=NOW)
        case "erased":
            Commenter.objects.update(erased_at=NOW, email="")
        case _:
            pass
    silent = make_commenter(name="Jonas", email="jonas@example.org", unsubscribed_at=NOW)
    writer = parent.commenter if why == "the same person" else silent
    comment = make_comment(
        article_uuid=current.article_uuid,
        commenter=writer,
        parent=parent,
        text="More.",
        status=CommentStatus.PENDING,
    )
    with django_capture_on_commit_callbacks(execute=True):
        approve_comment(comment=comment, user=make_user(is_superuser=True), now=NOW)
    assert [mail.subject for mail in mailoutbox] == (
        ["Your comment is public"] if why == "the same person" else []
    )


def test_reply_that_was_approved_again_is_told_once(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current, editor = make_public(), make_user(is_superuser=True)
    parent = make_comment(article_uuid=current.article_uuid)
    comment = make_comment(
        article_uuid=current.article_uuid,
        parent=parent,
        text="So it is.",
        email="jonas@example.org",
        status=CommentStatus.PENDING,
    )
    with django_capture_on_commit_callbacks(execute=True):
        approve_comment(comment=comment, user=editor, now=NOW)
        reason = CommentReason.SPAM
        reject_comment(comment=comment, user=editor, reason=reason, now=NOW)
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        approve_comment(comment=comment, user=editor, now=NOW)
    assert [mail.to for mail in mailoutbox] == [["jonas@example.org"]]


def test_moderators_hear_of_the_first_in_an_empty_queue(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current = make_public()
    make_user(username="reader")
    make_user(username="moderator", is_superuser=True)
    for number in range(3):
        comment = post(current, text=f"Question {number}?", email=f"{number}@example.org")
        token = Link.CONFIRM.token(comment.commenter_id, "comment", comment.pk)
        with django_capture_on_commit_callbacks(execute=True):
            confirm(token=token, now=NOW)
    (mail,) = mailoutbox
    assert mail.to == ["moderator@assay.example"]
    assert "/admin/reader-comments/" in mail.body


def test_who_moderates_takes_the_way_out_with_one_click_and_hears_nothing_more(
    client: Client,
) -> None:
    current = make_public()
    make_user(username="moderator", is_superuser=True)
    comment = make_comment(article_uuid=current.article_uuid, status=CommentStatus.PENDING)
    report = CommentReport.objects.create(comment=comment, reason=CommentReason.SPAM)
    letters = [*LETTERS["queued"](comment.pk), *LETTERS["reported"](report.pk)]
    assert len(letters) == 2
    (address,) = {letter.headers["List-Unsubscribe"] for letter in letters}
    (asked,) = {letter.headers["List-Unsubscribe-Post"] for letter in letters}
    assert asked == "List-Unsubscribe=One-Click"
    url = address.removeprefix("<https://testserver").removesuffix(">")
    assert all(url in letter.text for letter in letters)
    assert "You get mail when something begins to wait" in client.get(url).content.decode()
    client.post(url, {"List-Unsubscribe": "One-Click"}, headers={"Origin": "null"})
    assert LETTERS["queued"](comment.pk) == LETTERS["reported"](report.pk) == []
    client.post(url, {"mail": "yes"})
    assert LETTERS["queued"](comment.pk)


def test_way_out_of_an_account_that_is_gone_says_so(client: Client) -> None:
    user = make_user()
    path = Link.QUEUE_MAIL.path(user.pk)
    user.delete()
    assert client.post(path).status_code == 410


def test_letter_has_the_way_out_that_a_mail_program_can_take(
    client: Client,
    mailoutbox: list[Mail],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    comment = make_comment(article_uuid=make_public().article_uuid, status=CommentStatus.PENDING)
    with django_capture_on_commit_callbacks(execute=True):
        approve_comment(comment=comment, user=make_user(is_superuser=True), now=NOW)
    message: EmailMessage = mailoutbox[0].message()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = re.fullmatch(r"<https://testserver(\S+)>", message["List-Unsubscribe"])
    assert url
    assert message.get_content_type() == "text/plain"
    assert url[1] in mailoutbox[0].body
    assert client.get(url[1]).status_code == 200
    comment.commenter.refresh_from_db()
    assert comment.commenter.unsubscribed_at is None
    one_click = client.post(url[1], {"List-Unsubscribe": "One-Click"}, headers={"Origin": "null"})
    assert one_click.status_code == 200
    comment.commenter.refresh_from_db()
    assert comment.commenter.unsubscribed_at == NOW
    client.post(url[1], {"mail": "yes"})
    comment.commenter.refresh_from_db()
    assert comment.commenter.unsubscribed_at is None


def test_letter_is_in_the_language_of_what_was_read(
    mailoutbox: list[Mail], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    current = make_public(language="de")
    with django_capture_on_commit_callbacks(execute=True):
        comment = post(current)
    assert comment.commenter.language == "de"


def test_subject_is_one_line_of_no_great_length() -> None:
    letter = write(
        "my_data", to="a@b.example", language="en", subject="a\nBcc: x " * 50, context={}
    )
    assert "\n" not in letter.subject
    assert len(letter.subject) == 120


def test_letter_that_the_server_did_not_take_is_tried_again_later(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[Mail]
) -> None:
    queue = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {**settings.TASKS, "mail": queue}
    comment = make_comment(article_uuid=make_public().article_uuid)

    def refuse(_letter: Letter) -> None:
        raise SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(Letter, "send", refuse)
        assert deliver_task.call("approval", comment.pk) == 0
        row = DBTaskResult.objects.get()
        assert row.run_after == NOW + PAUSES[0]
        assert row.args_kwargs == {"args": ["approval", comment.pk], "kwargs": {"attempt": 2}}
        with pytest.raises(SMTPServerDisconnected):
            deliver_task.call("approval", comment.pk, attempt=len(PAUSES) + 1)
    assert deliver_task.call("approval", comment.pk, attempt=2) == 1


def test_task_holds_keys_alone() -> None:
    """What waits in the queue may outlive what a reader had erased."""
    comment = make_comment(article_uuid=make_public().article_uuid)
    result = deliver_task.enqueue("approval", comment.pk)
    assert result.args == ["approval", comment.pk]
    assert set(LETTERS) >= {"confirmation", "approval", "reply", "own_data", "queued"}
