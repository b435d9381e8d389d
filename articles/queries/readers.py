"""All that is stored of one reader, for that reader."""

from typing import Any

from django.utils.translation import gettext as _

from articles.enums import CommentStatus
from articles.formats.moments import timestamp
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.moderation import Appeal


def everything_of(commenter: Commenter) -> dict[str, Any]:
    """What was given, what was written and what was decided on it, as plain values."""
    return {
        "name": commenter.name,
        "email": commenter.email,
        "language": commenter.language,
        "first_seen_at": timestamp(commenter.created_at),
        "confirmed_at": _moment(commenter.confirmed_at),
        "unsubscribed_at": _moment(commenter.unsubscribed_at),
        "banned_at": _moment(commenter.banned_at),
        "ban_reason": commenter.ban_reason,
        "comments": _comments(commenter),
        "reports": _reports(commenter),
        "appeals": _appeals(commenter),
        "challenges": _challenges(commenter),
    }


def counts_of(commenter: Commenter) -> list[tuple[str, int]]:
    """How much there is of each kind, with its label."""
    return [
        (_("Comments"), commenter.comments.count()),
        (_("Reports"), commenter.reports.count()),
        (_("Challenges"), Challenge.objects.filter(commenter=commenter).count()),
    ]


def standing_in_words(comment: Comment) -> str:
    """What the writer is told of where a comment stands."""
    words = {
        CommentStatus.UNCONFIRMED: _("It waits for you: nobody reads it until you confirm it."),
        CommentStatus.PENDING: _("It waits for a moderator. We write to you when it is public."),
        CommentStatus.HELD: _("It waits for a moderator. We write to you when it is public."),
        CommentStatus.APPROVED: _("It is public."),
        CommentStatus.REJECTED: _("A moderator has not let it through."),
        CommentStatus.DELETED: _("It is deleted."),
    }
    return words[CommentStatus(comment.status)]


def _comments(commenter: Commenter) -> list[dict[str, Any]]:
    return [
        {
            "id": row.pk,
            "article": str(row.article_uuid),
            "reply_to": row.parent_id,
            "name": row.name,
            "text": row.text,
            "about": row.about_text,
            "status": row.status,
            "written_at": timestamp(row.created_at),
            "edited_at": _moment(row.edited_at),
            "network": row.network,
            "decisions": [
                {
                    "deed": decision.deed,
                    "made_at": timestamp(decision.made_at),
                    "by": "rule" if decision.rule else "person",
                    "rule": decision.rule,
                    "reason": decision.reason,
                    "note": decision.note if decision.rule else "",
                }
                for decision in row.decisions.all()
            ],
        }
        for row in commenter.comments.prefetch_related("decisions").order_by("pk")
    ]


def _reports(commenter: Commenter) -> list[dict[str, Any]]:
    return [
        {
            "comment": row.comment_id,
            "reason": row.reason,
            "explanation": row.explanation,
            "reported_at": timestamp(row.created_at),
            "upheld": row.is_upheld,
            "network": row.network,
        }
        for row in commenter.reports.order_by("pk")
    ]


def _appeals(commenter: Commenter) -> list[dict[str, Any]]:
    return [
        {
            "comment": row.comment_id,
            "text": row.text,
            "made_at": timestamp(row.created_at),
            "granted": row.is_granted,
            "answer": row.answer,
        }
        for row in Appeal.objects.filter(comment__commenter=commenter)
    ]


def _challenges(commenter: Commenter) -> list[dict[str, Any]]:
    return [
        {
            "article": str(row.article_uuid),
            "edition": row.edition_number,
            "claim": row.claim_text,
            "reason": row.reason,
            "text": row.text,
            "source": row.source_url,
            "status": row.status,
            "made_at": timestamp(row.created_at),
            "answer": row.answer,
            "network": row.network,
        }
        for row in Challenge.objects.filter(commenter=commenter).order_by("pk")
    ]


def _moment(value: Any) -> str | None:
    return timestamp(value) if value else None
