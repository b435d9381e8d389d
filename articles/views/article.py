"""The briefing itself, its provenance, and what has become of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.formats.claims import witnesses
from articles.formats.jsonld import news_article
from articles.formats.page import ArticlePage, article_page
from articles.formats.site import this_site
from articles.models.editions import CurrentEdition, Edition
from articles.queries.comments import ThreadComment, find_in, thread
from articles.queries.editions import article_at, gone_at
from articles.queries.information import information_at, policies_of
from articles.queries.related import related
from articles.views.information import information_response
from articles.views.rendering import render_page


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
    context = {
        "current": "briefings",
        "title": f"Provenance: {edition.title}",
        "article": _page(edition),
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
    edition = current.edition
    comments = thread(current.article_uuid) if current.comment_count else []
    context = edition_context(edition) | {
        "jsonld": news_article(
            edition.content,
            number=edition.number,
            comment_count=current.comment_count,
            site=this_site(),
        ),
        "comments": _comments(request, current, comments, form),
        "related": related(current),
        "policies": policies_of(current),
    }
    return render_page(request, "articles/article.html", context, status=status)


def edition_context(edition: Edition, *, has_comments: bool = True) -> dict[str, Any]:
    """What the template of a briefing needs of any edition."""
    return {
        "current": "briefings",
        "title": edition.title,
        "description": edition.standfirst,
        "article": _page(edition, has_comments=has_comments),
        "body_html": edition.body_html,
    }


def not_here(request: HttpRequest, address: str, rest: str = "") -> HttpResponse:
    """Where an article went, or why it is gone; raises Http404 where there never was one."""
    gone = gone_at(address)
    if gone is None:
        raise Http404
    if gone.moved_to:
        return HttpResponsePermanentRedirect(f"/{gone.moved_to}{rest}")
    context = {"reason": gone.reason, "is_retracted": gone.is_retracted, "robots": "noindex"}
    return render_page(request, "410.html", context, status=410)


def _page(edition: Edition, *, has_comments: bool = True) -> ArticlePage:
    return article_page(
        edition.content,
        number=edition.number,
        sha256=edition.sha256,
        site=this_site(),
        has_comments=has_comments,
    )


def _comments(
    request: HttpRequest,
    current: CurrentEdition,
    comments: list[ThreadComment],
    form: dict[str, Any] | None,
) -> dict[str, Any]:
    parent = str(form["parent"] if form else request.GET.get("reply", ""))
    answered = find_in(comments, int(parent)) if parent.isascii() and parent.isdigit() else None
    return {
        "thread": comments,
        "count": current.comment_count,
        "is_open": current.summary["comment_policy"] == "open",
        "was_held": request.GET.get("comment") == "held",
        "action": f"/{current.address}comments/",
        "form": form or {"parent": answered.id if answered else ""},
        "reply_to": answered.name if answered else "",
    }
