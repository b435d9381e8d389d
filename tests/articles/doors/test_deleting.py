"""Deleting in the admin waits for whoever publishes or saves, before it has written anything."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from articles.editorial import deleting
from articles.models.locking import lock_for_deletion
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, make_published


def _one(article: ArticlePage) -> str:
    return reverse("wagtailadmin_pages:delete", args=[article.pk])


def _many(article: ArticlePage) -> str:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return f"{bulk}?id={article.pk}"


@pytest.mark.parametrize("screen", [_one, _many])
def test_screen_takes_the_locks_before_it_writes(
    desk: Desk,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    screen: Callable[[ArticlePage], str],
) -> None:
    article = make_published(desk)
    found: list[tuple[int, bool]] = []

    def locked(page: Page) -> None:
        lock_for_deletion(page)
        logged = PageLogEntry.objects.filter(page=page.pk, action="wagtail.delete")
        found.append((page.pk, logged.exists()))

    monkeypatch.setattr(deleting, "lock_for_deletion", locked)
    client.force_login(desk.editor)
    assert client.get(screen(article)).status_code == 200
    assert found == []
    client.post(screen(article))
    assert found == [(article.pk, False)]
    assert not Page.objects.filter(pk=article.pk).exists()
    assert Client().get(f"/{article.public_address}").status_code == 410
