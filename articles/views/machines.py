"""What machines ask for: robots.txt, security.txt."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.views.rendering import CACHE_CONTROL


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


def _plain(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = CACHE_CONTROL
    return response
