"""Reads of the public record, one indexed query each. What `CurrentEdition` lacks is not public."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from articles.enums import EditionKind
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition, Edition
from articles.queries.information import policy_columns
from articles.queries.paging import KeysetPage, page_of
from articles.queries.threads import thread_columns
from articles.querysets import CurrentEditionQuerySet, EditionQuerySet

DISCLAIMER = Cast(KeyTextTransform("disclaimer", "summary"), TextField())


@dataclass(frozen=True)
class Gone:
    """Why nothing is read at an address any more: it moved, or the article was taken back."""

    moved_to: str = ""
    reason: str = ""
    is_retracted: bool = False


@dataclass(frozen=True)
class State:
    """A public article and when it, its translations or the count of comments last changed."""

    current: CurrentEdition
    modified_at: datetime.datetime


def current_editions() -> CurrentEditionQuerySet:
    """Everything public, newest first: the one queryset behind every list and feed."""
    return CurrentEdition.objects.newest_first()


def article_at(address: str) -> CurrentEdition | None:
    """The public article at an address ("briefings/some-slug/"), with its edition.

    It tells which policies are public too, so that a page needs no query more for its footer, and
    whether a moderator has closed its comments.
    """
    rows = CurrentEdition.objects.whole().annotate(**policy_columns(), **thread_columns())
    return rows.filter(address=address).first()


def article_by_uuid(uuid: UUID) -> CurrentEdition | None:
    """The public article with this identity, with its edition."""
    return CurrentEdition.objects.whole().filter(article_uuid=uuid).first()


def article_state(uuid: UUID) -> State | None:
    """Where a public article stands; its content is read when it is asked for. One query."""
    comments = Comment.objects.filter(article_uuid=OuterRef("article_uuid")).order_by()
    decided = comments.values("article_uuid").annotate(last=Max("decided_at")).values("last")
    rows = CurrentEdition.objects.sealed().defer("summary").annotate(decided_at=Subquery(decided))
    current = rows.filter(article_uuid=uuid).first()
    if current is None:
        return None
    decided_at = getattr(current, "decided_at", None)
    moments = (current.edition.issued_at, decided_at, current.translations_changed_at)
    return State(current=current, modified_at=max(filter(None, moments)))


def gone_at(address: str) -> Gone | None:
    """What became of the article that was once read at an address; None if there never was one."""
    last_here = Edition.objects.newest_at(address)
    if last_here is None:
        return None
    current = CurrentEdition.objects.filter(article_uuid=last_here.article_uuid).first()
    if current:
        return Gone(moved_to=current.address)
    return gone(last_here.article_uuid)


def gone(uuid: UUID) -> Gone | None:
    """Why an article that was public once is not; None for one that never was."""
    last = Edition.objects.of_article(uuid).first()
    if last is None:
        return None
    is_retracted = last.kind == EditionKind.RETRACTED
    return Gone(reason=last.reason if is_retracted else "", is_retracted=is_retracted)


def version(current: CurrentEdition, number: int) -> Edition | None:
    """An earlier edition of a public article."""
    return Edition.objects.of_article(current.article_uuid).filter(number=number).first()


def next_version(current: CurrentEdition, number: int) -> Edition:
    """The first edition after an earlier one that could be read; at the latest the current one."""
    later = Edition.objects.of_article(current.article_uuid).filter(number__gt=number)
    return _readable(later).order_by("number")[0]


def versions(current: CurrentEdition) -> list[Edition]:
    """The history of a public article, newest first, without the contents."""
    rows = Edition.objects.of_article(current.article_uuid)
    return list(rows.only("number", "kind", "reason", "issued_at", "sha256"))


def correction_log(
    *, limit: int, cursor: str = "", before: datetime.datetime | None = None
) -> KeysetPage[Edition]:
    """Corrections, clarifications and retractions, newest first; raises ForeignCursorError.

    It begins with the newest one issued before a moment, which takes two queries more. A corrected
    article stands in it as long as it is public; a retraction always does, with its reason and
    without anything else of the article.
    """
    kinds = [kind for kind in EditionKind if kind.is_correction]
    public = CurrentEdition.objects.filter(article_uuid=OuterRef("article_uuid"))
    earlier = _readable(Edition.objects.of_article(OuterRef("article_uuid")))
    earlier = earlier.filter(number__lt=OuterRef("number"))
    rows = Edition.objects.filter(kind__in=kinds).annotate(
        public_address=Subquery(public.values("address")[:1]),
        public_disclaimer=Subquery(public.values(text=DISCLAIMER)[:1]),
        number_before=Subquery(earlier.values("number")[:1]),
    )
    listed = rows.exclude(public_address=None) | rows.filter(kind=EditionKind.RETRACTED)
    fields = ("number", "kind", "reason", "issued_at", "title", "language", "article_uuid")
    return page_of(
        listed.only(*fields),
        limit=limit,
        cursor=cursor,
        binding="corrections",
        order=["-pk"],
        below=_place_after(before, kinds) if before else None,
    )


def _place_after(moment: datetime.datetime, kinds: Iterable[EditionKind]) -> int:
    """The place in the chain after the newest edition of some kinds issued before a moment."""
    earlier = Edition.objects.filter(kind__in=kinds, issued_at__lt=moment).order_by("-pk")
    return (earlier.values_list("pk", flat=True).first() or 0) + 1


def _readable(editions: EditionQuerySet) -> EditionQuerySet:
    """Without those that only say that an article is gone."""
    return editions.filter(kind__in=[kind for kind in EditionKind if kind.is_public])
