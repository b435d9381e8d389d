"""Bringing the public record to what the tree says: address, privacy, unpublishing, deletion.

Whatever closes or moves a page calls `reconcile` in the same transaction. Reading the tree, and not
the event, it gives the same result however often and in whatever order it is called.
"""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from articles.actions.comments.closing import close_retracted
from articles.actions.gatekeeping import all_findings, refuse_if_blocked
from articles.actions.publishing import (
    formerly_at,
    is_publication_under_way,
    record,
    reviews_of,
)
from articles.actions.recording import Issue, close, issue
from articles.compile import Compiled
from articles.dossier import open_dossier
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.locking import lock_chain
from articles.models.pages import ArticlePage
from articles.models.workflow import reviews_given
from articles.queries.editions import article_by_uuid
from articles.visibility import is_open


@transaction.atomic
def reconcile(article: ArticlePage, *, user: Any = None, opens: bool = True) -> Edition | None:
    """Withdraw, move or show again; returns the edition that took, or None.

    Without `opens` nothing becomes public: a save may close a door, never open one.
    """
    if is_publication_under_way() or _is_in_step(article.pk):
        return None
    lock_chain()
    article = ArticlePage.objects.get(pk=article.pk)  # as stored: a draft in hand may differ
    current = article_by_uuid(article.uuid)
    if current is None:
        return _show_again(article, user) if opens and article.live else None
    if not is_open(article):
        reason = _("No longer public.") if article.live else _("Unpublished.")
        return withdraw(article=article, previous=current.edition, reason=reason, user=user)
    if current.address != article.public_address:
        return _move(article, current.edition, user)
    return None


def _is_in_step(article_id: int) -> bool:
    """Whether the record says what the tree says: most saves are of drafts, and need no lock."""
    article = ArticlePage.objects.get(pk=article_id)
    current = CurrentEdition.objects.filter(article_uuid=article.uuid)
    addresses = [article.public_address] if is_open(article) else []
    return list(current.values_list("address", flat=True)) == addresses


@transaction.atomic
def reconcile_below(page: Page, *, user: Any = None, opens: bool = True) -> None:
    """The same for every article at or below a page."""
    for article in ArticlePage.objects.descendant_of(page, inclusive=True):
        reconcile(article, user=user, opens=opens)


def withdraw(*, article: ArticlePage, previous: Edition, reason: str, user: Any = None) -> Edition:
    """Issue the edition after which the article is no longer public."""
    withdrawal = _issue_of(article, EditionKind.WITHDRAWN, reason, user)
    return close(replace(withdrawal, address=previous.address), previous)


@transaction.atomic
def retract(*, article: ArticlePage, reason: str, user: Any) -> Edition:
    """Take back what was said, in every channel, and say why. Raises ValueError without a reason.

    The page stays in the admin, unpublished.
    """
    if not reason.strip():
        raise ValueError(_("Say in a sentence why the briefing is retracted; readers will see it."))
    lock_chain()
    previous = CurrentEdition.objects.whole().get(article_uuid=article.uuid).edition
    edition = close(_issue_of(article, EditionKind.RETRACTED, reason.strip(), user), previous)
    close_retracted(article_uuid=article.uuid, now=edition.issued_at)
    article.unpublish(user=user)
    log(instance=article, action="assay.retract", user=user, data={"reason": reason.strip()})
    return edition


def _move(article: ArticlePage, previous: Edition, user: Any) -> Edition:
    content = previous.content | {"address": article.public_address}
    moved = Compiled(
        content=content, body_html=previous.body_html, search_text=previous.search_text
    )
    move = _issue_of(article, EditionKind.MOVED, formerly_at(previous), user)
    return issue(replace(move, revision_id=previous.revision_id), moved)


def _show_again(article: ArticlePage, user: Any) -> Edition | None:
    """A live article that was private and is no longer: its live revision, through the gate."""
    revision = article.live_revision
    if revision is None or not is_open(article):
        return None
    dossier = open_dossier(revision.as_object())
    given = reviews_given(article=article, revision=revision)
    found = all_findings(article=article, revision=revision, dossier=dossier, given=given)
    refuse_if_blocked(article, found)
    dossier = replace(dossier, reviews=reviews_of(given))
    return record(live=article, dossier=dossier, revision=revision, user=user, now=timezone.now())


def _issue_of(
    article: ArticlePage,
    kind: EditionKind,
    reason: str,
    user: Any,
) -> Issue:
    return Issue(
        article_uuid=article.uuid,
        page_id=article.pk,
        kind=kind,
        reason=reason,
        address=article.public_address,
        user=user,
        now=timezone.now(),
    )
