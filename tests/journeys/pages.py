"""Every kind of public page of the demo newsroom with its address: what all pages are held to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.test import RequestFactory
from django.views import defaults

from articles.enums import EditionKind
from articles.formats.correction import correction_of
from articles.models import CurrentEdition, Edition
from articles.queries.editions import correction_log
from articles.queries.organisations import public_organisations
from articles.queries.topics import public_topics

FIXED = {
    "home": ("/",),
    "briefings": ("/briefings/", "/briefings/?corroboration=disputed&from=2025-01-01"),
    "directives": ("/directives/", "/directives/?force=mandatory&deadline_from=2999-01-01"),
    "organisations": ("/organisations/",),
    "topics": ("/topics/",),
    "corrections": ("/corrections/",),
    "search": (
        "/search/",
        "/search/?q=nickel",
        "/search/?q=nothingofthekind",
        "/search/?q=%00",
        "/search/?q=%3Cb%3E%22",
    ),
}
# What answers with no page: machines read it, or it leads elsewhere.
NO_PAGES = re.compile(r"(^|_)(rss|atom|json|robots|security|sitemap|news)$|^comments$|cite$")


@dataclass(frozen=True)
class PublicPage:
    """The name of an address in articles/urls.py, and where it is."""

    view: str
    path: str

    @property
    def name(self) -> str:
        """A name for files: the path in words."""
        return re.sub(r"\W+", "-", self.path).strip("-") or "home"


def public_pages() -> list[PublicPage]:
    """Every kind of public page, with every briefing and how it is known."""
    return [PublicPage(view, path) for view, path in _all()]


def _all() -> Iterator[tuple[str, str]]:
    for view, paths in FIXED.items():
        yield from ((view, path) for path in paths)
    yield from _briefings()
    yield from _versions()
    for organisation in public_organisations()[:4]:
        yield "organisation", f"/organisations/{organisation.slug}/"
    yield "organisation", f"/organisations/{organisation.slug}/?on=2001-01-01"
    for topic in public_topics()[:2]:
        yield "topic", f"/topics/{topic.slug}/"


def _briefings() -> Iterator[tuple[str, str]]:
    current = CurrentEdition.objects.order_by("address")
    assert current.count() >= 5
    for edition in current:
        yield "wagtail_serve", f"/{edition.address}"
        yield "provenance", f"/{edition.address}provenance/"
    discussed = current.filter(comment_count__gt=0)[0]
    yield "wagtail_serve", f"/{discussed.address}?comment=held"
    retracted = Edition.objects.filter(kind=EditionKind.RETRACTED)[0].address
    yield "wagtail_serve", f"/{retracted}"
    yield "wagtail_serve", "/briefings/no-such-briefing/"


def _versions() -> Iterator[tuple[str, str]]:
    log = correction_log(limit=9).rows
    corrected = next(path for row in log if (path := correction_of(row).path))
    yield "versions", f"{corrected}versions/"
    yield "version", f"{corrected}versions/1/"
    yield "version", f"{corrected}versions/2/"


def error_pages() -> dict[str, str]:
    """Pages that no address of a healthy site answers with, by a path to show them at."""
    request = RequestFactory().get("/")
    answers = {
        "/400/": defaults.bad_request(request, Exception()),
        "/403/": defaults.permission_denied(request, Exception()),
        "/500/": defaults.server_error(request),
    }
    return {path: answer.content.decode() for path, answer in answers.items()}
