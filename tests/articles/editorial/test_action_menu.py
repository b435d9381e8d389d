"""The primary button is the next step, and Publish waits for approval."""

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models.pages import ArticlePage
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_published,
    submit,
)


def _names(client: Client, user: User, article: ArticlePage) -> list[str]:
    client.force_login(user)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    menu = response.context["action_menu"]
    return [item.name for item in (menu.default_item, *menu.menu_items)]


def test_new_briefing_can_be_saved_but_not_published(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", desk.briefings.pk])
    menu = client.get(address).context["action_menu"]
    assert menu.default_item.name == "action-save-draft"
    assert "action-publish" not in [item.name for item in menu.menu_items]


def test_other_pages_keep_their_publish_button(desk: Desk, client: Client) -> None:
    assert "action-publish" in _names(client, desk.editor, desk.briefings)


def test_draft_is_submitted_next(desk: Desk, client: Client) -> None:
    names = _names(client, desk.editor, make_draft(desk))
    assert names[0] == "action-submit"
    assert "action-publish" not in names


def test_reviewer_approves_next(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    assert _names(client, desk.editor, article)[0] == "approve"


def test_last_editor_cannot_approve(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    names = _names(client, desk.analyst, article)
    assert "approve" not in names
    assert names[0] == "action-save-draft"


def test_last_approval_says_that_it_publishes(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    client.force_login(desk.second_editor)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert response.context["action_menu"].default_item.label == "Approve and publish"


def test_approved_content_that_is_offline_is_published_next(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    article.unpublish(user=desk.editor)
    assert _names(client, desk.editor, fresh(article))[0] == "action-publish"
