"""Moderators decide on comments, one at a time or many at once; nobody else does."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from articles.actions.comments.appealing import appeal_rejection
from articles.actions.comments.screening import screen_comment
from articles.editorial.comments.marks import Piece, pieces
from articles.editorial.comments.queue import Tab, queue, tab_counts, with_all_that_counts
from articles.enums import ClaimKind, CommentReason, CommentStatus, ModerationDeed, ModerationMode
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import (
    Appeal,
    BlockedPattern,
    CommentReport,
    ModerationDecision,
    Thread,
)
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, make_person, make_published
from tests.articles.readers import make_comment

LIST = "assay_comments:index"
REASON = {"reason": CommentReason.SPAM, "note": "Advertising"}


def _comment(
    article: ArticlePage,
    *,
    name: str = "Ada",
    status: CommentStatus = CommentStatus.PENDING,
    **values: Any,
) -> Comment:
    text = values.pop("text", f"{name} asks what the figure means.")
    return make_comment(
        article_uuid=article.uuid,
        name=name,
        email=f"{name.lower()}@reader.example",
        text=text,
        status=status,
        **values,
    )


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    return make_published(desk)


@pytest.fixture
def moderator(desk: Desk, client: Client) -> Client:
    client.force_login(desk.moderator)
    return client


def second_moderator(desk: Desk) -> User:
    return make_person("mia", "Moderators")


def shown(client: Client, tab: str) -> list[str]:
    rows = client.get(reverse(LIST), {"queue": tab}).context["object_list"]
    return [comment.name for comment in rows]


def html_of(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(f"assay_comments:{name}", args=args)).content.decode()


# -- The queue ------------------------------------------------------------------------------------


def test_list_shows_text_and_article(moderator: Client, article: ArticlePage) -> None:
    _comment(article)
    html = html_of(moderator, "index")
    assert "Ada asks what the figure means." in html
    assert article.title in html


def test_button_of_a_row_carries_the_token_of_its_form(desk: Desk, article: ArticlePage) -> None:
    comment = _comment(article)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(desk.moderator)
    html = browser.get(reverse(LIST)).content.decode()
    form = html.partition(reverse("assay_comments:approve", args=[comment.pk]))[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.partition("</form>")[0])
    assert token
    browser.post(
        reverse("assay_comments:approve", args=[comment.pk]), {"csrfmiddlewaretoken": token[1]}
    )
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED


def test_who_waits_longest_stands_first(moderator: Client, article: ArticlePage) -> None:
    _comment(article, name="Early")
    _comment(article, name="Late")
    assert shown(moderator, "new") == ["Early", "Late"]
    assert shown(moderator, "all") == ["Late", "Early"]


def test_each_tab_has_its_comments_and_its_count(moderator: Client, article: ArticlePage) -> None:
    _comment(article, name="New")
    _comment(article, name="Held", status=CommentStatus.HELD)
    reported = _comment(article, name="Reported", status=CommentStatus.APPROVED)
    for number in range(2):
        CommentReport.objects.create(
            comment=reported, reason=CommentReason.ABUSE, network=f"network {number}"
        )
    objecting = _comment(
        article, name="Objecting", status=CommentStatus.REJECTED, decided_at=timezone.now()
    )
    appeal_rejection(comment=objecting, text="It is about the briefing.", now=timezone.now())
    _comment(article, name="Unconfirmed", status=CommentStatus.UNCONFIRMED)
    assert {tab.value: shown(moderator, tab.value) for tab in Tab if tab != Tab.ALL} == {
        "new": ["New"],
        "held": ["Held"],
        "reported": ["Reported"],
        "appeals": ["Objecting"],
    }
    assert [row.count for row in tab_counts()] == [1, 1, 1, 1, None]


def test_row_says_what_a_comment_is_about_and_whom_it_answers(
    moderator: Client, article: ArticlePage
) -> None:
    parent = make_comment(article_uuid=article.uuid, text="Is it firm?")
    make_comment(
        article_uuid=article.uuid,
        text="It is.",
        parent=parent,
        status=CommentStatus.PENDING,
        about=(ClaimKind.DIRECTIVE, "d-1", "Accelerate Phase II"),
    )
    html = moderator.get(reverse(LIST)).content.decode()
    assert '<q dir="auto">Accelerate Phase II</q>' in html
    assert '<q dir="auto">Is it firm?</q>' in html


def test_queue_leads_to_the_letters_on_what_waits(moderator: Client, article: ArticlePage) -> None:
    html = moderator.get(reverse(LIST)).content.decode()
    link = re.search(r'href="(/comments/queue-mail/[^"]+)"', html)
    assert link
    assert "You get mail when something begins to wait" in moderator.get(link[1]).content.decode()


def test_queue_opens_where_something_waits(moderator: Client, article: ArticlePage) -> None:
    assert moderator.get(reverse(LIST)).context["current_tab"] == Tab.NEW
    _comment(article, name="Held", status=CommentStatus.HELD)
    answer = moderator.get(reverse(LIST)).context
    assert (answer["current_tab"], answer["object_list"][0].name) == (Tab.HELD, "Held")


def test_list_of_all_is_filtered_by_status(moderator: Client, article: ArticlePage) -> None:
    _comment(article, name="Waiting")
    _comment(article, name="Done", status=CommentStatus.APPROVED)
    rows = moderator.get(reverse(LIST), {"status": "approved"}).context["object_list"]
    assert [comment.name for comment in rows] == ["Done"]


def test_what_a_rule_pointed_at_is_marked_with_its_words(
    moderator: Client, article: ArticlePage
) -> None:
    BlockedPattern.objects.create(pattern="miracle cure")
    comment = _comment(article, text="Buy <b>my</b> miracle cure", status=CommentStatus.HELD)
    screen_comment(comment=comment, now=comment.created_at)
    html = moderator.get(reverse(LIST), {"queue": "held"}).content.decode()
    mark = html.partition("<mark")[2].partition("</mark>")[0]
    assert "miracle cure" in mark
    assert "Blocked: “miracle cure”." in mark
    assert "&lt;b&gt;my&lt;/b&gt;" in html


def test_overlapping_spans_keep_every_character_once() -> None:
    found = [
        ModerationDecision(start=2, end=6, note="One."),
        ModerationDecision(start=4, end=99, note="Two."),
        ModerationDecision(start=None, end=None, note="Nowhere."),
    ]
    assert pieces("abcdefgh", found) == [
        Piece("ab"),
        Piece("cd", "One."),
        Piece("ef", "One. Two."),
        Piece("gh", "Two."),
    ]


def test_page_of_the_queue_takes_three_queries_and_the_tabs_one(
    article: ArticlePage, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        comment = _comment(article, name=f"Reader{number}")
        CommentReport.objects.create(comment=comment, reason=CommentReason.SPAM)
        screen_comment(comment=comment, now=comment.created_at, seconds=1)
    with django_assert_num_queries(4):
        rows = list(with_all_that_counts(queue(Tab.NEW)))
        assert [len(row.decisions.all()) for row in rows] == [1] * 12
        list(tab_counts())


def test_list_costs_the_same_with_ten_times_the_comments(
    moderator: Client, article: ArticlePage
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            moderator.get(reverse(LIST))
        return len(queries)

    _comment(article)
    cost()
    few = cost()
    for number in range(10):
        _comment(article, name=f"Reader{number}")
    assert cost() == few


def test_menu_says_how_many_wait(moderator: Client, article: ArticlePage) -> None:
    _comment(article)
    assert "Comments (1)" in moderator.get(reverse("wagtailadmin_home")).content.decode()


# -- Decisions ------------------------------------------------------------------------------------


def test_approved_comment_is_counted(moderator: Client, article: ArticlePage) -> None:
    comment = _comment(article)
    response = moderator.post(reverse("assay_comments:approve", args=[comment.pk]))
    assert response["Location"] == reverse(LIST)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED
    assert CurrentEdition.objects.get().comment_count == 1


def test_comment_whose_writer_is_not_confirmed_cannot_be_approved(
    moderator: Client, article: ArticlePage
) -> None:
    comment = _comment(article, status=CommentStatus.UNCONFIRMED)
    address = reverse("assay_comments:approve", args=[comment.pk])
    assert "has not confirmed" in moderator.post(address, follow=True).content.decode()
    comment.refresh_from_db()
    assert comment.status == CommentStatus.UNCONFIRMED


@pytest.mark.parametrize("data", [{"reason": ""}, {"reason": "other", "note": " "}])
def test_rejection_asks_for_its_reason(
    moderator: Client, article: ArticlePage, data: dict[str, str]
) -> None:
    comment = _comment(article)
    address = reverse("assay_comments:reject", args=[comment.pk])
    assert moderator.post(address, data).status_code == 200
    moderator.post(address, REASON)
    comment.refresh_from_db()
    assert (comment.status, comment.decision_reason) == (CommentStatus.REJECTED, "spam")
    assert comment.decision_note == "Advertising"


def test_reported_comment_is_kept_or_taken_down(moderator: Client, article: ArticlePage) -> None:
    kept = _comment(article, name="Kept", status=CommentStatus.APPROVED)
    taken = _comment(article, name="Taken", status=CommentStatus.APPROVED)
    for comment in (kept, taken):
        CommentReport.objects.create(comment=comment, reason=CommentReason.ABUSE)
    moderator.post(reverse("assay_comments:approve", args=[kept.pk]))
    moderator.post(reverse("assay_comments:reject", args=[taken.pk]), REASON)
    outcomes = {row.comment.name: row.is_upheld for row in CommentReport.objects.all()}
    assert outcomes == {"Kept": False, "Taken": True}
    assert kept.decisions.get().deed == ModerationDeed.KEPT
    assert shown(moderator, "reported") == []


@pytest.mark.parametrize(
    ("action", "data", "status"),
    [("approve", {}, CommentStatus.APPROVED), ("reject", REASON, CommentStatus.REJECTED)],
)
def test_many_comments_are_decided_at_once(
    moderator: Client, article: ArticlePage, action: str, data: dict[str, str], status: str
) -> None:
    keys = [_comment(article, name=name).pk for name in ("Ada", "Bob")]
    gone = _comment(article, name="Gone", status=CommentStatus.DELETED)
    address = reverse("wagtail_bulk_action", args=["articles", "comment", action])
    query = "&".join(f"id={key}" for key in (*keys, gone.pk))
    assert moderator.get(f"{address}?{query}").status_code == 200
    moderator.post(f"{address}?{query}", data)
    assert set(Comment.objects.filter(pk__in=keys).values_list("status", flat=True)) == {status}
    gone.refresh_from_db()
    assert gone.status == CommentStatus.DELETED


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_nobody_decides_on_more_than_can_be_seen(
    moderator: Client, article: ArticlePage, action: str
) -> None:
    comment = _comment(article)
    address = reverse("wagtail_bulk_action", args=["articles", "comment", action])
    moderator.post(f"{address}?id=all", REASON)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING
    assert "data-bulk-action-num-objects-in-listing" not in moderator.get(reverse(LIST)).text


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_what_its_writer_objects_to_is_decided_with_the_objection(
    moderator: Client, article: ArticlePage, action: str
) -> None:
    comment = _comment(article, status=CommentStatus.REJECTED)
    Appeal.objects.create(comment=comment, text="It was right.")
    address = reverse("wagtail_bulk_action", args=["articles", "comment", action])
    moderator.post(f"{address}?id={comment.pk}", REASON)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.REJECTED
    assert not comment.decisions.exists()


def test_decision_is_logged_and_stands_in_the_history(
    moderator: Client, article: ArticlePage
) -> None:
    comment = _comment(article)
    moderator.post(reverse("assay_comments:reject", args=[comment.pk]), REASON)
    logged = ModelLogEntry.objects.get(action="assay.comment_rejected")
    assert logged.formatter.format_message(logged) == "Comment rejected: Advertising or spam"
    html = html_of(moderator, "comment", comment.pk)
    assert "Advertising or spam" in html
    assert "mo" in html


# -- People and threads ---------------------------------------------------------------------------


def test_commenter_is_banned_with_a_reason_and_taken_again(
    moderator: Client, article: ArticlePage
) -> None:
    comment = _comment(article)
    address = reverse("assay_comments:commenter", args=[comment.commenter_id])
    assert comment.text in moderator.get(address).content.decode()
    assert moderator.post(address, {"reason": " "}).status_code == 200
    moderator.post(address, {"reason": "Threats."})
    comment.refresh_from_db()
    assert comment.commenter.is_banned
    assert comment.status == CommentStatus.REJECTED
    moderator.post(reverse("assay_comments:lift", args=[comment.commenter_id]))
    assert not Comment.objects.get(pk=comment.pk).commenter.is_banned


def test_thread_is_closed_opened_and_moderated_from_a_row(
    moderator: Client, article: ArticlePage
) -> None:
    _comment(article)
    address = reverse("assay_comments:thread", args=[article.uuid])
    moderator.post(address, {"deed": "close", "note": "It turns in circles."})
    assert "closed" in html_of(moderator, "index")
    assert Thread.objects.get().closing_note == "It turns in circles."
    moderator.post(address, {"deed": "reopen"})
    moderator.post(address, {"deed": "mode", "mode": ModerationMode.AFTER})
    thread = Thread.objects.get()
    assert (thread.closed_at, thread.mode) == (None, ModerationMode.AFTER)
    assert moderator.post(address, {"deed": "burn"}).status_code == 400


# -- Objections -----------------------------------------------------------------------------------


def _objection(client: Client, article: ArticlePage) -> Comment:
    """A comment that the moderator of the client has rejected, and its writer's objection."""
    comment = _comment(article)
    client.post(reverse("assay_comments:reject", args=[comment.pk]), REASON)
    comment.refresh_from_db()
    appeal_rejection(comment=comment, text="I sell nothing.", now=timezone.now())
    return comment


