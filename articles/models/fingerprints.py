"""What counts as the content of an article, as a SHA-256, and who changed it last."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q

# What readers see of an article. Everything else in a revision is Wagtail's bookkeeping.
CONTENT_FIELDS = (
    "title",
    "slug",
    "standfirst",
    "briefing_date",
    "language",
    "topics",
    "ai_tool",
    "ai_purpose",
    "ai_responsible",
    "comment_policy",
    "disclaimer_note",
    "change_kind",
    "change_note",
)
STREAMS = ("highlights", "body", "analysis")
CHILD_RELATIONS = ("article_sources", "article_authors")
_CHILD_BOOKKEEPING = frozenset({"pk", "page"})
# Draftail gives a key to every block of rich text that has none, in the JSON of a stream.
_BLOCK_KEY = re.compile(r'(<[a-z0-9]+) data-block-key=\\"[0-9a-z]{1,5}\\"')


def content_fingerprint(content: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the content part of a revision's JSON, independent of key order.

    A revision that was only just made still holds dates; they count as they will be stored.
    """
    part: dict[str, Any] = {name: content.get(name) for name in CONTENT_FIELDS}
    part |= {name: _stream(content.get(name)) for name in STREAMS}
    for relation in CHILD_RELATIONS:
        part[relation] = [
            {key: value for key, value in child.items() if key not in _CHILD_BOOKKEEPING}
            for child in content.get(relation) or []
        ]
    canonical = json.dumps(
        part, sort_keys=True, separators=(",", ":"), ensure_ascii=False, cls=DjangoJSONEncoder
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _stream(stored: str | None) -> Any:
    """The blocks of a stream, without what the editor adds when it saves them unchanged."""
    return json.loads(_BLOCK_KEY.sub(r"\1", stored or "[]"))


def last_content_editor_id(article: Any, *, revision: Any = None) -> int | None:
    """Who saved the content as it now stands first: re-saving it unchanged does not count.

    With a revision, as it stood then: what was edited later is not what that revision says. None
    where the system did it, or where there is no revision.
    """
    editor: int | None = None
    newest: str | None = None
    for content, user_id in _revisions_newest_first(article, revision):
        fingerprint = content_fingerprint(content)
        if newest is not None and fingerprint != newest:
            break
        newest, editor = fingerprint, user_id
    return editor


def _revisions_newest_first(
    article: Any, newest: Any
) -> Iterator[tuple[Mapping[str, Any], int | None]]:
    rows = article.revisions.order_by("-created_at", "-pk").values_list("content", "user_id")
    if newest is not None:
        same_moment = Q(created_at=newest.created_at, pk__lte=newest.pk)
        rows = rows.filter(Q(created_at__lt=newest.created_at) | same_moment)
    return iter(rows.iterator(chunk_size=5))
