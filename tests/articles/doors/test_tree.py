"""The page tree, and what stood in it before."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles.actions.gatekeeping import GateClosed, PublicationRefused
from articles.models.folders import ArticleIndexPage, HomePage
from articles.models.pages import ArticlePage
from tests.articles.doors.builders import make_folder
from tests.articles.doors.reading import assert_read, assert_unread
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_published,
    republish,
    revise,
)


def test_second_briefing_at_an_address_is_refused_in_words(desk: Desk) -> None:
    make_published(desk)
    home = HomePage(title="Another tree", slug="another")
    Page.get_first_root_node().add_child(instance=home)
    folder = home.add_child(instance=ArticleIndexPage(title="Briefings", slug="briefings"))
    other = make_draft(replace(desk, briefings=folder))
    desk.briefings.get_workflow().start(other, desk.analyst)
    approve(fresh(other), desk.editor)
    with pytest.raises(GateClosed, match="Another briefing is read at"):
        approve(fresh(other), desk.second_editor)


def test_moved_draft_stays_a_draft(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    article.move(make_folder(desk), pos="last-child", user=desk.editor)
    assert_unread(client, fresh(article))


def test_reverting_makes_a_draft_and_publishes_nothing(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    revise(article, desk.analyst, standfirst="Not this either.")
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, never_approved.pk])
    client.get(address)
    assert assert_read(article).number == 1


def test_older_revision_that_nobody_approved_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    republish(desk, _revised(article, desk, standfirst="For readers."))
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        never_approved.publish(user=desk.editor, previous_revision=never_approved)
    assert assert_read(article).standfirst == "For readers."


def test_state_that_was_approved_once_may_return(desk: Desk) -> None:
    article = make_published(desk)
    approved = article.live_revision
    republish(desk, _revised(article, desk, standfirst="For readers."))
    approved.publish(user=desk.editor, previous_revision=approved)
    assert assert_read(article).number == 3


def _revised(article: ArticlePage, desk: Desk, **values: Any) -> ArticlePage:
    revise(article, desk.analyst, **values)
    return article
