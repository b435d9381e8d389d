"""The Publish button of Wagtail's editor, led to the one publish action."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from articles.models.editions import Edition
from articles.models.pages import ArticlePage


def publish_through_the_gate(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Hook `before_publish_page`: publish the draft just saved, in place of Wagtail's own way.

    Raises PublicationRefused where the gate is closed; the draft stays saved.
    """
    if not isinstance(page.specific, ArticlePage):
        return None
    publish_latest(request=request, article=ArticlePage.objects.get(pk=page.pk))
    target = get_valid_next_url_from_request(request)
    return HttpResponseRedirect(
        target or reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    )


def publish_latest(*, request: HttpRequest, article: ArticlePage) -> None:
    """Publish what was saved last, and tell the person what became of it."""
    edition = article.publish(article.get_latest_revision(), user=request.user)
    article.refresh_from_db()
    tell_of_publication(request=request, article=article, edition=edition)


def tell_of_publication(
    *, request: HttpRequest, article: ArticlePage, edition: Edition | None
) -> None:
    """Say in a message what publishing came to: an edition, a date, or a closed door."""
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[article.pk]), _("Edit"))
    if edition:
        view = messages.button(f"/{edition.address}", _("View live"))
        text = _("Edition %(number)d of “%(title)s” is published.")
        text %= {"number": edition.number, "title": edition.title}
        messages.success(request, text, buttons=[view, edit])
    elif scheduled := article.scheduled_revision:
        text = _("“%(title)s” will be published on %(moment)s.")
        text %= {"title": article.draft_title, "moment": _moment(scheduled.approved_go_live_at)}
        messages.success(request, text, buttons=[edit])
    else:
        text = _(
            "“%(title)s” is published, but private: nobody reads it until it or the page "
            "above it is opened to everybody."
        )
        messages.warning(request, text % {"title": article.title}, buttons=[edit])


def _moment(value: Any) -> str:
    return date_format(localtime(value), "j F Y, H:i")
