"""Every kind of page of the demo newsroom with its address: what all pages are held to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views import defaults

from articles.actions.comments.links import Link
from articles.actions.comments.mailing import Writing
from articles.enums import CommentStatus, EditionKind
from articles.formats.correction import correction_of
from articles.formats.named import named_claims
from articles.models import Comment, CurrentEdition, Edition, Information
from articles.queries.authors import public_authors
from articles.queries.challenges import open_challenges
from articles.queries.editions import correction_log
from articles.queries.organisations import public_organisations
from articles.queries.topics import public_topics

FIXED = {
    "home": ("/",),
    "briefings": ("/briefings/", "/briefings/?corroboration=disputed&from=2025-01-01", "/de/"),
    "directives": ("/directives/", "/directives/?force=mandatory&deadline_from=2999-01-01"),
    "organisations": ("/organisations/",),
    "authors": ("/authors/",),
    "topics": ("/topics/",),
    "corrections": ("/corrections/",),
    "moderation": ("/comments/moderation/",),
    "ask_my_data": ("/comments/my-data/",),
    "search": (
        "/search/",
        "/search/?q=nickel",
        "/search/?q=nothingofthekind",
        "/search/?q=%00",
        "/search/?q=%3Cb%3E%22",
    ),
}
# What answers with no page: machines read it, or it leads elsewhere.
NO_PAGES = re.compile(r"(^|_)(rss|atom|json|robots|security|sitemap|news|card|cite|export)($|_)")
LEADS_ELSEWHERE = {"comments", "language"}


@dataclass(frozen=True)
class ShownPage:
    """The name of an address, where it is, and a name for files."""

    view: str
    path: str
    called: str = ""

    @property
    def name(self) -> str:
        """A name for files: the path in words, or the view where the path is a secret."""
        return self.called or re.sub(r"\W+", "-", self.path).strip("-") or "home"


def public_pages() -> list[ShownPage]:
    """Every kind of public page, with every briefing and how it is known."""
    documents = ShownPage("api-docs", "/api/v1/docs/")
    return [*(ShownPage(view, path) for view, path in _all()), *_private_pages(), documents]


def _all() -> Iterator[tuple[str, str]]:
    for view, paths in FIXED.items():
        yield from ((view, path) for path in paths)
    yield from _briefings()
    yield from _versions()
    yield from _talk()
    for information in Information.objects.all():
        yield "wagtail_serve", f"/{information.address}"
    for organisation in public_organisations()[:4]:
        yield "organisation", f"/organisations/{organisation.slug}/"
    yield "organisation", f"/organisations/{organisation.slug}/?on=2001-01-01"
    for author in public_authors()[:2]:
        yield "author", f"/authors/{author.slug}/"
    for topic in public_topics()[:2]:
        yield "topic", f"/topics/{topic.slug}/"


def _briefings() -> Iterator[tuple[str, str]]:
    current = CurrentEdition.objects.order_by("address")
    assert current.count() >= 5
    for edition in current:
        yield "wagtail_serve", f"/{edition.address}"
        yield "provenance", f"/{edition.address}provenance/"
    retracted = Edition.objects.filter(kind=EditionKind.RETRACTED)[0].address
    yield "wagtail_serve", f"/{retracted}"
    yield "wagtail_serve", "/briefings/no-such-briefing/"


def _versions() -> Iterator[tuple[str, str]]:
    log = correction_log(limit=9).rows
    corrected = next(path for row in log if (path := correction_of(row).path))
    yield "versions", f"{corrected}versions/"
    yield "version", f"{corrected}versions/1/"
    yield "version", f"{corrected}versions/2/"


def _talk() -> Iterator[tuple[str, str]]:
    """A thread with a form that answers somebody, and the ways to say that something is wrong."""
    comment = Comment.objects.filter(status=CommentStatus.APPROVED).order_by("pk")[0]
    current = CurrentEdition.objects.get(article_uuid=comment.article_uuid)
    claim = next(iter(named_claims(current.edition.content)))
    yield "wagtail_serve", f"/{current.address}?comment=held"
    yield "wagtail_serve", f"/{current.address}?reply={comment.pk}"
    yield "challenge", f"/{current.address}challenge/"
    yield "challenge", f"/{current.address}challenge/?claim={claim.id}"
    yield "challenge", f"/{current.address}challenge/?sent"
    doubted = CurrentEdition.objects.get(article_uuid=open_challenges()[0].article_uuid)
    yield "challenges", f"/{doubted.address}challenges/"
    yield "comment_report", f"/comments/{comment.pk}/report/"
    yield "comment_report", f"/comments/{comment.pk}/report/?sent"


def _private_pages() -> Iterator[ShownPage]:
    """Where signed links lead: nobody finds these without the letter."""
    rejected = Comment.objects.filter(status=CommentStatus.REJECTED).order_by("pk")[0]
    waiting = Comment.objects.exclude(status=CommentStatus.REJECTED).order_by("-pk")[0]
    reader = waiting.commenter_id
    for link, keys in {
        Link.CONFIRM: (reader, str(Writing.COMMENT), waiting.pk),
        Link.OWN: (waiting.pk,),
        Link.APPEAL: (rejected.pk,),
        Link.UNSUBSCRIBE: (reader,),
        Link.QUEUE_MAIL: (get_user_model().objects.order_by("pk")[0].pk,),
        Link.DATA: (reader,),
    }.items():
        yield ShownPage(link.address, link.path(*keys), link.address.replace("_", "-"))
    yield ShownPage("comment_confirm", "/comments/confirm/nonsense/")


def error_pages() -> dict[str, str]:
    """Pages that no address of a healthy site answers with, by a path to show them at."""
    request = RequestFactory().get("/")
    answers = {
        "/400/": defaults.bad_request(request, Exception()),
        "/403/": defaults.permission_denied(request, Exception()),
        "/500/": defaults.server_error(request),
    }
    pages = {path: answer.content.decode() for path, answer in answers.items()}
    return pages | {"/503/": render_to_string("503.html", {"site_name": settings.SITE_NAME})}
