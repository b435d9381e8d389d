"""Challenges: from a reader's doubt to an outcome that everybody reads."""

import copy
import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.comments.answering import answer_challenge, assign_challenge
from articles.actions.comments.challenging import challenge_claim, take_challenge
from articles.actions.comments.links import Link
from articles.actions.comments.mailing import Writing
from articles.actions.comments.sending import Sender
from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind, EditionKind
from articles.models.challenges import Challenge
from articles.models.editions import CurrentEdition
from tests.articles.public import NOW, make_cast, make_public, seed_content, take_back
from tests.articles.readers import make_commenter
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

ARTICLE = "/briefings/northern-rare-earth/"
FORM = f"{ARTICLE}challenge/"
LIST = f"{ARTICLE}challenges/"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
DIRECTIVE = "d-00000001"
CLAIMS = ("h-3", DIRECTIVE)  # one of each kind that can be pointed at
TYPED = {
    "claim": DIRECTIVE,
    "reason": "misread",
    "text": "The report speaks of Phase III.",
    "source_url": "https://a.example/report",
    "name": "Marta Vidal",
    "email": "marta@example.org",
}
LATER = NOW + datetime.timedelta(days=2)


@pytest.fixture(autouse=True)
def _nothing_cached() -> None:
    cache.clear()


@pytest.fixture
def current() -> CurrentEdition:
    make_cast()
    return make_public()


@pytest.fixture
def editor() -> User:
    return make_user(username="edith", is_superuser=True)


def send(client: Client, **changes: str) -> Any:
    return client.post(FORM, TYPED | changes, headers=FROM_HERE)


def make_challenge(current: CurrentEdition, **changes: Any) -> Challenge:
    """A challenge that an editor has to answer."""
    made = challenge_claim(
        current=current,
        claim_id=changes.pop("claim", DIRECTIVE),
        reason=changes.pop("reason", ChallengeReason.MISREAD),
        text="The report speaks of Phase III.",
        name="Marta Vidal",
        email=changes.pop("email", "marta@example.org"),
        now=NOW,
        **changes,
    )
    make_commenter(email=made.commenter.email)
    type(made.commenter).objects.update(confirmed_at=NOW)
    return take_challenge(challenge=made, now=NOW)


def answer(challenge: Challenge, user: User, **changes: Any) -> Challenge:
    values = {"outcome": ChallengeStatus.KEPT, "answer": "Page 4 says so."} | changes
    return answer_challenge(challenge=challenge, user=user, now=LATER, **values)


def correct(kind: EditionKind = EditionKind.CORRECTED, **changes: Any) -> CurrentEdition:
    return make_public(kind=kind, reason="The phase was wrong.", issued_at=LATER, **changes)


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


# -- From the page to the form --------------------------------------------------------------------


def test_every_highlight_and_directive_leads_to_its_form_and_to_that_of_a_comment(
    client: Client,
) -> None:
    html = page(client, make_page_with_directives())
    for claim in CLAIMS:
        assert f'href="{FORM}?claim={claim}"' in html
        assert f'href="{ARTICLE}?about={claim}#comment-form"' in html


def test_claim_of_a_closed_thread_can_be_challenged_and_not_commented_on(client: Client) -> None:
    html = page(client, make_page_with_directives(comment_policy="closed"))
    for claim in CLAIMS:
        assert f'href="{FORM}?claim={claim}"' in html
        assert f"?about={claim}" not in html


def make_page_with_directives(**values: Any) -> str:
    head = f'<div class="directive" id="{DIRECTIVE}"><p class="directive__text">Accelerate</p>'
    make_public(body_html=f'<ol><li>{head}<dl class="facts"></dl></div></li></ol>', **values)
    return ARTICLE


def test_form_without_a_claim_asks_which(client: Client, current: CurrentEdition) -> None:
    html = page(client, FORM)
    assert f'href="?claim={DIRECTIVE}"' in html
    assert "textarea" not in html


def test_form_shows_the_claim_and_needs_no_cookie(client: Client, current: CurrentEdition) -> None:
    response = client.get(f"{FORM}?claim={DIRECTIVE}")
    assert seed_content()["directives"][0]["text"] in response.content.decode()
    assert not response.cookies


@pytest.mark.parametrize("claim", ["d-nothing", "<script>", "h-1' or 1=1"])
def test_claim_that_is_none_asks_which(client: Client, current: CurrentEdition, claim: str) -> None:
    response = client.get(FORM, {"claim": claim})
    assert response.status_code == 200
    assert "Which of these do you doubt?" in response.content.decode()


