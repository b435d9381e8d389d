"""Capture: bytes are kept as they came, with their digest and the text read from them."""

import datetime
import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from sources.enums import CaptureWay
from sources.ingest import ParsedItem, ingest_bytes
from sources.models import SourceDocument
from sources.queries import directory

LONGEST_TITLE = 300


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
    user: Any = None,
) -> Captured:
    """Store bytes as evidence, once: the same bytes again return the document that is there.

    Raises an IngestError, and stores nothing, where the bytes hold no text.
    """
    sha256 = hashlib.sha256(raw).hexdigest()
    item = ingest_bytes(raw, directory())
    if known := SourceDocument.objects.with_bytes(sha256).first():
        return Captured(known, item, is_new=False)
    document = SourceDocument(
        title=(item.title or "")[:LONGEST_TITLE],
        url=url,
        published_on=item.date,
        captured_at=now,
        captured_way=way,
        captured_by=user,
        media_type=media_type[:100],
        raw=ContentFile(raw, name=sha256),
        sha256=sha256,
        text=item.repaired_text,
        repairs=[asdict(repair) for repair in item.repairs],
        removals=[asdict(removal) for removal in item.removals],
    )
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:
        # Somebody sent the same bytes in the same moment and was first.
        document.raw.delete(save=False)
        return Captured(SourceDocument.objects.with_bytes(sha256).get(), item, is_new=False)
    return Captured(document, item, is_new=True)
