"""Editions of kind *provenance*: the ownership record changed, so what rests on it says so."""

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.actions.recording import Issue, issue, lock_chain
from articles.compile import Compiled, compile_edition
from articles.compile.provenance import provenance_of
from articles.dossier import Dossier, open_dossier
from articles.enums import EditionKind
from articles.formats.moments import timestamp
from articles.models.editions import CurrentEdition, Edition
from sources.queries import held_by


def follow_ownership(*, organisation_ids: list[int], now: datetime.datetime | None = None) -> int:
    """Issue provenance editions for every public article that rests on these organisations.

    An article names the owners on the chain that proves a status; another chain can decide about
    independence, so those that stand below the organisations are looked at, too. Returns how many
    were issued; an article whose provenance reads as before gets none.
    """
    moment = now or timezone.now()
    affected = held_by(organisation_ids)
    rows = CurrentEdition.objects.filter(organisations__in=affected).order_by("pk")
    uuids = list(rows.values_list("article_uuid", flat=True).distinct())
    return sum(_follow(uuid, moment) is not None for uuid in uuids)


@transaction.atomic
def _follow(article_uuid: UUID, now: datetime.datetime) -> Edition | None:
    lock_chain()
    current = CurrentEdition.objects.whole().filter(article_uuid=article_uuid).first()
    if current is None:
        return None
    edition = current.edition
    revision = Revision.objects.filter(pk=edition.revision_id).first()
    if revision is None:
        return None
    dossier = open_dossier(revision.as_object())
    provenance = provenance_of(dossier)
    if all(edition.content.get(key) == value for key, value in provenance.items()):
        return None
    return issue(_issue_of(edition, now), _recompiled(edition, dossier, provenance, now))


def _recompiled(
    edition: Edition, dossier: Dossier, provenance: dict[str, Any], now: datetime.datetime
) -> Compiled:
    """The words stand as they were approved; only what the ownership record says is new."""
    fresh = compile_edition(dossier, kind=EditionKind.PROVENANCE, now=now)
    content = edition.content | provenance | {"updated_at": timestamp(now)}
    return Compiled(content=content, body_html=fresh.body_html, search_text=fresh.search_text)


def _issue_of(edition: Edition, now: datetime.datetime) -> Issue:
    return Issue(
        article_uuid=edition.article_uuid,
        page_id=edition.page_id,
        revision_id=edition.revision_id,
        kind=EditionKind.PROVENANCE,
        reason=_("The ownership record of a source changed."),
        address=edition.address,
        now=now,
    )
