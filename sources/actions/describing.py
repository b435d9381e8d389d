"""Saying what a captured document is: title, publisher, originators, credibility. The evidence
itself never changes.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from sources.models import Organisation, SourceDocument

LONGEST_TITLE = 300
CREDITED, JUDGED = "assay.originators", "assay.credibility"


@transaction.atomic
def describe_document(
    *, document: SourceDocument, originators: Iterable[Organisation], user: Any = None
) -> SourceDocument:
    """Save what people say of a document, and log what they said before. Raises ValidationError."""
    before = SourceDocument.objects.get(pk=document.pk)
    names_before = _originator_names(document)
    document.full_clean()
    document.save()
    document.originators.set(list(originators))
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
