"""Copies are drafts, and there are no aliases."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction

from articles.actions.gatekeeping import PublicationRefused
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from tests.articles.doors.builders import make_folder
from tests.articles.doors.reading import assert_unread
from tests.articles.newsroom import Desk, fresh, make_draft, make_published


def test_copy_of_a_public_briefing_is_a_draft_that_needs_reviews_of_its_own(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    copy = article.copy(update_attrs={"slug": "copy"}, keep_live=False, user=desk.analyst)
    assert copy.uuid != article.uuid
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        copy.get_latest_revision().publish(user=desk.editor)
    assert_unread(client, copy)


def test_copy_under_another_folder_takes_no_approval_along(desk: Desk, client: Client) -> None:
    """Not a word differs there, the slug included."""
    article = make_published(desk)
    copy = article.copy(to=make_folder(desk), keep_live=False, user=desk.second_editor)
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        copy.get_latest_revision().publish(user=desk.editor)
    assert_unread(client, copy)


def test_copy_that_would_stay_live_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        article.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_copy_of_a_subtree_that_would_stay_live_is_refused(desk: Desk) -> None:
    make_published(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        desk.briefings.copy(recursive=True, update_attrs={"slug": "copies"}, keep_live=True)
    assert ArticlePage.objects.live().count() == 1


@pytest.mark.parametrize("make", [make_draft, make_published])
def test_alias_is_refused(desk: Desk, make: Callable[[Desk], ArticlePage]) -> None:
    article = make(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        article.create_alias(update_slug="alias")
    assert ArticlePage.objects.count() == 1


def test_alias_of_a_subtree_is_refused(desk: Desk) -> None:
    make_published(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        CreatePageAliasAction(desk.briefings, recursive=True, update_slug="aliases").execute()


def test_alias_from_a_backup_becomes_public_neither_with_its_page_nor_as_a_page(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    alias = make_draft(desk, title="Alias")
    ArticlePage.objects.filter(pk=alias.pk).update(alias_of=article, live=True)
    with pytest.raises(PublicationRefused, match="without the gate"):
        ConvertAliasPageAction(fresh(alias), user=desk.editor).execute()
    assert CurrentEdition.objects.get().article_uuid == article.uuid
