"""The chain of editions: what each hash is over, for those who write the record and who check it.

Nothing here reads or writes the database.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articles.models.editions import Edition

GENESIS = "0" * 64  # what the first edition has before it


def digest(value: Any) -> str:
    """SHA-256 (hex) of a value's canonical JSON: sorted keys, no spaces, UTF-8."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def content_digest(*, content: Mapping[str, Any], body_html: str, search_text: str) -> str:
    """The SHA-256 of everything of an edition that comes from the article itself."""
    return digest({"content": content, "body_html": body_html, "search_text": search_text})


def seal(edition: Edition) -> str:
    """The SHA-256 of an edition: over every column of it, and over the seal of the one before.

    What `content_digest` is over stands in it by `content_sha256`.
    """
    return digest(
        {
            "position": edition.pk,
            "previous": edition.previous_sha256,
            "content": edition.content_sha256,
            "article": str(edition.article_uuid),
            "number": edition.number,
            "kind": edition.kind,
            "reason": edition.reason,
            "page": edition.page_id,
            "revision": edition.revision_id,
            "issued_at": _moment(edition.issued_at),
            "issued_by": [edition.issued_by_id, edition.issued_by_name],
            "address": edition.address,
            "language": edition.language,
            "title": edition.title,
            "standfirst": edition.standfirst,
            "briefing_date": edition.briefing_date.isoformat(),
            "published_at": _moment(edition.published_at),
        }
    )


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat()
