"""Each step is refused exactly where the policy says so, through every door that takes it."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from articles.actions.gatekeeping import (
    GateClosed,
    PublicationRefused,
    findings_of_draft,
    require_open_gate,
)
from articles.enums import Transition
from articles.gate import POLICY, RULES, Severity
from articles.gate.policy import severities_of
from articles.models.pages import ArticlePage
from tests.articles.cases import CASES, Case
from tests.articles.newsroom import Desk, approve, block, fresh, make_draft, revise, submit

NEVER_SAID = "The board never said this."
REVIEW_STEPS = (Transition.SUBMIT, Transition.SOURCE_CHECK, Transition.APPROVE)


# -- The policy -----------------------------------------------------------------------------------
def test_policy_places_every_rule_once() -> None:
    codes = [code for stage in POLICY for code in stage.codes]
    assert sorted(codes) == sorted(RULES)


def test_rule_without_a_place_in_the_policy_cannot_be_made() -> None:
    with pytest.raises(LookupError, match="does not say where “made-up” stops"):
        severities_of("made-up")


@pytest.mark.parametrize("code", RULES)
def test_what_stops_a_step_stops_every_later_one(code: str) -> None:
    stops = [RULES[code].blocks_at(step) for step in Transition]
    assert stops == sorted(stops)


def test_only_reviews_are_silent_before_their_time() -> None:
    silent = {code for code, rule in RULES.items() if Severity.SILENT in rule.severities.values()}
    assert silent == {"not-source-checked", "not-approved"}


# -- The steps ------------------------------------------------------------------------------------
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule.code)
def test_step_is_refused_exactly_where_the_policy_says(desk: Desk, case: Case) -> None:
    article = make_draft(desk)
    case.change(desk, article)
    article.save_revision(user=desk.analyst, clean=False)
    for step in REVIEW_STEPS:
        refused = _refused(article, step)
        assert (case.rule.code in refused) is case.rule.blocks_at(step), step


def _refused(article: ArticlePage, step: Transition) -> set[str]:
    """The codes for which the step is refused."""
    try:
        require_open_gate(article=article, step=step)
    except GateClosed as refusal:
        return {finding.code for finding in refusal.findings}
    return set()


def _damage(desk: Desk, article: ArticlePage) -> ArticlePage:
    """What not even its author may submit."""
    revise(article, desk.analyst, body=[block("heading", "Nothing follows")])
    return fresh(article)


def test_submission_is_refused_in_words_and_starts_nothing(desk: Desk, client: Client) -> None:
    article = _damage(desk, make_draft(desk))
    client.force_login(desk.analyst)
    address = reverse("assay_checks", args=[article.pk])
    html = client.post(address, {"step": "submit"}, follow=True).content.decode()
    assert "“Harbour board meets” was not submitted." in html
    assert "Nothing stands under “Nothing follows”." in html
    assert not WorkflowState.objects.exists()


def test_what_only_the_source_check_asks_may_be_submitted(desk: Desk) -> None:
    assert submit(desk, make_draft(desk, quote=NEVER_SAID)).workflow_in_progress


def test_review_goes_on_after_changes_only_through_the_gate(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    state = article.current_workflow_task_state
    state.task.specific.on_action(state.specific, desk.editor, "reject")
    article = _damage(desk, article)
    with pytest.raises(GateClosed, match="Nothing stands under"):
        article.current_workflow_state.resume(desk.analyst)
    stored = WorkflowState.objects.get()
    assert stored.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert stored.current_task_state is not None


def test_source_check_is_refused_where_a_quote_is_in_no_document(desk: Desk) -> None:
    article = submit(desk, make_draft(desk, quote=NEVER_SAID))
    with pytest.raises(GateClosed, match="does not stand in the document") as refused:
        approve(article, desk.editor)
    assert refused.value.step is Transition.SOURCE_CHECK
    assert fresh(article).current_workflow_task_state.status == "in_progress"


def test_approval_is_refused_where_nobody_answers_for_the_machine(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.analyst, ai_tool="a language model")
    article = submit(desk, fresh(article))
    approve(article, desk.editor)
    with pytest.raises(GateClosed, match="nobody answers for the text") as refused:
        approve(fresh(article), desk.second_editor)
    assert refused.value.step is Transition.APPROVE
    assert not isinstance(refused.value, PublicationRefused)


# -- What to do about a missing review ------------------------------------------------------------
def _advice(article: ArticlePage) -> str:
    found = {each.code: each for each in findings_of_draft(article=fresh(article))}
    return found["not-approved"].remedy


def test_draft_that_nobody_reviews_is_to_be_submitted(desk: Desk) -> None:
    assert _advice(make_draft(desk)).startswith("Submit the briefing for review")


def test_review_under_way_waits_for_somebody_else(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    assert _advice(article).startswith("The review is under way: “Source check” waits")
    approve(article, desk.editor)
    assert _advice(article).startswith("The review is under way: “Editorial approval” waits")


def test_review_that_asked_for_changes_waits_for_them(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    state = article.current_workflow_task_state
    state.task.specific.on_action(state.specific, desk.editor, "reject")
    assert _advice(article) == "Changes were asked for: make them and submit the briefing again."


# -- manage.py preflight --------------------------------------------------------------------------
def _preflight(*names: object, **options: Any) -> str:
    said = io.StringIO()
    try:
        call_command("preflight", *(str(name) for name in names), stdout=said, **options)
    except CommandError as error:
        said.write(f"exit {error.returncode}: {error}\n")
    return said.getvalue()


def test_preflight_tells_what_blocks_publication_and_fails(desk: Desk) -> None:
    article = make_draft(desk, quote=NEVER_SAID)
    said = _preflight(article.pk)
    assert f"Harbour board meets ({article.pk})" in said
    assert f"blocks  quote-not-found [body {article.body.raw_data[1]['id']}]: “The board" in said
    assert "blocks  not-approved: Nobody has approved this version." in said
    assert "exit 1: Publication is blocked for 1 briefing(s)." in said


@pytest.mark.parametrize("name", ["pk", "slug", "uuid"])
def test_preflight_of_an_earlier_step_does_not_ask_for_reviews(desk: Desk, name: str) -> None:
    article = make_draft(desk)
    said = _preflight(getattr(article, name), transition="submit")
    assert said == f"Harbour board meets ({article.pk})\n  clear\n"


def test_preflight_speaks_to_machines(desk: Desk) -> None:
    article = make_draft(desk, quote=NEVER_SAID)
    (told,) = json.loads(_preflight(article.slug, transition="submit", json=True))
    assert (told["page"], told["uuid"]) == (article.pk, str(article.uuid))
    assert {(each["code"], each["severity"]) for each in told["findings"]} == {
        ("quote-not-found", "warns")
    }
    assert {"message", "field", "block", "remedy"} < told["findings"][0].keys()


def test_preflight_without_names_looks_at_every_draft(desk: Desk) -> None:
    make_draft(desk)
    make_draft(desk, title="Another")
    assert "blocked for 2 briefing(s)" in _preflight()


def test_preflight_of_nothing_says_so(desk: Desk) -> None:
    for name in ("nothing", "9" * 25):
        assert f"No briefing is called “{name}”." in _preflight(name)
