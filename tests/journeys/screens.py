"""Our screens of the admin in the demo newsroom, with something to do on each."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from articles.editorial.comments.queue import Tab
from articles.enums import CommentStatus
from articles.models import Appeal, ArticlePage, Comment
from articles.queries.challenges import open_challenges
from sources.models import SourceDocument
from tests.journeys.pages import ShownPage


def screens() -> Iterator[ShownPage]:
    """The dashboard with what waits, and the screens of ingest, moderation and challenges."""
    yield _at("wagtailadmin_home")
    yield _at("assay_ingest")
    for number, document in enumerate(SourceDocument.objects.order_by("pk")[:2], start=1):
        yield _at("assay_ingest_review", document.uuid, called=f"admin-ingest-review-{number}")
    for tab in Tab.values:
        path = f"{reverse('assay_comments:index')}?queue={tab}"
        yield ShownPage("assay_comments:index", path, f"admin-comments-{tab}")
    comment = Comment.objects.filter(status=CommentStatus.PENDING).order_by("pk")[0]
    yield _at("assay_comments:comment", comment.pk)
    yield _at("assay_comments:reject", comment.pk)
    yield _at("assay_comments:commenter", comment.commenter_id)
    for appeal in Appeal.objects.filter(decided_at=None)[:1]:
        yield _at("assay_comments:appeal", appeal.comment_id)
    yield _at("assay_challenges:index")
    for challenge in open_challenges()[:1]:
        yield _at("assay_challenges:answer", challenge.pk)


def editors_screens() -> Iterator[ShownPage]:
    """Where briefings are written and checked, and where tokens and components are shown."""
    draft = ArticlePage.objects.filter(live=False).order_by("-pk")[0]
    public = ArticlePage.objects.filter(live=True).order_by("-pk")[0]
    for article in (draft, public):
        for view in ("wagtailadmin_pages:edit", "assay_checks", "assay_editions"):
            yield _at(view, article.pk)
    yield _at("assay_change", public.pk)
    yield _at("styleguide")


def _at(view: str, *keys: Any, called: str = "") -> ShownPage:
    return ShownPage(view, reverse(view, args=keys), called)
