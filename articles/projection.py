"""What the rows that lists read say of an edition, for those who write them and who check them.

Only what follows from the edition alone. Links to topics, organisations and documents follow from
the edition and the records of that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.dateparse import parse_date

if TYPE_CHECKING:
    from articles.models.editions import Edition

NOT_IN_LISTS = ("sections", "directives", "analysis", "citations", "organisations", "reviews")


def summary_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """What lists show of an article: its content without the long parts."""
    return {key: value for key, value in content.items() if key not in NOT_IN_LISTS}


def current_values(edition: Edition) -> dict[str, Any]:
    """The columns of an edition's `CurrentEdition`."""
    return {
        "address": edition.address,
        "briefing_date": edition.briefing_date,
        "published_at": edition.published_at,
        "language": edition.language,
        "translation_key": UUID(edition.content["translation_key"]),
        "corroboration": edition.content["corroboration"]["state"],
        "summary": summary_of(edition.content),
    }


def directive_values(edition: Edition) -> list[dict[str, Any]]:
    """The columns of each `Directive` of an edition, in order."""
    return [
        {
            "uuid": UUID(directive["uuid"]),
            "anchor": directive["id"],
            "position": position,
            "published_at": edition.published_at,
            "text": directive["text"],
            "target": directive["target"],
            "deadline": parse_date(directive["deadline"]) if directive["deadline"] else None,
            "force": directive["force"],
            "status": directive["status"],
            "corroboration": directive["corroboration"]["state"],
            "content": directive,
        }
        for position, directive in enumerate(edition.content["directives"])
    ]
