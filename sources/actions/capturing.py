"""Capture: bytes are kept as they came, with their digest and the text read from them."""

import datetime
import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sources.enums import CaptureWay
from sources.ingest import IngestError, ParsedItem, ingest_bytes
from sources.models import SourceDocument
from sources.queries import directory

LONGEST_TITLE, LONGEST_ADDRESS, LONGEST_MEDIA_TYPE = 300, 2000, 100  # as the model has them


@dataclass(frozen=True)
class Captured:
    """The document that holds the bytes, and the item read from them.

    `is_new` is false where the same bytes had been captured before: the document is then that one.
    """

    document: SourceDocument
    item: ParsedItem
    is_new: bool


def capture(
    *,
    raw: bytes,
    way: CaptureWay,
    media_type: str,
    now: datetime.datetime,
    url: str = "",
    language: str = "",
    user: Any = None,
) -> Captured:
    """Store bytes as evidence, once: the same bytes again return the document that is there.

    Raises an IngestError, and stores nothing, where the bytes hold no text, are more than the
    setting INGEST_MAX_BYTES allows, or came from an address too long to be kept.
    """
    if len(url) > LONGEST_ADDRESS:
        raise IngestError(_("The address is too long to be kept. Paste the text instead."))
    sha256 = hashlib.sha256(raw).hexdigest()
    item = ingest_bytes(raw, directory(), limit=settings.INGEST_MAX_BYTES)
    if known := SourceDocument.objects.with_bytes(sha256).first():
        return Captured(known, item, is_new=False)
    document = SourceDocument(
        title=(item.title or "")[:LONGEST_TITLE],
        url=url,
        language=language,
        published_on=item.date,
        captured_at=now,
        captured_way=way,
        captured_by=user,
        media_type=media_type[:LONGEST_MEDIA_TYPE],
        raw=ContentFile(raw, name=sha256),
        sha256=sha256,
        text=item.repaired_text,
        repairs=[asdict(repair) for repair in item.repairs],
        removals=[asdict(removal) for removal in item.removals],
    )
    return _store(document, item)


def _store(document: SourceDocument, item: ParsedItem) -> Captured:
    try:
        with transaction.atomic():
            document.save()
            log(instance=document, action="wagtail.create", user=document.captured_by)
    except DatabaseError:
        document.raw.delete(save=False)
        if first := SourceDocument.objects.with_bytes(document.sha256).first():
            # Somebody sent the same bytes in the same moment and was first.
            return Captured(first, item, is_new=False)
        raise
    return Captured(document, item, is_new=True)
