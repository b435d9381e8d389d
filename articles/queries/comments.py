"""The public thread of an article in pages, and the queue of its moderators."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from articles.enums import CommentState, CommentStatus
from articles.models.comments import STEP, Comment
from articles.queries.paging import KeysetPage, page_of

PAGE = 50  # comments on a page of the site
NO_KEY_IS_AS_HIGH = "9" * STEP  # all that is beneath a path sorts before path + this


@dataclass(frozen=True)
class ThreadComment:
    """A comment as readers see it, or the place of one that others answered. No address in it.

    Where `state` is not SHOWN there is no name and no text.
    """

    id: int
    parent: int | None
    parent_name: str
    depth: int
    state: CommentState
    name: str
    text: str
    is_by_staff: bool
    about_kind: str
    about_id: str
    about_text: str
    created_at: datetime
    edited_at: datetime | None


@dataclass(frozen=True)
class ThreadPage:
    """Some comments of a thread in reading order; the keys that the neighbours start from, or 0."""

    comments: list[ThreadComment]
    before: int = 0
    after: int = 0


def thread_from(article_uuid: UUID, *, after: int = 0) -> ThreadPage:
    """The page that starts behind a comment, or the first one. At most two queries."""
    path = _path(article_uuid, after)
    rows = _visible(article_uuid).filter(path__gt=path) if path else _visible(article_uuid)
    return _page(rows, has_before=bool(path))


def thread_until(article_uuid: UUID, *, before: int) -> ThreadPage:
    """The page that ends in front of a comment. At most two queries."""
    path = _path(article_uuid, before)
    if not path:
        return thread_from(article_uuid)
    found = list(_visible(article_uuid).filter(path__lt=path).order_by("-path")[: PAGE + 1])
    rows = [thread_comment(row) for row in reversed(found[:PAGE])]
    return ThreadPage(
        comments=rows,
        before=rows[0].id if len(found) > PAGE else 0,
        after=rows[-1].id if rows else 0,
    )


def thread_at(article_uuid: UUID, *, comment: int) -> ThreadPage:
    """The page on which a comment stands: from the top of its branch, or from itself where the
    branch is longer than a page. At most four queries.
    """
    path = _path(article_uuid, comment)
    if not path:
        return thread_from(article_uuid)
    rows, top = _visible(article_uuid), path[:STEP]
    has_before = rows.filter(path__lt=top).exists()
    page = _page(rows.filter(path__gte=top), has_before=has_before)
    if any(row.id == comment for row in page.comments):
        return page
    return _page(rows.filter(path__gte=path), has_before=True)


def thread_page(article_uuid: UUID, *, limit: int, cursor: str = "") -> KeysetPage[Comment]:
    """A page of the thread by cursor. One query; raises ForeignCursorError."""
    return page_of(
        _visible(article_uuid),
        limit=limit,
        cursor=cursor,
        binding=f"comments {article_uuid}",
        order=["path"],
    )


def thread_comment(row: Comment) -> ThreadComment:
    """A row of a thread as readers may see it."""
    state = CommentState.of(CommentStatus(row.status))
    is_shown = state == CommentState.SHOWN
    parent = row.parent if row.parent and row.parent.status == CommentStatus.APPROVED else None
    return ThreadComment(
        id=row.pk,
        parent=row.parent_id,
        parent_name=parent.name if parent else "",
        depth=row.depth,
        state=state,
        name=row.name if is_shown else "",
        text=row.text if is_shown else "",
        is_by_staff=is_shown and row.is_by_staff,
        about_kind=row.about_kind if is_shown else "",
        about_id=row.about_id if is_shown else "",
        about_text=row.about_text if is_shown else "",
        created_at=row.created_at,
        edited_at=row.edited_at if is_shown else None,
    )


def waiting() -> QuerySet[Comment]:
    """Comments that no moderator has decided on, oldest first."""
    queued = Comment.objects.filter(status__in=CommentStatus.queued())
    return queued.order_by("created_at", "pk")


def _visible(article_uuid: UUID) -> QuerySet[Comment]:
    """What was approved, and the places of what was not but has such a comment beneath it."""
    beneath = Comment.objects.filter(
        article_uuid=OuterRef("article_uuid"),
        status=CommentStatus.APPROVED,
        path__gt=OuterRef("path"),
        path__lt=Concat(OuterRef("path"), Value(NO_KEY_IS_AS_HIGH)),
    )
    rows = Comment.objects.filter(
        Q(status=CommentStatus.APPROVED) | Q(Exists(beneath)), article_uuid=article_uuid
    )
    return rows.select_related("parent").order_by("path")


def _path(article_uuid: UUID, key: int) -> str:
    """Where a comment of this article stands, whatever became of it; empty for none."""
    if not key:
        return ""
    found = Comment.objects.filter(article_uuid=article_uuid, pk=key)
    return found.values_list("path", flat=True).first() or ""


def _page(rows: QuerySet[Comment], *, has_before: bool) -> ThreadPage:
    found = [thread_comment(row) for row in rows[: PAGE + 1]]
    shown = found[:PAGE]
    return ThreadPage(
        comments=shown,
        before=shown[0].id if shown and has_before else 0,
        after=shown[-1].id if len(found) > PAGE else 0,
    )
