"""From an approved revision to what the public may see of it: `compile_edition`.

Takes a dossier, so that the number of queries does not depend on the text, and returns plain data.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from articles.compile.content import content_of, renewed, texts
from articles.compile.html import body_html
from articles.compile.provenance import outlets_of, provenance_of
from articles.dossier import Dossier
from articles.enums import EditionKind
from articles.formats.language import written_in
from articles.formats.moments import timestamp

__all__ = [
    "Compiled",
    "compile_edition",
    "outlets_of",
    "provenance_of",
    "recompile",
    "written_in",
]


@dataclass(frozen=True)
class Compiled:
    """Everything of an edition that comes from the article itself."""

    content: dict[str, Any]
    body_html: str
    search_text: str


def compile_edition(
    dossier: Dossier, *, kind: EditionKind, reason: str = "", now: datetime.datetime
) -> Compiled:
    """Compile the article in a dossier; the same dossier and arguments give the same result."""
    with written_in(dossier.article.language):
        content = content_of(dossier, kind=kind, reason=reason, now=now)
        html = body_html(dossier, content)
    return Compiled(content=content, body_html=html, search_text=search_text(content))


def recompile(
    dossier: Dossier, content: dict[str, Any], *, now: datetime.datetime
) -> Compiled | None:
    """Compile only where an article comes from: its words stand as `content` has them.

    None where the ownership record says of it what it said before.
    """
    with written_in(content["language"]):
        fresh = renewed(content, dossier)
        if fresh == content:
            return None
        fresh["updated_at"] = timestamp(now)
        html = body_html(dossier, fresh)
    return Compiled(content=fresh, body_html=html, search_text=search_text(fresh))


def search_text(content: dict[str, Any]) -> str:
    """What full-text search looks through, beyond title and standfirst."""
    organisations = {
        party["name"]
        for source in content["sources"]
        for party in (source["publisher"], *source["originators"])
        if party
    }
    topics = (topic["name"] for topic in content["topics"])
    return "\n".join(filter(None, (*texts(content), *sorted(organisations), *topics)))
