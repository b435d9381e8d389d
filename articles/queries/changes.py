"""The record in the order in which it was written: what a mirror replays to hold what is public."""

from django.db.models import Exists, OuterRef

from articles.models.editions import CurrentEdition, Edition
from articles.queries.paging import KeysetPage, page_of

FIELDS = ("article_uuid", "number", "kind", "issued_at", "address", "sha256")


def changes(*, after: int = 0, limit: int, cursor: str = "") -> KeysetPage[Edition]:
    """Editions, oldest first, without their contents; `after` is the last one that is known.

    Each has `is_public`: whether its article can still be read. One query; raises
    ForeignCursorError.
    """
    current = CurrentEdition.objects.filter(article_uuid=OuterRef("article_uuid"))
    rows = Edition.objects.filter(pk__gt=after).annotate(is_public=Exists(current)).only(*FIELDS)
    return page_of(rows, limit=limit, cursor=cursor, binding=f"changes {after}", order=("pk",))
