"""An approval is of the words that were on the screen: not of those that were saved meanwhile."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.models.workflow import ChangedSinceOpened
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_published,
    revise,
    seen,
    submit,
)

CHANGED = "This briefing was changed since you opened it"


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    """A briefing that waits for its last approval."""
    submitted = submit(desk, make_draft(desk))
    approve(submitted, desk.editor)
    return fresh(submitted)


def address(article: ArticlePage, deed: str = "approve") -> str:
    place = [article.pk, deed, fresh(article).current_workflow_task_state.pk]
    return reverse("wagtailadmin_pages:workflow_action", args=place)


def press(client: Client, user: User, article: ArticlePage, words: dict[str, str]) -> str:
    """The button of the Checks screen; what is told afterwards."""
    client.force_login(user)
    return client.post(address(article), words, follow=True).content.decode()


def change(desk: Desk, article: ArticlePage) -> None:
    """Somebody else saves other words, and the source check is given of them."""
    revise(article, desk.analyst, standfirst="Nothing of it is true.")


# -- The button -------------------------------------------------------------------------------


def test_what_was_looked_at_is_approved(desk: Desk, client: Client, article: ArticlePage) -> None:
    press(client, desk.second_editor, article, seen(article))
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_words_that_were_saved_meanwhile_are_not_approved(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    opened = seen(article)
    change(desk, article)
    assert CHANGED in press(client, desk.second_editor, fresh(article), opened)
    assert fresh(article).current_workflow_task_state.status == "in_progress"
    assert not CurrentEdition.objects.exists()


def test_whoever_looks_again_may_approve(desk: Desk, client: Client, article: ArticlePage) -> None:
    opened = seen(article)
    change(desk, article)
    press(client, desk.second_editor, fresh(article), opened)
    state = fresh(article).current_workflow_task_state
    press(client, desk.second_editor, fresh(article), seen(fresh(article)))
    state.refresh_from_db()
    assert state.status == "approved"


def test_same_words_saved_again_are_the_same_words(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    opened = seen(article)
    revise(article, desk.analyst)
    press(client, desk.second_editor, fresh(article), opened)
    assert CurrentEdition.objects.exists()


@pytest.mark.parametrize("words", [{}, {"seen": ""}, {"seen": "x" * 64}], ids=str)
def test_approval_that_does_not_say_of_what_is_refused(
    desk: Desk, client: Client, article: ArticlePage, words: dict[str, str]
) -> None:
    assert CHANGED in press(client, desk.second_editor, article, words)
    assert not CurrentEdition.objects.exists()


def test_changes_are_asked_for_of_whatever_stands_there(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    change(desk, article)
    client.force_login(desk.second_editor)
    client.post(address(article, "reject"), {"comment": "Not so."})
    assert fresh(article).current_workflow_state.status == "needs_changes"


# -- The modal --------------------------------------------------------------------------------


def test_modal_says_what_was_seen_when_it_opened(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    client.force_login(desk.second_editor)
    html = client.get(address(article)).json()["html"]
    assert f'name="seen" value="{seen(article)["seen"]}"' in html


def test_modal_that_is_out_of_date_leads_to_the_checks(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    words = {"comment": "Fine.", **seen(article)}
    change(desk, article)
    client.force_login(desk.second_editor)
    asked = {"X-Requested-With": "XMLHttpRequest"}
    answer = client.post(address(article), words, headers=asked).json()
    assert answer["redirect"] == reverse("assay_checks", args=[article.pk])
    assert CHANGED in client.get(answer["redirect"]).content.decode()
    assert not CurrentEdition.objects.exists()


# -- The editor -------------------------------------------------------------------------------


def in_the_editor(client: Client, user: User, article: ArticlePage, revision: Any) -> str:
    """The button under the editor, whose form was opened at a revision."""
    client.force_login(user)
    form = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "loaded_revision_id": str(revision.pk),
        "loaded_revision_created_at": revision.created_at.isoformat(),
    }
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    return client.post(edit, form, follow=True).content.decode()


def test_editor_that_is_out_of_date_approves_nothing_and_saves_nothing(
    desk: Desk, client: Client, article: ArticlePage
) -> None:
    opened = article.get_latest_revision()
    change(desk, article)
    newest = fresh(article).latest_revision_id
    assert CHANGED in in_the_editor(client, desk.second_editor, fresh(article), opened)
    assert fresh(article).latest_revision_id == newest
    assert not CurrentEdition.objects.exists()


# -- In bulk, and in code ---------------------------------------------------------------------


def test_bulk_publication_publishes_no_words_that_were_saved_after_the_approval(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    article.unpublish(user=desk.editor)
    change(desk, fresh(article))
    client.force_login(desk.editor)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={article.pk}&next=/admin/", {})
    assert not CurrentEdition.objects.exists()


def test_task_itself_compares_under_its_lock(desk: Desk, article: ArticlePage) -> None:
    opened = seen(article)
    change(desk, article)
    state = fresh(article).current_workflow_task_state.specific
    with pytest.raises(ChangedSinceOpened):
        state.approve(user=desk.second_editor, **opened)
