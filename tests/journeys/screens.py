"""Our screens of the admin in the demo newsroom, with something to do on each."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from articles.actions.comments.appealing import appeal_rejection
from articles.actions.comments.challenging import challenge_claim
from articles.actions.comments.reporting import report_comment
from articles.actions.comments.sending import Sender
from articles.editorial.comments.queue import Tab
from articles.enums import ChallengeReason, CommentReason, CommentStatus
from articles.formats.named import named_claims
from articles.models import Appeal, ArticlePage, Challenge, Comment, CurrentEdition
from sources.models import SourceDocument
from tests.journeys.pages import ShownPage


def ask_everything() -> None:
    """Readers challenge a claim, report a comment and object to a rejection."""
    now = timezone.now()
    shown = Comment.objects.filter(status=CommentStatus.APPROVED).order_by("pk")[0]
    rejected = Comment.objects.filter(status=CommentStatus.REJECTED).order_by("pk")[0]
    current = CurrentEdition.objects.get(article_uuid=shown.article_uuid)
    challenge_claim(
        current=current,
        claim_id=next(iter(named_claims(current.edition.content))).id,
        reason=ChallengeReason.FIGURE,
        text="The report of the third quarter says otherwise.",
        sender=Sender(user=User.objects.get(username="ana")),
        now=now,
    )
    report_comment(comment=shown, reason=CommentReason.SPAM, explanation="It sells.", now=now)
    appeal_rejection(comment=rejected, text="It was a question.", now=now)


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
    for appeal in Appeal.objects.all()[:1]:
        yield _at("assay_comments:appeal", appeal.comment_id)
    yield _at("assay_challenges:index")
    for challenge in Challenge.objects.order_by("-pk")[:1]:
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
