"""What the tree does to the record: each deed writes its edition, or closes the door, with itself.

Callbacks that wait for the end of a transaction never run in these tests: what they see happened
in the transaction of the deed.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from articles.actions import standing
from articles.actions.standing import reconcile, retract
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, fresh, make_draft, make_published, revise
from tests.articles.test_publishing import CrashError, crash, newest


def make_folder(desk: Desk, *, is_private: bool = False) -> ArticleIndexPage:
    """Another folder beside the briefings."""
    folder = ArticleIndexPage(title="Archive", slug="archive")
    desk.briefings.get_parent().add_child(instance=folder)
    if is_private:
        make_private(folder)
    return folder


def make_private(page: Page) -> PageViewRestriction:
    """Let nobody in who is not signed in."""
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def plain(page: Page) -> Page:
    """The page as the base class, as Wagtail's own code often holds it."""
    return Page.objects.get(pk=page.pk)


# -- Doors that close -----------------------------------------------------------------------------


def _unpublish(_desk: Desk, article: ArticlePage) -> None:
    article.unpublish()


def _unpublish_plain(_desk: Desk, article: ArticlePage) -> None:
    plain(article).unpublish()


def _save_not_live(_desk: Desk, article: ArticlePage) -> None:
    article.live = False
    article.save()


def _save_plain_not_live(_desk: Desk, article: ArticlePage) -> None:
    page = plain(article)
    page.live = False
    page.save()


def _restrict(_desk: Desk, article: ArticlePage) -> None:
    make_private(article)


def _restrict_folder(desk: Desk, _article: ArticlePage) -> None:
    make_private(desk.briefings)


def _restrict_home(desk: Desk, _article: ArticlePage) -> None:
    make_private(desk.briefings.get_parent())


def _move_under_private(desk: Desk, article: ArticlePage) -> None:
    article.move(make_folder(desk, is_private=True), pos="last-child")


def _move_plain_under_private(desk: Desk, article: ArticlePage) -> None:
    plain(article).move(make_folder(desk, is_private=True), pos="last-child")


def _move_folder_under_private(desk: Desk, _article: ArticlePage) -> None:
    desk.briefings.move(make_folder(desk, is_private=True), pos="last-child")


def _move_by_command(desk: Desk, _article: ArticlePage) -> None:
    folder = make_folder(desk, is_private=True)
    call_command("move_pages", desk.briefings.pk, folder.pk, verbosity=0)


def _delete(_desk: Desk, article: ArticlePage) -> None:
    article.delete()


def _delete_plain(_desk: Desk, article: ArticlePage) -> None:
    plain(article).delete()


def _delete_queryset(_desk: Desk, article: ArticlePage) -> None:
    ArticlePage.objects.filter(pk=article.pk).delete()


def _delete_folder(desk: Desk, _article: ArticlePage) -> None:
    ArticleIndexPage.objects.get(pk=desk.briefings.pk).delete()


CLOSING = [
    _unpublish,
    _unpublish_plain,
    _save_not_live,
    _save_plain_not_live,
    _restrict,
    _restrict_folder,
    _restrict_home,
    _move_under_private,
    _move_plain_under_private,
    _move_folder_under_private,
    _move_by_command,
    _delete,
    _delete_plain,
    _delete_queryset,
    _delete_folder,
]
Deed = Callable[[Desk, ArticlePage], None]


@pytest.mark.parametrize("deed", CLOSING)
def test_what_closes_a_page_withdraws_it_with_one_edition(
    desk: Desk, client: Client, deed: Deed
) -> None:
    article = make_published(desk)
    deed(desk, article)
    assert not CurrentEdition.objects.exists()
    edition = newest(article)
    assert (edition.number, edition.kind) == (2, EditionKind.WITHDRAWN)
    assert edition.address == "briefings/harbour-board-meets/"
    assert client.get("/briefings/harbour-board-meets/").status_code == 410


