"""Whether one edition is what it was when it was sealed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import F, Field, Func, QuerySet, TextField

from articles.chain import content_digest, seal
from articles.models.editions import Edition
from articles.queries.verification.rows import BROKEN

# What SQLite stores as text that can be spelled in more than one way. It finds, sorts and compares
# by the text, while Python reads another spelling as the same value. (Nothing is found by the text
# of the content: another spelling of the same JSON is the same to everybody.)
SPELLED: tuple[Field[Any, Any], ...] = (
    Edition.article_uuid.field,
    Edition.issued_at.field,
    Edition.briefing_date.field,
    Edition.published_at.field,
)


def provable_editions() -> QuerySet[Edition]:
    """Every edition, with all that `alterations` looks at."""
    rows = Edition.objects.order_by("pk")
    if connection.vendor != "sqlite":
        return rows
    quoted = {_literal_name(field): _sql("quote", field.attname) for field in SPELLED}
    return rows.annotate(**quoted, type_of_content=_sql("typeof", "content"))


def alterations(edition: Edition) -> Iterator[str]:
    """In words, what of an edition is not as it was sealed."""
    if not _has_its_content(edition):
        yield "its content is not what it was"
    if not has_its_seal(edition):
        yield "its seal does not fit what it says of itself"
    elif respelled := _respelled(edition):
        yield f"not spelled as it was stored: {', '.join(respelled)}"


def has_its_seal(edition: Edition) -> bool:
    """Whether the seal is over what the columns say."""
    try:
        return edition.sha256 == seal(edition)
    except BROKEN:
        return False


def _has_its_content(edition: Edition) -> bool:
    try:
        return edition.content_sha256 == content_digest(
            content=edition.content, body_html=edition.body_html, search_text=edition.search_text
        )
    except BROKEN:
        return False


def _respelled(edition: Edition) -> list[str]:
    if connection.vendor != "sqlite":
        return []
    names = [
        str(field.verbose_name)
        for field in SPELLED
        if getattr(edition, _literal_name(field)) != _literal(field, edition)
    ]
    is_text = getattr(edition, "type_of_content") == "text"
    return names if is_text else [*names, "content"]


def _literal(field: Field[Any, Any], edition: Edition) -> str:
    """A value as Django stores it, as a literal of SQL."""
    stored = field.get_db_prep_save(getattr(edition, field.attname), connection)
    return "'" + str(stored).replace("'", "''") + "'"


def _literal_name(field: Field[Any, Any]) -> str:
    return f"literal_{field.attname}"


def _sql(function: str, column: str) -> Func:
    return Func(F(column), function=function, output_field=TextField())