def test_who_rejected_a_comment_does_not_decide_on_the_objection(
    moderator: Client, article: ArticlePage
) -> None:
    comment = _objection(moderator, article)
    address = reverse("assay_comments:appeal", args=[comment.pk])
    html = moderator.get(address).content.decode()
    assert "Somebody else has to decide" in html
    moderator.post(address, {"outcome": "granted", "answer": "You are right."})
    comment.refresh_from_db()
    assert comment.status == CommentStatus.REJECTED


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("granted", CommentStatus.APPROVED), ("refused", CommentStatus.REJECTED)],
)
def test_somebody_else_decides_and_answers(
    desk: Desk, moderator: Client, article: ArticlePage, outcome: str, status: str
) -> None:
    comment = _objection(moderator, article)
    moderator.force_login(second_moderator(desk))
    address = reverse("assay_comments:appeal", args=[comment.pk])
    assert moderator.post(address, {"outcome": outcome, "answer": ""}).status_code == 200
    moderator.post(address, {"outcome": outcome, "answer": "We have looked once more."})
    comment.refresh_from_db()
    assert comment.status == status
    assert comment.appeal.answer == "We have looked once more."
    assert shown(moderator, "appeals") == []


# -- Who may what ---------------------------------------------------------------------------------

SCREENS = {
    "index": False,
    "comment": True,
    "reject": True,
    "appeal": True,
    "commenter": True,
}
DEEDS = ("approve", "reject", "appeal", "commenter", "lift", "thread")
# Who may see the screens of moderation and decide, by the group that they are in.
MATRIX = {"analyst": False, "editor": True, "second_editor": True, "moderator": True}


