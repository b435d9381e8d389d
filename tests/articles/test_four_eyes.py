"""The four eyes on a text: whoever edited it last has no say, and an edit voids a review."""

import pytest

from articles.gate import approval_findings, findings
from articles.models.fingerprints import last_content_editor_id
from articles.models.workflow import FourEyesRefused
from tests.articles.cases import ABOUT_REVIEW, missing
from tests.articles.newsroom import Desk, approve, fresh, make_approved, make_draft, revise, submit


def test_new_draft_lacks_both_reviews(desk: Desk) -> None:
    assert missing(make_draft(desk)) == ABOUT_REVIEW


def test_source_check_leaves_the_approval_missing(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    assert missing(article) == {findings.NOT_APPROVED}


def test_last_editor_of_the_content_cannot_approve(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    with pytest.raises(FourEyesRefused, match="somebody else has to approve"):
        approve(article, desk.analyst)
    assert missing(article) == ABOUT_REVIEW


def test_editor_who_changed_a_word_has_become_the_last_editor(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.editor, standfirst="The board met on Friday.")
    article = submit(desk, fresh(article))
    with pytest.raises(FourEyesRefused):
        approve(article, desk.editor)
    approve(fresh(article), desk.analyst)
    assert missing(article) == {findings.NOT_APPROVED}


def test_nobody_cannot_approve(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    with pytest.raises(FourEyesRefused):
        article.current_workflow_task_state.specific.approve(user=None)


def test_one_person_may_give_both_reviews_of_what_somebody_else_wrote(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    approve(fresh(article), desk.editor)
    assert fresh(article).live


def test_saving_what_stands_there_already_makes_nobody_an_editor(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.editor)
    assert last_content_editor_id(fresh(article)) == desk.analyst.pk


def test_saving_the_same_words_between_the_reviews_asks_for_none_again(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    revise(article, desk.analyst)
    approve(fresh(article), desk.second_editor)
    assert fresh(article).live


def test_edit_after_the_approval_voids_it(desk: Desk) -> None:
    article = make_approved(desk)
    assert missing(article) == set()
    revise(article, desk.analyst, standfirst="Something else.")
    assert missing(article) == ABOUT_REVIEW


def test_edit_between_the_reviews_voids_the_first(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    revise(article, desk.analyst, standfirst="Something else.")
    approve(fresh(article), desk.second_editor)
    assert missing(article) == {findings.NOT_CHECKED}
    assert not fresh(article).live


def test_reviewer_who_brings_the_text_back_counts_as_its_editor(desk: Desk) -> None:
    article = make_approved(desk)
    words = article.standfirst
    revise(article, desk.second_editor, standfirst="Something else.")
    revise(article, desk.second_editor, standfirst=words)
    assert missing(article) == {findings.NOT_APPROVED}


def test_approved_revision_stays_approved_whoever_edits_later(desk: Desk) -> None:
    article = make_approved(desk)
    approved = article.get_latest_revision()
    revise(article, desk.second_editor, standfirst="Something else.")
    assert not list(approval_findings(article=fresh(article), revision=approved))
