"""Saying what a captured document is: title, publisher, originators, credibility, and whose text it
republishes. The evidence itself never changes.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.db import transaction
from wagtail.log_actions import log

from sources.actions.judging import refuse_unconfirmed
from sources.models import Organisation, SourceDocument

LONGEST_TITLE = 300
CREDITED, JUDGED, MARKED = "assay.originators", "assay.credibility", "assay.republication"


@transaction.atomic
def describe_document(
    *, document: SourceDocument, originators: Iterable[Organisation], user: Any = None
) -> SourceDocument:
    """Save what people say of a document, and log what they said before. Raises ValidationError."""
    before = SourceDocument.objects.get(pk=document.pk)
    names_before = _originator_names(document)
    named = list(originators)
    document.full_clean()
    refuse_unconfirmed(document=document, originators=named)
    document.save()
    document.originators.set(named)
    log(instance=document, action="wagtail.edit", user=user)
    names = _originator_names(document)
    if names != names_before:
        data = {"was": names_before, "now": names}
        log(instance=document, action=CREDITED, user=user, data=data)
    if _judgement(document) != _judgement(before):
        _log_judgement(document, before, user)
    return document


@transaction.atomic
def entitle_document(*, document: SourceDocument, title: str, user: Any = None) -> bool:
    """Give a document without a title one to be known by; returns whether it had none."""
    if document.title or not title:
        return False
    document.title = title[:LONGEST_TITLE]
    document.save(update_fields=["title"])
    log(instance=document, action="wagtail.edit", user=user, data={"title": document.title})
    return True


@transaction.atomic
def mark_republication(
    *, document: SourceDocument, same_as: SourceDocument | None, user: Any = None
) -> SourceDocument:
    """Say that a document republishes the text of another, or of none.

    Both then carry the same mark, and so does whatever carried the mark of either. Without
    another document it gives its mark up.
    """
    before = document.republication_cluster
    mark = (same_as.republication_cluster or before or same_as.sha256) if same_as else ""
    group = [row for row in (document, same_as) if row]
    if same_as and before not in ("", mark):
        group += SourceDocument.objects.republishing(before).exclude(pk__in=[r.pk for r in group])
    for row in group:
        _mark(row, mark, document if row == same_as else same_as, user)
    return document


def _mark(document: SourceDocument, mark: str, same_as: SourceDocument | None, user: Any) -> None:
    if document.republication_cluster != mark:
        document.republication_cluster = mark
        document.save(update_fields=["republication_cluster"])
        data = {"same_as": str(same_as) if same_as else ""}
        # Of one deed the history shows an action once, be it of two documents: so two deeds.
        log(instance=document, action=MARKED, user=user, data=data, uuid=uuid4())


def _originator_names(document: SourceDocument) -> list[str]:
    return list(document.originators.values_list("name", flat=True))


def _judgement(document: SourceDocument) -> tuple[str, str]:
    return document.credibility, document.credibility_reason


def _log_judgement(document: SourceDocument, before: SourceDocument, user: Any) -> None:
    data = {
        "was": before.credibility,
        "now": document.credibility,
        "reason": document.credibility_reason,
        "reason_before": before.credibility_reason,
    }
    log(instance=document, action=JUDGED, user=user, data=data)
