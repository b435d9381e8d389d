"""The comments beneath a briefing: one page of the thread, and the form. The same for everyone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.formats.named import named_claims
from articles.models.editions import CurrentEdition
from articles.queries.comments import (
    ThreadComment,
    ThreadPage,
    thread_at,
    thread_from,
    thread_until,
)
from articles.queries.threads import closed_because
from articles.views.stamps import age_of, stamp

LEVELS = 3  # of a thread that are indented; deeper ones stand on the last and say whom they answer
LONGEST_KEY = 18  # digits; a longer number is no key of ours, and more than SQLite reads
ANSWERS = ("confirm",)  # what the address says of a comment that was just received


@dataclass(frozen=True)
class ShownComment:
    """A comment with what its place on the page makes of it."""

    comment: ThreadComment
    level: int
    says_whom: bool  # whether it must say whom it answers, since its place does not
    parent_is_here: bool


def comment_section(
    request: HttpRequest, current: CurrentEdition, form: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What components/comments.html needs; `form` is a comment that was refused, and why."""
    parent = key_of(form["parent"] if form else request.GET.get("reply", ""))
    about = str(form["about"] if form else request.GET.get("about", ""))
    page = _page(request, current, parent)
    answered = next((row for row in page.comments if row.id == parent), None)
    claims = [] if answered else list(named_claims(current.edition.content))
    closed = closed_because(current=current, now=timezone.now())
    return {
        "thread": shown(page.comments),
        "pages": _pages(page),
        "count": current.comment_count,
        "closed": closed,
        "received": _received(request),
        "action": f"/{current.address}comments/",
        "form": {**(form or {}), "stamp": _stamp(current, form)},
        "reply_to": answered,
        "about": next((claim for claim in claims if claim.id == about), None),
        "claims": claims,
    }


def shown(comments: list[ThreadComment]) -> list[ShownComment]:
    """Comments in reading order, each with its level and whether it must say whom it answers."""
    here = {comment.id for comment in comments}
    return [
        ShownComment(
            comment=comment,
            level=min(comment.depth, LEVELS),
            says_whom=bool(comment.parent)
            and (comment.depth > LEVELS or comment.parent not in here),
            parent_is_here=comment.parent in here,
        )
        for comment in comments
    ]


def key_of(value: Any) -> int:
    """A key that somebody sent, or 0."""
    text = str(value)
    is_key = text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY
    return int(text) if is_key else 0


def _stamp(current: CurrentEdition, form: Mapping[str, Any] | None) -> str:
    """When the form was made; who mends a mistake in it has had it in hand since then."""
    stamped = str(form["stamp"]) if form else ""
    is_good = age_of(stamped, current.article_uuid) is not None
    return stamped if is_good else stamp(current.article_uuid)


def _page(request: HttpRequest, current: CurrentEdition, answered: int) -> ThreadPage:
    uuid = current.article_uuid
    if not current.comment_count:
        return ThreadPage([])
    if wanted := answered or key_of(request.GET.get("comment", "")):
        return thread_at(uuid, comment=wanted)
    if before := key_of(request.GET.get("before", "")):
        return thread_until(uuid, before=before)
    return thread_from(uuid, after=key_of(request.GET.get("after", "")))


def _pages(page: ThreadPage) -> dict[str, str]:
    """Addresses of the neighbouring pages; they stay right whatever is written meanwhile."""
    return {
        "before": f"?before={page.before}#comments" if page.before else "",
        "after": f"?after={page.after}#comments" if page.after else "",
    }


def _received(request: HttpRequest) -> str:
    answer = request.GET.get("comment", "")
    return answer if answer in ANSWERS else ""
