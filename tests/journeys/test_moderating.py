"""Readers report, object and challenge; moderators and editors answer: by keyboard, by all."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.actions.comments.answering import answer_challenge
from articles.actions.comments.appealing import appeal_rejection
from articles.actions.comments.deciding import reject_comment
from articles.actions.comments.links import Link
from articles.actions.comments.screening import screen_comment
from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind, CommentReason, CommentStatus
from articles.models.challenges import Challenge
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import BlockedPattern, CommentReport
from tests.articles.newsroom import Desk, make_desk, make_published
from tests.articles.readers import make_comment, make_commenter
from tests.journeys.axe import SCRIPT, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]
Picture = Callable[[Page, str], Path]


@dataclass(frozen=True)
class Thread:
    """A briefing with a comment of each kind, a challenge that waits, and one that was answered."""

    current: CurrentEdition
    waiting: Comment
    held: Comment
    reported: Comment
    appealed: Comment
    challenge: Challenge

    @property
    def path(self) -> str:
        return f"/{self.current.address}"


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return make_desk()


@pytest.fixture
def thread(desk: Desk) -> Thread:
    current = CurrentEdition.objects.whole().get(article_uuid=make_published(desk).uuid)
    BlockedPattern.objects.create(pattern="miracle cure")
    waiting = _comment(current, "Ada", "Which mines are meant? See https://a.example/list")
    screen_comment(comment=waiting, now=waiting.created_at)
    held = _comment(current, "Bob", "Buy my m1racle cure!", CommentStatus.HELD)
    screen_comment(comment=held, now=held.created_at)
    reported = _comment(current, "Cleo", "The board is a band of liars.", CommentStatus.APPROVED)
    CommentReport.objects.create(
        comment=reported, reason=CommentReason.ABUSE, explanation="It insults the board."
    )
    appealed = _comment(current, "Dan", "The harbour is mine.", CommentStatus.APPROVED)
    now = timezone.now()
    reject_comment(comment=appealed, user=desk.moderator, reason=CommentReason.OFF_TOPIC, now=now)
    appeal_rejection(comment=appealed, text="It is about the harbour.", now=now)
    answered = _challenge(current, current.edition.content["directives"][0], "The day is wrong.")
    answer_challenge(
        challenge=answered,
        outcome=ChallengeStatus.KEPT,
        answer="The minutes of the board name the day.",
        user=desk.editor,
        now=now,
    )
    challenge = _challenge(current, current.edition.content["highlights"][0], "It met on Thursday.")
    return Thread(current, waiting, held, reported, appealed, challenge)


def _comment(
    current: CurrentEdition,
    name: str,
    text: str,
    status: CommentStatus = CommentStatus.PENDING,
) -> Comment:
    return make_comment(
        article_uuid=current.article_uuid,
        name=name,
        email=f"{name.lower()}@reader.example",
        text=text,
        status=status,
    )


def _challenge(current: CurrentEdition, claim: dict[str, str], text: str) -> Challenge:
    CurrentEdition.objects.update(challenge_count=2)
    return Challenge.objects.create(
        article_uuid=current.article_uuid,
        edition_number=1,
        claim_kind=ClaimKind.HIGHLIGHT,
        claim_id=claim["id"],
        claim_text=claim["text"],
        commenter=make_commenter(),
        reason=ChallengeReason.FIGURE,
        text=text,
        status=ChallengeStatus.OPEN,
        due_on=timezone.now().date() + datetime.timedelta(days=2),
    )


def public_pages(thread: Thread) -> dict[str, str]:
    claim = thread.challenge.claim_id
    return {
        "article": thread.path,
        "challenge-choose": f"{thread.path}challenge/",
        "challenge-form": f"{thread.path}challenge/?claim={claim}",
        "challenge-sent": f"{thread.path}challenge/?sent",
        "challenges": f"{thread.path}challenges/",
        "report": f"/comments/{thread.reported.pk}/report/",
        "report-sent": f"/comments/{thread.reported.pk}/report/?sent",
        "objection": Link.APPEAL.path(thread.appealed.pk),
        "moderation-in-numbers": "/comments/moderation/",
    }


def screens(thread: Thread) -> dict[str, str]:
    queue = reverse("assay_comments:index")
    tabs = {
        f"queue-{tab}": f"{queue}?queue={tab}" for tab in ("new", "held", "reported", "appeals")
    }
    return tabs | {
        "reject": reverse("assay_comments:reject", args=[thread.waiting.pk]),
        "appeal": reverse("assay_comments:appeal", args=[thread.appealed.pk]),
        "comment": reverse("assay_comments:comment", args=[thread.held.pk]),
        "commenter": reverse("assay_comments:commenter", args=[thread.held.commenter_id]),
        "tasks": reverse("assay_challenges:index"),
        "answer": reverse("assay_challenges:answer", args=[thread.challenge.pk]),
    }


def test_axe_finds_nothing_where_readers_object_and_challenge(
    thread: Thread, open_page: Open
) -> None:
    page = open_page()
    page.context.add_init_script(path=SCRIPT)
    found = []
    for path in public_pages(thread).values():
        page.goto(path)
        found += violations(page)
    page.goto(f"/comments/{thread.reported.pk}/report/")
    page.get_by_role("button", name="Send report").click()
    expect(page.get_by_role("alert")).to_contain_text("has not been sent")
    found += violations(page)
    assert found == []


def test_axe_finds_nothing_where_moderators_decide(
    desk: Desk, thread: Thread, open_page: Open
) -> None:
    page = open_page(desk.second_editor)
    page.context.add_init_script(path=SCRIPT)
    found = []
    for path in screens(thread).values():
        page.goto(path)
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("has_scripts", [True, False])
def test_reader_challenges_a_claim_with_the_keyboard_alone(
    thread: Thread, open_page: Open, has_scripts: bool
) -> None:
    page = open_page(java_script_enabled=has_scripts)
    page.goto(f"{thread.path}challenge/")
    page.get_by_role("link", name=thread.challenge.claim_text).first.press("Enter")
    page.get_by_label("A figure, date or name is wrong").press("Space")
    page.get_by_label("Please explain").press_sequentially("The minutes say Thursday.")
    page.get_by_label("Name", exact=True).press_sequentially("Nora Klein")
    page.get_by_label("E-mail", exact=True).press_sequentially("nora@example.org")
    page.get_by_role("button", name="Send challenge").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. One step is left.")
    stored = Challenge.objects.get(commenter__email="nora@example.org")
    assert (stored.text, stored.status) == ("The minutes say Thursday.", "unconfirmed")


def test_outcome_stands_at_the_claim_and_leads_to_the_answer(
    thread: Thread, open_page: Open
) -> None:
    page = open_page()
    page.goto(thread.path)
    page.get_by_text("Challenged by a reader on").get_by_role("link", name="Why").click()
    expect(page.get_by_text("The minutes of the board name the day.")).to_be_visible()


def test_moderator_decides_with_keys_alone(
    desk: Desk, thread: Thread, open_page: Open, picture: Picture
) -> None:
    page = open_page(desk.moderator)
    page.goto(f"{reverse('assay_comments:index')}?queue=new")
    page.keyboard.press("j")
    expect(page.locator("tr:focus")).to_have_count(0)  # the keys are off until they are wanted
    page.get_by_label("Decide with keys").press("Space")
    page.keyboard.press("j")
    expect(page.locator("tr:focus")).to_contain_text("Which mines are meant?")
    picture(page, "moderation-queue")
    page.keyboard.press("a")
    expect(page.get_by_text("The comment by Ada is public.")).to_be_visible()
    page.goto(f"{reverse('assay_comments:index')}?queue=held")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.get_by_label("Reason").select_option("spam")
    page.get_by_role("button", name="Reject").press("Enter")
    expect(page.get_by_text("The comment by Bob is rejected.")).to_be_visible()
    statuses = dict(Comment.objects.values_list("name", "status"))
    assert (statuses["Ada"], statuses["Bob"]) == ("approved", "rejected")
