"""What machines ask for: robots.txt, the sitemap, security.txt."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.queries.editions import current_editions
from articles.views.rendering import CACHE_CONTROL

SITEMAP_LIMIT = 50_000
NEWS_LIMIT = 1_000


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Everything public may be read; searches and drafts need not be."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Allow: /",
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
        f"Sitemap: {settings.BASE_URL}/sitemap-news.xml",
        "",
    ]
    return _plain("\n".join(lines))


@require_safe
def security(_request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a hole (the mailbox of RFC 2142); renewed with every day."""
    expires = timezone.now() + datetime.timedelta(days=180)
    lines = [
        f"Contact: mailto:security@{urlsplit(settings.BASE_URL).hostname}",
        f"Expires: {expires:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: en, de",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
        "",
    ]
    return _plain("\n".join(lines))


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    """Every public briefing with the time of its current edition, and the fixed pages."""
    rows = current_editions().values_list("address", "edition__issued_at")[:SITEMAP_LIMIT]
    fixed = ["", "briefings/", "directives/", "organisations/", "topics/", "corrections/"]
    context = {"base_url": settings.BASE_URL, "fixed": fixed, "rows": rows}
    return _xml("articles/sitemap.xml", context)


@require_safe
def news_sitemap(_request: HttpRequest) -> HttpResponse:
    """Google's news sitemap: the briefings of the last two days."""
    since = timezone.now() - datetime.timedelta(hours=48)
    recent = current_editions().filter(published_at__gte=since)
    fields = ("address", "published_at", "language", "edition__title")
    context = {
        "base_url": settings.BASE_URL,
        "site_name": settings.SITE_NAME,
        "rows": recent.values_list(*fields)[:NEWS_LIMIT],
    }
    return _xml("articles/sitemap_news.xml", context)


def _xml(template: str, context: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(render_to_string(template, context), content_type="application/xml")
    response["Cache-Control"] = CACHE_CONTROL
    return response


def _plain(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = CACHE_CONTROL
    return response
