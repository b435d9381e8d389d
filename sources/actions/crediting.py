"""Saying of a source document from whom its content comes."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from sources.models import Organisation, SourceDocument


@transaction.atomic
def credit_originators(
    *, document: SourceDocument, organisations: Iterable[Organisation], user: Any = None
) -> bool:
    """Name the originators of a document that names none yet; returns whether that was so.

    What somebody has said of it already, publisher or originators, stands.
    """
    found = list(organisations)
    if not found or document.publisher_id or document.originators.exists():
        return False
    document.originators.set(found)
    names = [organisation.name for organisation in found]
    log(instance=document, action="wagtail.edit", user=user, data={"originators": names})
    return True