@pytest.mark.parametrize("deed", [_unpublish, _save_not_live, _save_plain_not_live, _delete])
def test_page_stays_as_it_was_where_its_door_cannot_be_closed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, deed: Deed
) -> None:
    article = make_published(desk)
    monkeypatch.setattr(standing, "close", crash)
    with pytest.raises(CrashError), transaction.atomic():
        deed(desk, article)
    assert fresh(article).live
    assert CurrentEdition.objects.exists()


@pytest.mark.parametrize("deed", [_move_under_private, _move_folder_under_private])
def test_page_stays_where_it_was_where_its_door_cannot_be_closed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, deed: Deed
) -> None:
    article = make_published(desk)
    monkeypatch.setattr(standing, "close", crash)
    with pytest.raises(CrashError):
        deed(desk, article)
    assert fresh(article).public_address == "briefings/harbour-board-meets/"
    assert CurrentEdition.objects.exists()


def test_privacy_is_not_set_where_the_door_cannot_be_closed(
    desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_published(desk)
    monkeypatch.setattr(standing, "close", crash)
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:set_privacy", args=[article.pk])
    with pytest.raises(CrashError):
        client.post(address, {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
    assert CurrentEdition.objects.exists()


def test_closing_again_writes_nothing_more(desk: Desk) -> None:
    article = make_published(desk)
    article.unpublish()
    make_private(desk.briefings)
    reconcile(fresh(article))
    fresh(article).delete()
    assert newest(article).number == 2


def test_folder_is_unpublished_with_everything_in_it(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    client.post(
        reverse("wagtailadmin_pages:unpublish", args=[desk.briefings.pk]),
        {"include_descendants": "on"},
    )
    assert newest(article).kind == EditionKind.WITHDRAWN


def test_drafts_and_folders_leave_no_trace(desk: Desk) -> None:
    article = make_draft(desk)
    article.move(make_folder(desk), pos="last-child")
    make_private(desk.briefings)
    fresh(article).delete()
    assert not Edition.objects.exists()


# -- Doors that open again ------------------------------------------------------------------------


def test_page_that_is_private_no_more_is_read_again(desk: Desk) -> None:
    article = make_published(desk)
    make_private(desk.briefings).delete()
    assert (newest(article).number, newest(article).kind) == (3, EditionKind.PUBLISHED)
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_page_under_two_restrictions_stays_private_without_one(desk: Desk) -> None:
    article = make_published(desk)
    restriction = make_private(desk.briefings)
    make_private(article)
    restriction.delete()
    assert newest(article).number == 2
    assert not CurrentEdition.objects.exists()


def test_page_that_leaves_a_private_folder_is_read_again_where_it_is_now(desk: Desk) -> None:
    article = make_published(desk)
    make_private(desk.briefings)
    fresh(article).move(make_folder(desk), pos="last-child")
    assert newest(article).address == "archive/harbour-board-meets/"
    assert CurrentEdition.objects.get().address == "archive/harbour-board-meets/"


def test_words_that_come_back_are_those_that_were_approved(desk: Desk) -> None:
    article = make_published(desk)
    restriction = make_private(desk.briefings)
    revise(article, desk.analyst, standfirst="Not for readers.")
    restriction.delete()
    assert newest(article).standfirst == "The board met and ordered figures."


# -- Moves ----------------------------------------------------------------------------------------


def _move(desk: Desk, article: ArticlePage) -> str:
    article.move(make_folder(desk), pos="last-child")
    return "archive/harbour-board-meets/"


def _move_plain(desk: Desk, article: ArticlePage) -> str:
    plain(article).move(make_folder(desk), pos="last-child")
    return "archive/harbour-board-meets/"


def _move_folder(desk: Desk, _article: ArticlePage) -> str:
    desk.briefings.move(make_folder(desk), pos="last-child")
    return "archive/briefings/harbour-board-meets/"


def _rename_folder(desk: Desk, _article: ArticlePage) -> str:
    folder = ArticleIndexPage.objects.get(pk=desk.briefings.pk)
    folder.slug = "reports"
    folder.save()
    return "reports/harbour-board-meets/"


def _save_with_new_slug(_desk: Desk, article: ArticlePage) -> str:
    article.slug = "board-meets"
    article.save()
    return "briefings/board-meets/"


@pytest.mark.parametrize(
    "deed", [_move, _move_plain, _move_folder, _rename_folder, _save_with_new_slug]
)
def test_what_moves_a_page_is_an_edition_and_the_old_address_leads_on(
    desk: Desk, client: Client, deed: Callable[[Desk, ArticlePage], str]
) -> None:
    article = make_published(desk)
    before = newest(article)
    address = deed(desk, article)
    edition = CurrentEdition.objects.whole().get().edition
    assert (edition.number, edition.kind, edition.address) == (2, EditionKind.MOVED, address)
    assert edition.reason == "Formerly at /briefings/harbour-board-meets/"
    assert edition.content == before.content | {"address": address}
    assert (edition.body_html, edition.revision_id) == (before.body_html, before.revision_id)
    assert client.get("/briefings/harbour-board-meets/")["Location"] == f"/{address}"
    assert client.get(f"/{address}").status_code == 200


@pytest.mark.parametrize("deed", [_move, _move_folder, _rename_folder, _save_with_new_slug])
def test_page_stays_where_it_was_where_the_move_cannot_be_recorded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, deed: Callable[[Desk, ArticlePage], str]
) -> None:
    article = make_published(desk)
    monkeypatch.setattr(standing, "issue", crash)
    with pytest.raises(CrashError):
        deed(desk, article)
    assert fresh(article).public_address == "briefings/harbour-board-meets/"
    assert CurrentEdition.objects.get().address == "briefings/harbour-board-meets/"


def test_page_that_moves_twice_leads_on_from_every_address(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    _move(desk, article)
    _save_with_new_slug(desk, fresh(article))
    for address in ("/briefings/harbour-board-meets/", "/archive/harbour-board-meets/"):
        assert client.get(address)["Location"] == "/archive/board-meets/"


def test_reordering_within_a_folder_is_no_move(desk: Desk) -> None:
    make_published(desk)
    second = make_published(desk, title="Another meeting")
    second.move(desk.briefings, pos="first-child")
    assert Edition.objects.count() == 2


# -- Retraction -----------------------------------------------------------------------------------


def test_retraction_closes_the_door_and_gives_the_reason(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    edition = retract(article=article, reason=" It rested on a forgery. ", user=desk.editor)
    assert (edition.number, edition.kind) == (2, EditionKind.RETRACTED)
    assert (edition.reason, edition.issued_by_name) == ("It rested on a forgery.", "Edith")
    assert not fresh(article).live
    response = client.get("/briefings/harbour-board-meets/")
    assert response.status_code == 410
    assert "It rested on a forgery." in response.content.decode()


def test_retraction_without_a_reason_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    with pytest.raises(ValueError, match="Say in a sentence why"):
        retract(article=article, reason=" ", user=desk.editor)
    assert CurrentEdition.objects.exists()


@pytest.mark.parametrize("name", ["close", "log"])
def test_retraction_takes_wholly_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    article = make_published(desk)
    monkeypatch.setattr(standing, name, crash)
    with pytest.raises(CrashError):
        retract(article=article, reason="It rested on a forgery.", user=desk.editor)
    assert fresh(article).live
    assert CurrentEdition.objects.exists()
    assert Edition.objects.count() == 1


def test_deleting_a_retracted_briefing_keeps_the_retraction_on_record(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    retract(article=article, reason="It rested on a forgery.", user=desk.editor)
    fresh(article).delete()
    assert newest(article).kind == EditionKind.RETRACTED
    response: Any = client.get("/briefings/harbour-board-meets/")
    assert "It rested on a forgery." in response.content.decode()
