"""Editions of kind *provenance*: the ownership record changed, so what rests on it says so."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.actions.recording import Issue, issue, lock_chain
from articles.compile import recompile
from articles.dossier import open_dossier
from articles.enums import EditionKind
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
    compiled = recompile(open_dossier(revision.as_object()), edition.content, now=now)
    return issue(_issue_of(edition, now), compiled) if compiled else None


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
