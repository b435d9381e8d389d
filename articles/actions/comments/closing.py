"""A retracted briefing takes no more comments, also where it is read again one day."""

import datetime
from uuid import UUID

from articles.models.moderation import Thread


def close_retracted(*, article_uuid: UUID, now: datetime.datetime) -> None:
    """Close a thread that is not closed yet, by nobody and without a note: readers know why."""
    Thread.objects.get_or_create(article_uuid=article_uuid)
    Thread.objects.filter(article_uuid=article_uuid, closed_at=None).update(
        closed_at=now, closed_by=None, closing_note=""
    )
