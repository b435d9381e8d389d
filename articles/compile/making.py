"""What an edition says of its own making: who reviewed it, and what was wrong in earlier ones."""

import datetime
from typing import Any

from articles.dossier import Dossier
from articles.enums import EditionKind
from articles.formats.moments import timestamp


def reviews(dossier: Dossier) -> list[dict[str, str]]:
    """The steps of the review of exactly this text, in their order."""
    return [
        {
            "step": review.step.value,
            "words": str(review.step.label),
            "reviewer": review.reviewer,
            "reviewed_at": timestamp(review.reviewed_at),
        }
        for review in dossier.reviews
    ]


def corrections(
    dossier: Dossier, *, kind: EditionKind, reason: str, now: datetime.datetime
) -> list[dict[str, Any]]:
    """The notices that readers see, newest first: those of earlier editions and this one's."""
    earlier = [
        _notice(EditionKind(row.kind), row.reason, row.issued_at, row.number)
        for row in dossier.corrections
    ]
    if not kind.is_correction:
        return earlier
    number = dossier.previous.number + 1 if dossier.previous else 1
    return [_notice(kind, reason, now, number), *earlier]


def _notice(
    kind: EditionKind, text: str, issued_at: datetime.datetime, number: int
) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "kind_words": str(kind.label),
        "text": text,
        "issued_at": timestamp(issued_at),
        "number": number,
    }
