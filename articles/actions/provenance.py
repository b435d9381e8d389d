"""Editions of kind *provenance*: the record of owners changed, so what rests on it says so."""

import datetime
import logging
from collections.abc import Callable, Iterable
from functools import cache
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.actions.recording import Issue, issue
from articles.compile import recompile, written_in
from articles.dossier import open_dossier
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.locking import lock_chain
from articles.queries.editions import article_by_uuid
from articles.querysets import CurrentEditionQuerySet
from sources.models import SourceDocument
from sources.ownership import OwnershipGraph
from sources.queries import held_by, ownership_graph

TOGETHER = 20  # articles that share one reading of the record, and one hold of the lock
GraphOf = Callable[[datetime.date], OwnershipGraph]
Outcome = Edition | Exception | None

logger = logging.getLogger(__name__)


def follow_ownership(*, organisation_ids: list[int], now: datetime.datetime | None = None) -> int:
    """Issue provenance editions for every public article that rests on these organisations.

    An article rests on its documents' publishers and originators and on whoever stands above
    them, so those below the organisations are looked at, too. Returns how many were issued; an
    article whose provenance reads as before gets none.
    """
    affected = held_by(organisation_ids)
    theirs = Q(publisher__in=affected) | Q(originators__in=affected)
    documents = SourceDocument.objects.filter(theirs)
    return _follow_all(CurrentEdition.objects.filter(documents__in=documents.values("pk")), now)


def follow_documents(*, document_ids: list[int], now: datetime.datetime | None = None) -> int:
    """As `follow_ownership`, for every public article that names these source documents."""
    return _follow_all(CurrentEdition.objects.filter(documents__in=document_ids), now)


def _follow_all(rows: CurrentEditionQuerySet, now: datetime.datetime | None) -> int:
    """The newest first. An article that fails is told of at the end and holds up none."""
    moment = now or timezone.now()
    uuids = list(dict.fromkeys(rows.newest_first().values_list("article_uuid", flat=True)))
    outcomes: list[Outcome] = []
    for start in range(0, len(uuids), TOGETHER):
        outcomes += _follow_together(uuids[start : start + TOGETHER], moment)
    if failures := [each for each in outcomes if isinstance(each, Exception)]:
        raise ExceptionGroup("articles whose provenance could not be followed", failures)
    return len([each for each in outcomes if each])


@transaction.atomic
def _follow_together(uuids: Iterable[UUID], now: datetime.datetime) -> list[Outcome]:
    """The record is read under the lock: who reads it later says what was changed later."""
    lock_chain()
    graph_of = cache(lambda day: ownership_graph(on=day))
    return [_attempt(uuid, now, graph_of) for uuid in uuids]


def _attempt(article_uuid: UUID, now: datetime.datetime, graph_of: GraphOf) -> Outcome:
    try:
        with transaction.atomic():
            return _follow(article_uuid, now, graph_of)
    except Exception as error:
        logger.exception("No provenance edition of %s", article_uuid)
        return error


def _follow(article_uuid: UUID, now: datetime.datetime, graph_of: GraphOf) -> Edition | None:
    current = article_by_uuid(article_uuid)
    if current is None:
        return None
    edition = current.edition
    revision = Revision.objects.filter(pk=edition.revision_id).first()
    if revision is None:
        return None
    article = revision.as_object()
    dossier = open_dossier(article, graph=graph_of(article.briefing_date))
    compiled = recompile(dossier, edition.content, now=now)
    return issue(_issue_of(edition, now), compiled) if compiled else None


def _issue_of(edition: Edition, now: datetime.datetime) -> Issue:
    with written_in(edition.content["language"]):
        reason = _("The ownership record of a source changed.")
    return Issue(
        article_uuid=edition.article_uuid,
        page_id=edition.page_id,
        revision_id=edition.revision_id,
        kind=EditionKind.PROVENANCE,
        reason=reason,
        address=edition.address,
        now=now,
    )