def test_challenge_keeps_the_claim_by_value(client: Client, current: CurrentEdition) -> None:
    response = send(client)
    assert (response.status_code, response["Location"]) == (303, f"{FORM}?sent")
    stored = Challenge.objects.get()
    assert (stored.claim_kind, stored.claim_id) == (ClaimKind.DIRECTIVE, DIRECTIVE)
    assert stored.claim_text == seed_content()["directives"][0]["text"]
    assert stored.edition_number == 1
    assert stored.status == ChallengeStatus.UNCONFIRMED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": "because"}, 'id="challenge-reason-error"'),
        ({"text": " "}, 'id="challenge-text-error"'),
        ({"source_url": "javascript:alert(1)"}, 'id="challenge-source-error"'),
        ({"reason": "contradicted", "source_url": ""}, 'id="challenge-source-error"'),
        ({"email": "nowhere"}, 'id="challenge-email-error"'),
        ({"name": ""}, 'id="challenge-name-error"'),
        ({"claim": "d-gone"}, "no longer in the briefing"),
    ],
)
def test_challenge_with_errors_keeps_what_was_typed(
    client: Client, current: CurrentEdition, changes: dict[str, str], words: str
) -> None:
    response = send(client, **changes)
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert response["Cache-Control"] == "no-store"
    assert not Challenge.objects.exists()


def test_challenge_from_another_site_is_refused(client: Client, current: CurrentEdition) -> None:
    assert client.post(FORM, TYPED, headers={"Origin": "https://else.example"}).status_code == 403


def test_program_that_fills_the_trap_gets_nowhere(client: Client, current: CurrentEdition) -> None:
    assert send(client, website="https://spam.example").status_code == 303
    assert not Challenge.objects.exists()


def test_claim_is_challenged_once_at_a_time_by_the_same_reader(
    client: Client, current: CurrentEdition
) -> None:
    make_challenge(current)
    assert send(client, text="And again.").status_code == 303  # the same for whoever types it
    again = Challenge.objects.get(status=ChallengeStatus.UNCONFIRMED)
    path = Link.CONFIRM.path(again.commenter_id, Writing.CHALLENGE, again.pk)
    response = client.post(path, headers=FROM_HERE)
    assert response.status_code == 410
    assert "challenged this claim already" in response.content.decode()
    assert Challenge.objects.filter(status=ChallengeStatus.OPEN).count() == 1


def test_challenge_sent_twice_is_stored_once(client: Client, current: CurrentEdition) -> None:
    assert {send(client).status_code for _time in range(2)} == {303}
    assert Challenge.objects.count() == 1


def test_words_of_somebody_else_do_not_keep_the_holder_of_an_address_from_a_challenge(
    client: Client, current: CurrentEdition
) -> None:
    send(client, text="Not mine.", name="Buy now")
    send(client)
    mine = Challenge.objects.get(text=TYPED["text"])
    assert mine.commenter.name == TYPED["name"]
    path = Link.CONFIRM.path(mine.commenter_id, Writing.CHALLENGE, mine.pk)
    assert client.post(path, headers=FROM_HERE).status_code == 200
    assert Challenge.objects.get(status=ChallengeStatus.OPEN) == mine


@pytest.mark.parametrize("sign", ["\x00", "\u202e"])
def test_address_of_a_source_is_stored_without_controls(
    client: Client, current: CurrentEdition, sign: str
) -> None:
    assert send(client, source_url=f"https://a.example/{sign}report").status_code == 303
    assert Challenge.objects.get().source_url == "https://a.example/report"


def test_retracted_briefing_cannot_be_challenged(client: Client, current: CurrentEdition) -> None:
    take_back(current, kind=EditionKind.RETRACTED, reason="It was forged.")
    assert client.get(FORM).status_code == 410
    assert send(client).status_code == 410
    assert client.get(LIST).status_code == 410


@pytest.mark.django_db(transaction=True)
def test_confirmed_challenge_is_a_task_with_a_due_date(
    client: Client, current: CurrentEdition, settings: Any, time_machine: Any
) -> None:
    settings.CHALLENGE_DUE_DAYS = 5
    time_machine.move_to(NOW, tick=False)
    send(client)
    [letter] = mail.outbox
    url = next(word for word in letter.body.split() if "/comments/confirm/" in word)
    time_machine.move_to(LATER, tick=False)
    client.post(url[url.index("/comments/") :], headers=FROM_HERE)
    challenge = Challenge.objects.get()
    assert challenge.status == ChallengeStatus.OPEN
    assert challenge.due_on == LATER.date() + datetime.timedelta(days=5)
    assert CurrentEdition.objects.get().challenge_count == 1


def test_who_is_signed_in_has_nothing_to_confirm(current: CurrentEdition, editor: User) -> None:
    challenge = challenge_claim(
        current=current,
        claim_id=DIRECTIVE,
        reason=ChallengeReason.OUTDATED,
        text="It was done in May.",
        sender=Sender(user=editor),
        now=NOW,
    )
    assert challenge.status == ChallengeStatus.OPEN