@pytest.mark.parametrize(("person", "may"), MATRIX.items())
def test_screens_open_for_moderators_and_editors_alone(
    desk: Desk, client: Client, article: ArticlePage, person: str, may: bool
) -> None:
    comment = _comment(article, status=CommentStatus.REJECTED, decided_at=timezone.now())
    appeal_rejection(comment=comment, text="I sell nothing.", now=timezone.now())
    client.force_login(getattr(desk, person))
    for name, is_about_one in SCREENS.items():
        key = comment.commenter_id if name == "commenter" else comment.pk
        address = reverse(f"assay_comments:{name}", args=[key] if is_about_one else [])
        assert (client.get(address).status_code == 200) is may, name


@pytest.mark.parametrize("person", [name for name, may in MATRIX.items() if not may])
def test_deeds_are_refused_to_everybody_else(
    desk: Desk, client: Client, article: ArticlePage, person: str
) -> None:
    comment = _comment(article)
    client.force_login(getattr(desk, person))
    for name in DEEDS:
        key: object = article.uuid if name == "thread" else comment.pk
        client.post(reverse(f"assay_comments:{name}", args=[key]), REASON | {"deed": "close"})
    for action in ("approve", "reject"):
        address = reverse("wagtail_bulk_action", args=["articles", "comment", action])
        client.post(f"{address}?id={comment.pk}", REASON)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING
    assert not Thread.objects.exists()
    assert not comment.commenter.is_banned


@pytest.mark.django_db(transaction=True)
def test_writer_of_a_rejected_comment_gets_the_statement_of_reasons(
    moderator: Client, article: ArticlePage
) -> None:
    comment = _comment(article)
    mail.outbox.clear()
    moderator.post(reverse("assay_comments:reject", args=[comment.pk]), REASON)
    [letter] = mail.outbox
    assert letter.to == ["ada@reader.example"]
    assert "Advertising or spam" in letter.body
