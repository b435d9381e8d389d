"""The API of Wagtail's admin."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from tests.articles.doors.builders import make_folder
from tests.articles.doors.reading import assert_read, assert_unread, told
from tests.articles.newsroom import Desk, fresh, make_draft, make_published, revise


def _call(client: Client, user: User, page: Page, deed: str, **data: Any) -> Any:
    client.force_login(user)
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, deed])
    return client.post(address, data, content_type="application/json")


def test_admin_api_refuses_to_publish_a_draft_in_words(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    response = _call(client, desk.editor, article, "publish")
    assert response.status_code == 400
    assert "without the gate" in told(response)
    assert_unread(client, article)


@pytest.mark.parametrize(
    ("deed", "data"),
    [
        ("copy", {"slug": "copy"}),
        ("copy", {"slug": "copy", "keep_live": True}),
        ("create_alias", {"update_slug": "alias", "recursive": False}),
        ("copy_for_translation", {"locale": "de", "copy_parents": True, "alias": True}),
    ],
)
def test_admin_api_refuses_what_would_be_public_at_once(
    desk: Desk, client: Client, deed: str, data: dict[str, Any]
) -> None:
    Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    response = _call(client, desk.editor, article, deed, **data)
    assert response.status_code == 400
    assert told(response)
    assert ArticlePage.objects.count() == 1


def test_admin_api_refuses_a_copied_subtree_as_a_whole(desk: Desk, client: Client) -> None:
    make_published(desk)
    response = _call(client, desk.editor, desk.briefings, "copy", slug="copies", recursive=True)
    assert told(response)
    assert not Page.objects.filter(slug="copies").exists()


@pytest.mark.parametrize(
    ("deed", "data"),
    [
        ("copy", {"slug": "copy", "keep_live": False}),
        ("copy_for_translation", {"locale": "de", "copy_parents": True}),
    ],
)
def test_admin_api_copies_into_drafts(
    desk: Desk, client: Client, deed: str, data: dict[str, Any]
) -> None:
    Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    assert _call(client, desk.editor, article, deed, **data).status_code == 201
    copy = ArticlePage.objects.exclude(pk=article.pk).get()
    assert not copy.live
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_admin_api_reverts_into_a_draft(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    revise(article, desk.analyst, standfirst="Not this either.")
    data = {"revision_id": never_approved.pk}
    _call(client, desk.editor, article, "revert_to_page_revision", **data)
    latest = fresh(article).get_latest_revision_as_object()
    assert latest.standfirst == "Not for readers."
    assert assert_read(article).standfirst == "The board met and ordered figures."


def test_admin_api_moves_with_an_edition(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    data = {"destination_page_id": make_folder(desk).pk, "position": "last-child"}
    assert _call(client, desk.editor, article, "move", **data).status_code == 200
    assert assert_read(article).kind == EditionKind.MOVED


def test_admin_api_converts_no_alias_into_a_public_page(desk: Desk, client: Client) -> None:
    article, alias = make_published(desk), make_draft(desk, title="Alias")
    ArticlePage.objects.filter(pk=alias.pk).update(alias_of=article, live=True)
    response = _call(client, desk.editor, alias, "convert_alias")
    assert "without the gate" in told(response)
    assert not CurrentEdition.objects.filter(article_uuid=alias.uuid).exists()


def test_admin_api_unpublishes_with_an_edition(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    assert _call(client, desk.editor, article, "unpublish").status_code == 200
    assert not CurrentEdition.objects.exists()
    assert Edition.objects.of_article(article.uuid)[0].kind == EditionKind.WITHDRAWN


@pytest.mark.parametrize("address", ["/admin/api/v2/", "/api/v2/pages/", "/api/v3/pages/"])
def test_no_other_api_of_wagtails_is_mounted(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code in (302, 404)
