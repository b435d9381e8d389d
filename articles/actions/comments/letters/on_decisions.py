"""Letters that a decision owes to somebody: why, and what can be done (DSA Art. 16, 17, 20).

They go out even to those who want no other mail; only an address that nobody confirmed gets none.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from articles.actions.comments.letters.letter import Letter, write
from articles.actions.comments.links import Link
from articles.enums import CommentStatus
from articles.formats.site import this_site
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.moderation import Appeal, CommentReport
from articles.queries.editions import article_by_uuid


def rejection(comment_id: int) -> list[Letter]:
    """Tell the writer why a comment does not stand, and how to object."""
    rows = Comment.objects.select_related("commenter")
    comment = rows.filter(pk=comment_id, status=CommentStatus.REJECTED).first()
    if comment is None:
        return []
    context = {
        "text": comment.text,
        "reason": comment.get_decision_reason_display(),
        "note": comment.decision_note,
        "appeal_url": Link.APPEAL.url(comment.pk),
        **_place(comment.article_uuid),
    }
    subject = _("Your comment is not shown")
    return _owed("rejected", comment.commenter, subject=subject, context=context)


def appeal_outcome(appeal_id: int) -> list[Letter]:
    """Tell the writer what came of the objection."""
    appeal = Appeal.objects.select_related("comment__commenter").get(pk=appeal_id)
    context = {
        "text": appeal.comment.text,
        "is_granted": appeal.is_granted,
        "answer": appeal.answer,
        "appeal_url": Link.APPEAL.url(appeal.comment.pk),
    }
    subject = _("Your objection has been decided")
    return _owed("appeal_outcome", appeal.comment.commenter, subject=subject, context=context)


def report_outcome(report_id: int) -> list[Letter]:
    """Tell whoever reported a comment and confirmed the address what came of it."""
    report = CommentReport.objects.select_related("reporter").get(pk=report_id)
    if report.reporter is None or report.decided_at is None:
        return []
    context = {
        "is_upheld": report.is_upheld,
        "is_gone": report.is_upheld is None,
        "reason": report.get_reason_display(),
        **_place(report.comment.article_uuid),
    }
    subject = _("What came of your report")
    return _owed("report_outcome", report.reporter, subject=subject, context=context)


def challenge_outcome(challenge_id: int) -> list[Letter]:
    """Tell whoever challenged a claim what became of it."""
    challenge = Challenge.objects.select_related("commenter").get(pk=challenge_id)
    place = _place(challenge.article_uuid)
    context = {
        "claim": challenge.claim_text,
        "outcome": challenge.get_status_display(),
        "answer": challenge.answer,
        "edition": challenge.answered_edition,
        "challenge_url": f"{place['url']}challenges/#challenge-{challenge.pk}"
        if place["url"]
        else "",
        **place,
    }
    subject = _("The claim that you challenged")
    return _owed("challenge_outcome", challenge.commenter, subject=subject, context=context)


def _owed(
    template: str, commenter: Commenter, *, subject: Any, context: Mapping[str, Any]
) -> list[Letter]:
    if not commenter.email or not commenter.confirmed_at:
        return []
    named = {"name": commenter.name, **context}
    letter = write(
        template, to=commenter.email, language=commenter.language, subject=subject, context=named
    )
    return [letter]


def _place(article_uuid: UUID) -> dict[str, str]:
    """The briefing's title and address, empty where it can no longer be read."""
    current = article_by_uuid(article_uuid)
    if current is None:
        return {"title": "", "url": ""}
    return {"title": current.edition.title, "url": this_site().absolute(f"/{current.address}")}
