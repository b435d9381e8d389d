"""What a briefing's menu in the header offers beyond Wagtail's own."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from articles.actions.emergency import may_publish_in_emergency
from articles.editorial.next_step import has_unpublished_content
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage


def header_buttons(page: Page, user: Any, **_options: Any) -> Iterator[Button]:
    """Hook `register_page_header_buttons`: Checks, Editions, and what is done rarely."""
    article = page.specific
    if not isinstance(article, ArticlePage) or article.pk is None:
        return
    permissions = article.permissions_for_user(user)
    if permissions.can_edit():
        yield _button(_("Checks"), "assay_checks", article, icon="tasks", priority=1)
        yield _button(_("Editions"), "assay_editions", article, icon="list-ol", priority=62)
    if permissions.can_edit() and not permissions.page_locked() and is_public(article):
        yield _button(_("Correct or retract"), "assay_change", article, icon="edit", priority=61)
    if may_publish_in_emergency(article=article, user=user) and has_unpublished_content(article):
        label = _("Publish in an emergency")
        yield _button(label, "assay_emergency", article, icon="warning", priority=63)


def is_public(article: ArticlePage) -> bool:
    """Whether readers see an edition of it."""
    return CurrentEdition.objects.filter(article_uuid=article.uuid).exists()


def _button(label: str, url_name: str, article: ArticlePage, *, icon: str, priority: int) -> Button:
    url = reverse(url_name, args=[article.pk])
    return Button(label, url=url, icon_name=icon, priority=priority)
