"""Sitemaps: an index, pages of at most 5,000 addresses, and the news of two days."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles.formats.moments import timestamp
from articles.formats.site import this_site
from articles.formats.sitemap import news_language
from articles.formats.translations import hreflang
from articles.queries import sitemaps
from articles.queries.sitemaps import Listed, SitemapPage
from articles.views.rendering import CACHE_CONTROL

LISTS = ("", "briefings/", "directives/", "organisations/", "topics/", "authors/", "corrections/")
PAGES = SitemapPage("pages", 0)


@require_safe
def sitemap_index(_request: HttpRequest) -> HttpResponse:
    """Where the sitemaps are, each with the time of its newest change."""
    pages = [PAGES, *sitemaps.subject_pages(), *sitemaps.briefing_pages()]
    listed = (Listed(f"sitemap-{p.section}-{p.number}.xml", p.changed_at) for p in pages)
    return _xml("articles/sitemap_index.xml", {"pages": _located(listed)})


@require_safe
def sitemap(_request: HttpRequest, section: str, number: str) -> HttpResponse:
    """The addresses of one page; a page that is empty is not there."""
    rows = _rows(section, int(number))
    if not rows:
        raise Http404
    return _xml("articles/sitemap.xml", {"rows": _located(rows)})


@require_safe
def news_sitemap(_request: HttpRequest) -> HttpResponse:
    """Google's news sitemap: the briefings of the last two days."""
    site = this_site()
    rows = [
        (
            iri_to_uri(site.absolute(row.address)),
            news_language(row.language),
            timestamp(row.published_at),
            row.title,
        )
        for row in sitemaps.news(now=timezone.now())
    ]
    return _xml("articles/sitemap_news.xml", {"site_name": site.name, "rows": rows})


def _rows(section: str, number: int) -> list[Listed]:
    if section == "briefings":
        return sitemaps.briefings_on(number)
    if section in sitemaps.SUBJECTS:
        return sitemaps.subjects_on(section, number)
    if number:
        return []
    return [*(Listed(address) for address in LISTS), *sitemaps.information_pages()]


def _located(rows: Iterable[Listed]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Addresses as sitemaps want them: absolute and in ASCII, with W3C times and languages."""
    return [
        (
            _located_at(row.address),
            timestamp(row.changed_at) if row.changed_at else "",
            [(tag, _located_at(path.lstrip("/"))) for tag, path in hreflang(row.translations)],
        )
        for row in rows
    ]


def _located_at(address: str) -> str:
    return str(iri_to_uri(this_site().absolute(address)))


def _xml(template: str, context: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(render_to_string(template, context), content_type="application/xml")
    response["Cache-Control"] = CACHE_CONTROL
    return response
