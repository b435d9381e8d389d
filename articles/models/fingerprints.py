"""What counts as the content of an article, as a SHA-256, and who changed it last."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

# What readers see of an article. Everything else in a revision is Wagtail's bookkeeping.
CONTENT_FIELDS = (
    "title",
    "slug",
    "standfirst",
    "briefing_date",
    "language",
    "highlights",
    "body",
    "analysis",
    "topics",
    "ai_tool",
    "ai_purpose",
    "ai_responsible",
    "comment_policy",
    "disclaimer_note",
    "change_kind",
    "change_note",
)
CHILD_RELATIONS = ("article_sources", "article_authors")
_CHILD_BOOKKEEPING = frozenset({"pk", "page"})


def content_fingerprint(content: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the content part of a revision's JSON, independent of key order."""
    part: dict[str, Any] = {name: content.get(name) for name in CONTENT_FIELDS}
    for relation in CHILD_RELATIONS:
        part[relation] = [
            {key: value for key, value in child.items() if key not in _CHILD_BOOKKEEPING}
            for child in content.get(relation) or []
        ]
    canonical = json.dumps(part, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def last_content_editor_id(article: Any) -> int | None:
    """Who saved the content as it now stands first: re-saving it unchanged does not count.

    None where the system did it, or where there is no revision.
    """
    editor: int | None = None
    newest: str | None = None
    for content, user_id in _revisions_newest_first(article):
        fingerprint = content_fingerprint(content)
        if newest is not None and fingerprint != newest:
            break
        newest, editor = fingerprint, user_id
    return editor


def _revisions_newest_first(
    article: Any,
) -> Iterator[tuple[Mapping[str, Any], int | None]]:
    rows = article.revisions.order_by("-created_at", "-pk").values_list("content", "user_id")
    return iter(rows.iterator(chunk_size=5))
