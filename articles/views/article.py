"""The briefing itself, its provenance, and what has become of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.formats.claims import witnesses
from articles.formats.jsonld import in_other_languages, news_article
from articles.formats.jsonld.script import filled
from articles.formats.language import written_in
from articles.formats.page import BriefingPage, briefing_page
from articles.formats.reviews import reviews_in_words
from articles.formats.site import this_site
from articles.formats.social import social_of_article
from articles.formats.trail import Crumb
from articles.formats.translations import alternates, hreflang
from articles.models.editions import CurrentEdition, Edition
from articles.queries.editions import article_at, gone_at
from articles.queries.information import information_at, policies_of
from articles.queries.related import related
from articles.queries.translations import translations
from articles.views.doubts import doubts_context
from articles.views.information import information_response
from articles.views.rendering import render_page
from articles.views.thread import comment_section

ABOVE = (Crumb(gettext_lazy("Briefings"), "/briefings/"),)


@require_safe
def article(request: HttpRequest, address: str) -> HttpResponse:
    """A briefing at its address, or what the newsroom says of itself."""
    current = article_at(address)
    if current:
        return article_response(request, current)
    information = information_at(address)
    return information_response(request, information) if information else not_here(request, address)


@require_safe
def provenance(request: HttpRequest, address: str) -> HttpResponse:
    """From each claim to its quote, its document, who published it and who owns them."""
    current = article_at(address)
    if current is None:
        return not_here(request, address, "provenance/")
    edition = current.edition
    with written_in(edition.language):
        context = {
            "current": "briefings",
            "title": _("Provenance: %(title)s") % {"title": edition.title},
            "above": above(current),
            "crumb": _("Provenance"),
            "article": _page(edition),
            "reviews": reviews_in_words(edition.content),
            "witnesses": witnesses(edition.content, edition.body_html),
            "prov_url": reverse("api-article-provenance", args=[edition.article_uuid]),
        }
        return render_page(request, "articles/provenance.html", context)


def article_response(
    request: HttpRequest,
    current: CurrentEdition,
    *,
    form: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a current edition; `form` is a comment that was refused, with its errors."""
    edition, others = current.edition, translations(current)
    with written_in(edition.language):
        comments = comment_section(request, current, form)
        context = edition_context(edition) | {
            **_for_machines(current, others),
            **doubts_context(current, takes_comments=not comments["closed"]),
            "translations": alternates(others),
            "hreflang": hreflang([current, *others]),
            "comments": comments,
            "related": related(current),
            "policies": policies_of(current),
        }
        return render_page(request, "articles/article.html", context, status=status)


def edition_context(edition: Edition, *, is_open: bool = True) -> dict[str, Any]:
    """What the template of a briefing needs of any edition."""
    return {
        "current": "briefings",
        "title": edition.title,
        "description": edition.standfirst,
        "article": _page(edition, is_open=is_open),
        "body_html": edition.body_html,
        "title_language": edition.language,
        "above": ABOVE,
    }


def above(current: CurrentEdition) -> list[Crumb]:
    """The way to a page beneath a briefing."""
    return [*ABOVE, Crumb(current.edition.title, f"/{current.address}", current.language)]


def _for_machines(current: CurrentEdition, others: list[CurrentEdition]) -> dict[str, Any]:
    """What search engines, archives and those who share the page are told of an edition."""
    edition, site = current.edition, this_site()
    node = news_article(
        edition.content,
        number=edition.number,
        sha256=edition.sha256,
        comment_count=current.comment_count,
        site=site,
        policies=policies_of(current),
    )
    node |= filled(in_other_languages(current, others, site=site))
    social = social_of_article(edition.content, number=edition.number, site=site)
    return {"nodes": [node], "social": social, "robots": "max-image-preview:large"}


def not_here(request: HttpRequest, address: str, rest: str = "") -> HttpResponse:
    """Where an article went, or why it is gone; raises Http404 where there never was one."""
    gone = gone_at(address)
    if gone is None:
        raise Http404
    if gone.moved_to:
        return HttpResponsePermanentRedirect(f"/{gone.moved_to}{rest}")
    context = {"reason": gone.reason, "is_retracted": gone.is_retracted, "robots": "noindex"}
    return render_page(request, "410.html", context, status=410)


def _page(edition: Edition, *, is_open: bool = True) -> BriefingPage:
    return briefing_page(
        edition.content,
        number=edition.number,
        sha256=edition.sha256,
        site=this_site(),
        is_open=is_open,
    )
