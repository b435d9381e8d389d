"""The reviews: the last of them publishes."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from articles.actions.gatekeeping import PublicationRefused
from articles.enums import EditionKind
from articles.models.pages import ArticlePage
from tests.articles.doors.builders import form, make_typed, post
from tests.articles.doors.reading import assert_read, assert_unread, told
from tests.articles.newsroom import Desk, approve, fresh, make_draft, seen, submit


def _approve_in_the_admin(client: Client, user: User, article: ArticlePage) -> Any:
    article = fresh(article)
    place = (article.pk, "approve", article.current_workflow_task_state.pk)
    return post(client, user, "wagtailadmin_pages:workflow_action", *place, **seen(article))


def test_source_check_alone_does_not_publish(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    _approve_in_the_admin(client, desk.editor, article)
    assert_unread(client, article)


def test_last_approval_publishes_through_one_edition(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    _approve_in_the_admin(client, desk.editor, article)
    _approve_in_the_admin(client, desk.second_editor, article)
    edition = assert_read(article)
    assert (edition.number, edition.kind) == (1, EditionKind.PUBLISHED)
    assert edition.issued_by_name == "Emil"


def test_last_approval_is_refused_where_the_text_is_not_clear(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk, quote="The board never said this."))
    _approve_in_the_admin(client, desk.editor, article)
    response = _approve_in_the_admin(client, desk.second_editor, article)
    assert "does not stand in the document" in told(response)
    assert_unread(client, article)


def test_last_editor_who_asks_for_approval_anyway_is_refused(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    state = article.current_workflow_task_state.specific
    response = _approve_in_the_admin(client, desk.analyst, article)
    assert response.status_code == 302
    state.refresh_from_db()
    assert state.status == "in_progress"
    assert_unread(client, article)


def _approve_in_the_editor(
    desk: Desk, client: Client, user: User, article: ArticlePage, **values: str
) -> Any:
    """The button under the editor, which saves the form before it approves."""
    client.force_login(user)
    button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    return client.post(address, form(desk, fresh(article), **values) | button)


def test_approving_in_the_editor_publishes_what_stands_there_unchanged(
    desk: Desk, client: Client
) -> None:
    article = submit(desk, make_typed(desk, client))
    _approve_in_the_editor(desk, client, desk.editor, article)
    assert_unread(client, article)
    _approve_in_the_editor(desk, client, desk.second_editor, article)
    assert assert_read(article).number == 1


def test_changing_a_word_while_approving_is_refused_and_kept_as_a_draft(
    desk: Desk, client: Client
) -> None:
    article = submit(desk, make_typed(desk, client))
    response = _approve_in_the_editor(
        desk, client, desk.editor, article, standfirst="The editor's words."
    )
    assert "somebody else has to approve it" in told(response)
    assert_unread(client, article)
    assert fresh(article).get_latest_revision_as_object().standfirst == "The editor's words."
    assert fresh(article).current_workflow_task_state.status == "in_progress"


def test_base_class_of_a_review_cannot_approve(desk: Desk, client: Client) -> None:
    """Wagtail's `TaskState.approve` knows no fingerprint, so what it approves does not count."""
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    state = fresh(article).current_workflow_state.current_task_state
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        state.approve(user=desk.second_editor)
    assert_unread(client, article)


def test_review_that_somebody_else_has_just_given_is_not_given_again(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    one, other = (article.current_workflow_task_state.specific for _ in range(2))
    one.approve(user=desk.editor)
    with pytest.raises(PermissionDenied):
        other.approve(user=desk.second_editor)
    assert fresh(article).current_workflow_task_state.task.name == "Editorial approval"
