"""Publishing many pages at once."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition
from tests.articles.doors.reading import assert_read, assert_unread, told
from tests.articles.newsroom import Desk, make_approved, make_draft


def _bulk_publish(client: Client, user: User, *pages: Page, **data: Any) -> Any:
    client.force_login(user)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}&next=/admin/", data)


def test_bulk_publication_is_refused_for_an_unapproved_draft(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    response = _bulk_publish(client, desk.editor, article)
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_bulk_publication_is_refused_as_a_whole(desk: Desk, client: Client) -> None:
    approved = make_approved(desk)
    draft = make_draft(desk, title="Another meeting")
    response = _bulk_publish(client, desk.editor, approved, draft)
    assert "Another meeting" in told(response)
    assert_unread(client, draft)
    assert not CurrentEdition.objects.exists()


def test_bulk_publication_of_a_folder_does_not_reach_past_the_gate(
    desk: Desk, client: Client
) -> None:
    article = make_draft(desk)
    desk.briefings.save_revision()
    response = _bulk_publish(client, desk.editor, desk.briefings, include_descendants="on")
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_bulk_publication_publishes_what_was_approved(desk: Desk, client: Client) -> None:
    article = make_approved(desk)
    _bulk_publish(client, desk.editor, article)
    assert assert_read(article).kind == EditionKind.PUBLISHED
