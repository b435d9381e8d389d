"""The one way to make a briefing public: gate, Wagtail's own publishing, edition.

Every door of Wagtail that can publish ends in `publish`, or is refused by `require_publication`
when it tries to save a live article past it.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Revision
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.tasks import update_reference_index_task

from articles.actions.gatekeeping import PublicationRefused, all_findings, refuse_if_blocked
from articles.actions.recording import Issue, issue
from articles.chain import digest
from articles.compile import Compiled, compile_edition
from articles.dossier import Dossier, Review, open_dossier
from articles.enums import EditionKind
from articles.gate import Finding, Rule, findings
from articles.models.editions import Edition
from articles.models.locking import lock_chain
from articles.models.pages import ArticlePage
from articles.models.workflow import ReviewTask, ReviewTaskState, reviews_given
from articles.visibility import is_open

# What differs between two editions that say the same at different addresses.
OF_A_MOVE = frozenset({"address", "updated_at", "reviews"})
LIVE_FIELDS = frozenset({"live", "live_revision", "live_revision_id"})
_under_way: ContextVar[bool] = ContextVar("publication_under_way", default=False)


def publish(
    *,
    article: ArticlePage,
    revision: Revision,
    user: Any = None,
    now: datetime.datetime | None = None,
    **options: Any,
) -> Edition | None:
    """Publish exactly this revision, or schedule it where its go-live time lies ahead.

    Returns the edition, or None where nothing became public: scheduled, or under a private page.
    Raises PublicationRefused, and changes nothing, where a finding blocks. `options` are those of
    Wagtail's `Page.publish`.
    """
    return publish_waiving(
        waived=frozenset(), article=article, revision=revision, user=user, now=now, **options
    )


def publish_waiving(
    *,
    waived: Collection[Rule],
    article: ArticlePage,
    revision: Revision,
    user: Any = None,
    now: datetime.datetime | None = None,
    **options: Any,
) -> Edition | None:
    """Publish although findings of these rules would block: for the emergency action alone."""
    moment = now or timezone.now()
    with transaction.atomic():
        lock_chain()
        revision = Revision.objects.select_for_update().get(pk=revision.pk)
        opened = revision.as_object()
        dossier = open_dossier(opened)
        given = reviews_given(article=article, revision=revision)
        found = all_findings(article=article, revision=revision, dossier=dossier, given=given)
        refuse_if_blocked(article, (each for each in found if each.rule not in waived))
        with publication_under_way(), disable_reference_index_auto_update():
            article.publish_past_the_gate(revision, opened=opened, user=user, **options)
        transaction.on_commit(partial(_index_for_editors, article.pk))
        if opened.live_revision_id != revision.pk or not is_open(opened):
            return None
        dossier = replace(dossier, reviews=reviews_of(given))
        return record(live=opened, dossier=dossier, revision=revision, user=user, now=moment)


def _index_for_editors(article_id: int) -> None:
    """Let the admin find a live article, and know what it uses: once, when all else is done."""
    for task in (insert_or_update_object_task, update_reference_index_task):
        task.enqueue("articles", "articlepage", str(article_id))


def record(
    *, live: ArticlePage, dossier: Dossier, revision: Revision, user: Any, now: datetime.datetime
) -> Edition:
    """Issue the edition of a revision that is live."""
    kind, reason = kind_of_change(dossier)
    compiled = compile_edition(dossier, kind=kind, reason=reason, now=now)
    previous = dossier.previous
    is_untold_update = kind is EditionKind.UPDATED and not reason
    if is_untold_update and previous and is_only_moved(previous, compiled):
        kind, reason = EditionKind.MOVED, formerly_at(previous)
    return issue(
        Issue(
            article_uuid=live.uuid,
            page_id=live.pk,
            revision_id=revision.pk,
            kind=kind,
            reason=reason,
            address=live.public_address,
            user=user,
            now=now,
        ),
        compiled,
    )


def kind_of_change(dossier: Dossier) -> tuple[EditionKind, str]:
    """What the next edition is called, and what readers are told.

    A note counts once: where an earlier edition has told it already, the next one is an update.
    """
    previous, note = dossier.previous, dossier.article.change_note.strip()
    if previous is None:
        return EditionKind.PUBLISHED, ""
    told = Edition.objects.of_article(dossier.article.uuid).filter(reason=note)
    if note and not told.exists():
        return EditionKind(dossier.article.change_kind), note
    was_public = EditionKind(previous.kind).is_public
    return EditionKind.UPDATED if was_public else EditionKind.PUBLISHED, ""


def is_only_moved(previous: Edition, compiled: Compiled) -> bool:
    """Whether the address is all that a reader would find changed."""
    if previous.address == compiled.content["address"]:
        return False
    before, after = (
        {key: value for key, value in content.items() if key not in OF_A_MOVE}
        for content in (previous.content, compiled.content)
    )
    return digest(before) == digest(after)


def formerly_at(previous: Edition) -> str:
    """What readers are told of a move."""
    return _("Formerly at /%(address)s") % {"address": previous.address}


def reviews_of(given: Mapping[type[ReviewTask], ReviewTaskState]) -> tuple[Review, ...]:
    """Who checked and who approved exactly this content: nobody, after an emergency."""
    return tuple(
        Review(
            step=task.step,
            reviewer=state.finished_by.get_full_name() if state.finished_by else "",
            reviewed_at=state.finished_at,
        )
        for task, state in sorted(given.items(), key=lambda row: row[0].step.position)
    )


@contextmanager
def publication_under_way() -> Iterator[None]:
    """Within it, articles may be saved live: only the actions of this module open it."""
    token = _under_way.set(True)
    try:
        yield
    finally:
        _under_way.reset(token)


def is_publication_under_way() -> bool:
    """Whether the save at hand belongs to the publish action."""
    return _under_way.get()


def require_publication(
    article: ArticlePage, *, update_fields: Collection[str] | None = None
) -> None:
    """Refuse a save that would make an article, or another revision of it, live past the gate.

    A draft in hand may remember an older live revision: only what the save writes counts.

    A new alias is refused even as a draft: Wagtail publishes it with the page that it follows.
    """
    if article.alias_of_id and (article.live or article.pk is None):
        raise PublicationRefused(article, [Finding(findings.NO_ALIAS, _("An alias was refused."))])
    writes_live = update_fields is None or not LIVE_FIELDS.isdisjoint(update_fields)
    if _under_way.get() or not article.live or not writes_live:
        return
    stored = ArticlePage.objects.filter(pk=article.pk).values_list("live", "live_revision_id")
    if article.pk is None or stored.first() != (True, article.live_revision_id):
        message = _("The briefing would have become public without the gate.")
        raise PublicationRefused(article, [Finding(findings.PAST_THE_GATE, message)])
