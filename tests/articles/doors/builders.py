"""Drafts as they come to the doors: typed into the editor's form, scheduled, in a folder."""

import datetime
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from tests.articles.forms import editor_form
from tests.articles.newsroom import QUOTE, Desk, make_draft, republish, revise

LATER = datetime.timedelta(days=2)


def post(client: Client, user: User, name: str, *args: Any, **data: Any) -> Any:
    client.force_login(user)
    return client.post(reverse(name, args=args), data)


def form(desk: Desk, article: ArticlePage | None = None, **values: str) -> dict[str, str]:
    """The editor's form for a briefing of one paragraph, as a browser sends it."""
    body = streamfield([("paragraph", {"text": rich_text(f"<p>{QUOTE}</p>"), **_no_citations()})])
    source = {"source": str(desk.document.pk), "role": TestimonyRole.PRIMARY.value}
    if article:
        body["0"]["id"] = article.get_latest_revision_as_object().body.raw_data[0]["id"]
        source["id"] = str(article.article_sources.get().pk)
    sources = inline_formset([source], initial=1 if article else 0)
    return editor_form(body=body, article_sources=sources, **values)


def _no_citations() -> dict[str, Any]:
    return {"citations": streamfield([])}


def make_typed(desk: Desk, client: Client) -> ArticlePage:
    """A draft that the analyst wrote in the editor's form."""
    client.force_login(desk.analyst)
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", desk.briefings.pk])
    client.post(address, form(desk))
    return ArticlePage.objects.get()


def make_scheduled(desk: Desk, **values: Any) -> ArticlePage:
    """Approved, with a time that lies ahead."""
    article = make_draft(desk, **values)
    revise(article, desk.analyst, go_live_at=timezone.now() + LATER / 2)
    return republish(desk, article)


def make_folder(desk: Desk, slug: str = "archive") -> ArticleIndexPage:
    folder = ArticleIndexPage(title=slug.title(), slug=slug)
    desk.briefings.get_parent().add_child(instance=folder)
    return folder