# -- The answer -----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_outcome_stands_at_the_claim_and_on_its_page_and_is_mailed(
    client: Client, editor: User
) -> None:
    make_page_with_directives()
    challenge = make_challenge(CurrentEdition.objects.get())
    assert "Challenged by a reader" not in page(client, ARTICLE)
    mail.outbox.clear()
    answer(challenge, editor)
    html = page(client, ARTICLE)
    assert "Challenged by a reader on 24 October 2025: Kept as it is." in html
    assert f'href="{LIST}#challenge-{challenge.pk}"' in html
    listed = page(client, LIST)
    assert "Page 4 says so." in listed
    assert "Marta Vidal" not in listed
    assert "Phase III" not in listed
    assert [row.to for row in mail.outbox] == [["marta@example.org"]]
    assert "Page 4 says so." in mail.outbox[0].body


def test_open_challenge_is_listed_without_what_nobody_has_looked_at(
    client: Client, current: CurrentEdition
) -> None:
    make_challenge(current, source_url="https://a.example/report")
    listed = page(client, LIST)
    assert "Being looked into" in listed
    assert "https://a.example/report" not in listed


def test_correction_that_answers_must_be_a_newer_correction(
    current: CurrentEdition, editor: User
) -> None:
    challenge = make_challenge(current)
    for number, words in ((1, "after edition 1"), (2, "after edition 1"), (None, "after edition")):
        with pytest.raises(ValidationError, match=words):
            answer(challenge, editor, outcome=ChallengeStatus.CORRECTED, edition=number)
    correct(EditionKind.UPDATED)
    with pytest.raises(ValidationError, match="not a correction"):
        answer(challenge, editor, outcome=ChallengeStatus.CORRECTED, edition=2)
    correct()
    answered = answer(challenge, editor, outcome=ChallengeStatus.CORRECTED, edition=3)
    assert (answered.answered_edition, answered.decided_by) == (3, editor)


def test_added_source_must_be_in_the_newer_edition_and_not_in_the_older(
    current: CurrentEdition, editor: User
) -> None:
    challenge = make_challenge(current)
    correct(EditionKind.UPDATED)
    with pytest.raises(ValidationError, match="no source that was not there"):
        answer(challenge, editor, outcome=ChallengeStatus.SOURCE_ADDED, edition=2)
    added = copy.deepcopy(seed_content()["sources"])
    added[0]["uuid"] = "00000000-0000-4000-8000-000000000001"
    sources = [*seed_content()["sources"], added[0]]
    correct(EditionKind.UPDATED, sources=sources)
    answered = answer(challenge, editor, outcome=ChallengeStatus.SOURCE_ADDED, edition=3)
    assert answered.status == ChallengeStatus.SOURCE_ADDED


@pytest.mark.parametrize(
    "changes", [{"answer": " "}, {"outcome": "open"}, {"outcome": "unconfirmed"}, {"outcome": "x"}]
)
def test_answer_needs_an_outcome_and_words(
    current: CurrentEdition, editor: User, changes: dict[str, str]
) -> None:
    challenge = make_challenge(current)
    with pytest.raises(ValidationError):
        answer(challenge, editor, **changes)
    challenge.refresh_from_db()
    assert challenge.status == ChallengeStatus.OPEN


def test_challenge_is_answered_once(current: CurrentEdition, editor: User) -> None:
    challenge = answer(make_challenge(current), editor)
    with pytest.raises(ValidationError, match="does not wait"):
        answer(challenge, editor)


def test_answer_and_assignment_need_the_permission(current: CurrentEdition, editor: User) -> None:
    challenge, nobody = make_challenge(current), make_user()
    with pytest.raises(PermissionDenied):
        answer(challenge, nobody)
    with pytest.raises(PermissionDenied):
        assign_challenge(challenge=challenge, to=nobody, user=nobody)
    with pytest.raises(ValidationError, match="may not answer"):
        assign_challenge(challenge=challenge, to=nobody, user=editor)
    assert assign_challenge(challenge=challenge, to=editor, user=editor).assigned_to == editor


# -- What it costs --------------------------------------------------------------------------------


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_article_that_nobody_challenged_costs_no_query_more(
    client: Client, current: CurrentEdition, editor: User
) -> None:
    before = cost(client, ARTICLE)
    challenge = make_challenge(current)
    answer(challenge, editor)
    assert cost(client, ARTICLE) == before + 1


def test_list_costs_the_same_with_ten_times_the_challenges(
    client: Client, current: CurrentEdition
) -> None:
    make_challenge(current)
    few = cost(client, LIST)
    for number in range(10):
        make_challenge(current, email=f"reader{number}@example.org")
    assert cost(client, LIST) == few
