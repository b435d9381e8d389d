"""Code that goes to the page, the revision or the table."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from articles.actions.gatekeeping import PublicationRefused
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from tests.articles.doors.builders import make_folder
from tests.articles.doors.reading import assert_read, assert_unread
from tests.articles.newsroom import Desk, fresh, make_approved, make_draft, revise


def _save_live(article: ArticlePage) -> None:
    article.live = True
    article.save()


def _save_live_as_a_plain_page(article: ArticlePage) -> None:
    page = Page.objects.get(pk=article.pk)
    page.live = True
    page.save()


def _add_live(article: ArticlePage) -> None:
    twin = ArticlePage(title="Twin", slug="twin", standfirst="Twin.", live=True)
    article.get_parent().add_child(instance=twin)


def _add_live_beside(article: ArticlePage) -> None:
    twin = ArticlePage(title="Twin", slug="twin", standfirst="Twin.", live=True)
    article.add_sibling(instance=twin)


def _publish_revision(article: ArticlePage) -> None:
    article.get_latest_revision().publish()


def _publish_page(article: ArticlePage) -> None:
    article.publish(article.get_latest_revision())


def _publish_by_wagtails_action(article: ArticlePage) -> None:
    PublishPageRevisionAction(article.get_latest_revision()).execute(skip_permission_checks=True)


@pytest.mark.parametrize(
    "attempt",
    [
        _save_live,
        _save_live_as_a_plain_page,
        _add_live,
        _add_live_beside,
        _publish_revision,
        _publish_page,
        _publish_by_wagtails_action,
    ],
)
def test_code_cannot_make_a_draft_live(
    desk: Desk, client: Client, attempt: Callable[[ArticlePage], None]
) -> None:
    article = make_draft(desk)
    with pytest.raises(PublicationRefused):
        attempt(article)
    assert_unread(client, article)
    assert not CurrentEdition.objects.exists()


@pytest.mark.parametrize("attempt", [_publish_revision, _publish_page])
def test_code_may_publish_what_was_approved(
    desk: Desk, attempt: Callable[[ArticlePage], None]
) -> None:
    article = make_approved(desk)
    attempt(article)
    assert assert_read(article).number == 3


def test_revision_is_published_as_it_is_stored_whatever_is_in_hand(desk: Desk) -> None:
    article = make_approved(desk)
    revision = article.get_latest_revision()
    revision.content["standfirst"] = "Not for readers."
    revision.publish(user=desk.editor)
    assert assert_read(article).standfirst == "The board met and ordered figures."


def test_wagtails_own_action_is_closed_even_to_what_was_approved(desk: Desk) -> None:
    article = make_approved(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        _publish_by_wagtails_action(article)
    assert not CurrentEdition.objects.exists()


def test_pages_cannot_be_made_in_bulk(desk: Desk) -> None:
    page = ArticlePage(title="Twin", slug="twin", path="00010001000100099", depth=4, live=True)
    with pytest.raises(ValueError, match="multi-table inherited"):
        ArticlePage.objects.bulk_create([page])


def test_row_that_was_set_live_past_every_model_is_still_unread(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    ArticlePage.objects.filter(pk=article.pk).update(
        live=True, live_revision=article.latest_revision
    )
    revise(article, desk.analyst, standfirst="A save makes nothing public.")
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        fresh(article).move(make_folder(desk), pos="last-child")
    assert not CurrentEdition.objects.exists()
    assert client.get(f"/{article.public_address}").status_code == 404
