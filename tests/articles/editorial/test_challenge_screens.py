"""Editors answer what readers doubt; it waits on the dashboard and in the editor until they do."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind
from articles.models.challenges import Challenge
from articles.models.moderation import BlockedPattern
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, make_published
from tests.articles.readers import make_commenter

LIST = "assay_challenges:index"
CLAIM = "The harbour board met on Friday."


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    return make_published(desk)


@pytest.fixture
def editor(desk: Desk, client: Client) -> Client:
    client.force_login(desk.editor)
    return client


def make_challenge(article: ArticlePage, *, days: int = 3, **values: Any) -> Challenge:
    """A challenge that waits for an editor, due in so many days."""
    fields = {
        "claim_id": "h-1",
        "status": ChallengeStatus.OPEN,
        "due_on": timezone.now().date() + datetime.timedelta(days=days),
    }
    return Challenge.objects.create(
        article_uuid=article.uuid,
        edition_number=1,
        claim_kind=ClaimKind.HIGHLIGHT,
        claim_text=CLAIM,
        commenter=make_commenter(),
        reason=ChallengeReason.FIGURE,
        text="It met on Thursday.",
        **(fields | values),
    )


def answer(client: Client, challenge: Challenge, **said: Any) -> Any:
    values = {"outcome": "kept", "edition": "", "answer": "The minutes say Friday."} | said
    return client.post(reverse("assay_challenges:answer", args=[challenge.pk]), values)


def test_most_urgent_challenge_stands_first(editor: Client, article: ArticlePage) -> None:
    make_challenge(article, days=5, claim_id="h-2")
    late = make_challenge(article, days=-1)
    response = editor.get(reverse(LIST))
    assert next(row.pk for row in response.context["page"]) == late.pk
    assert "overdue" in response.content.decode()


def test_unconfirmed_challenge_waits_for_nobody(editor: Client, article: ArticlePage) -> None:
    make_challenge(article, status=ChallengeStatus.UNCONFIRMED)
    assert "No reader doubts anything" in editor.get(reverse(LIST)).content.decode()


def test_answer_is_stored_and_listed(editor: Client, desk: Desk, article: ArticlePage) -> None:
    challenge = make_challenge(article)
    assert answer(editor, challenge)["Location"] == reverse(LIST)
    challenge.refresh_from_db()
    assert (challenge.status, challenge.decided_by) == (ChallengeStatus.KEPT, desk.editor)
    html = editor.get(reverse(LIST), {"show": "answered"}).content.decode()
    assert CLAIM in html


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"outcome": ""}, "Please choose what became of the claim."),
        ({"answer": " "}, "Please say why; readers see it."),
        ({"outcome": "corrected"}, "after edition 1"),
        ({"outcome": "source_added", "edition": "1"}, "after edition 1"),
    ],
)
def test_answer_that_is_not_one_is_asked_for_again(
    editor: Client, article: ArticlePage, said: dict[str, str], words: str
) -> None:
    challenge = make_challenge(article)
    response = answer(editor, challenge, **said)
    assert response.status_code == 200
    assert words in response.content.decode()
    challenge.refresh_from_db()
    assert challenge.status == ChallengeStatus.OPEN


def test_challenge_is_assigned(editor: Client, desk: Desk, article: ArticlePage) -> None:
    challenge = make_challenge(article)
    address = reverse("assay_challenges:assign", args=[challenge.pk])
    editor.post(address, {"to": desk.second_editor.pk})
    challenge.refresh_from_db()
    assert challenge.assigned_to == desk.second_editor
    editor.post(address, {"to": desk.analyst.pk})
    challenge.refresh_from_db()
    assert challenge.assigned_to == desk.second_editor
    editor.post(address, {"to": ""})
    challenge.refresh_from_db()
    assert challenge.assigned_to is None


def dashboard(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_dashboard_shows_own_tasks_and_those_of_nobody(
    client: Client, desk: Desk, article: ArticlePage
) -> None:
    make_challenge(article, days=-2, assigned_to=desk.editor)
    mine = dashboard(client, desk.editor)
    assert CLAIM in mine
    assert "overdue" in mine
    assert "Challenges (1)" in mine
    assert CLAIM not in dashboard(client, desk.second_editor)
    assert CLAIM not in dashboard(client, desk.moderator)


def test_editor_of_the_briefing_shows_what_readers_doubt(
    editor: Client, article: ArticlePage
) -> None:
    challenge = make_challenge(article)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert reverse("assay_challenges:answer", args=[challenge.pk]) in html
    assert "Readers doubt" in html


def test_list_costs_the_same_with_ten_times_the_challenges(
    editor: Client, article: ArticlePage
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            editor.get(reverse(LIST))
        return len(queries)

    make_challenge(article)
    cost()
    few = cost()
    for number in range(10):
        make_challenge(article, claim_id=f"h-{number + 2}")
    assert cost() == few


# Who may answer challenges, and who may keep the list of blocked words, by person.
MAY_ANSWER = {"analyst": False, "moderator": False, "editor": True, "second_editor": True}
MAY_BLOCK = {"analyst": False, "moderator": True, "editor": True, "second_editor": True}


@pytest.mark.parametrize(("person", "may"), MAY_ANSWER.items())
def test_editors_answer_and_nobody_else(
    client: Client, desk: Desk, article: ArticlePage, person: str, may: bool
) -> None:
    challenge = make_challenge(article)
    client.force_login(getattr(desk, person))
    assert (client.get(reverse(LIST)).status_code == 200) is may
    address = reverse("assay_challenges:answer", args=[challenge.pk])
    assert (client.get(address).status_code == 200) is may
    answer(client, challenge)
    challenge.refresh_from_db()
    assert (challenge.status == ChallengeStatus.KEPT) is may


@pytest.mark.parametrize(("person", "may"), MAY_BLOCK.items())
def test_blocked_words_are_kept_by_moderators_and_editors(
    client: Client, desk: Desk, person: str, may: bool
) -> None:
    client.force_login(getattr(desk, person))
    client.post(reverse("assay_blocked:add"), {"pattern": "miracle cure", "note": "Advertising"})
    assert BlockedPattern.objects.exists() is may
    if may:
        assert BlockedPattern.objects.get().added_by == getattr(desk, person)


def test_pattern_that_could_run_away_is_not_stored(client: Client, desk: Desk) -> None:
    client.force_login(desk.moderator)
    data = {"pattern": "(a+)+$", "is_expression": "on"}
    response = client.post(reverse("assay_blocked:add"), data)
    assert "very long" in response.content.decode()
    assert not BlockedPattern.objects.exists()
