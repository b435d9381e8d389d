"""Translations are drafts that need reviews of their own."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import Locale

from articles.actions.gatekeeping import PublicationRefused
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.models.workflow import FourEyesRefused
from tests.articles.doors.builders import post
from tests.articles.doors.reading import assert_read, assert_unread
from tests.articles.newsroom import Desk, approve, fresh, make_published, republish, submit


def test_translation_is_a_draft_that_needs_reviews_of_its_own(desk: Desk, client: Client) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    translation = article.copy_for_translation(german, copy_parents=True)
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        translation.get_latest_revision().publish(user=desk.editor)
    assert not translation.live
    assert translation.uuid != article.uuid
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_translation_that_both_reviews_passed_is_read_in_the_tree_of_its_language(
    desk: Desk,
) -> None:
    german = Locale.objects.create(language_code="de")
    translation = make_published(desk).copy_for_translation(german)
    republish(desk, translation)
    edition = assert_read(translation)
    assert edition.address == "de/briefings/harbour-board-meets/"
    assert (edition.number, edition.language) == (1, "de")


def test_untouched_translation_is_not_reviewed_by_who_wrote_the_original(desk: Desk) -> None:
    german = Locale.objects.create(language_code="de")
    translation = make_published(desk).copy_for_translation(german)
    submit(desk, translation)
    with pytest.raises(FourEyesRefused):
        approve(fresh(translation), desk.analyst)


def test_translation_by_alias_is_refused(desk: Desk) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        article.copy_for_translation(german, copy_parents=True, alias=True)


def test_submitted_translation_is_a_draft(desk: Desk, client: Client) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    post(
        client,
        desk.editor,
        "simple_translation:submit_page_translation",
        article.pk,
        locales=[german.pk],
    )
    translation = ArticlePage.objects.get(locale=german)
    assert_unread(client, translation)
    assert translation.language == "de"
    assert CurrentEdition.objects.get().article_uuid == article.uuid
