"""The editions of one article as its record: where it stands, and how it came there."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition

METADATA = ("article_uuid", "number", "kind", "reason", "issued_at", "published_at", "sha256")


def last_word(uuid: UUID) -> Edition | None:
    """The newest edition of an article that is public or was retracted, without its content.

    None for any other article: there is nothing to say of it, or no longer. One query.
    """
    public = CurrentEdition.objects.filter(edition=OuterRef("pk"))
    rows = Edition.objects.of_article(uuid).annotate(is_public=Exists(public))
    edition = rows.only(*METADATA).first()
    if edition is None:
        return None
    is_public: bool = getattr(edition, "is_public")
    return edition if is_public or edition.kind == EditionKind.RETRACTED else None


def with_content(edition: Edition) -> Edition:
    """The same edition with content and text column. One query."""
    return Edition.objects.only(*METADATA, "content", "body_html").get(pk=edition.pk)


def history(uuid: UUID) -> list[Edition]:
    """All editions of an article, the oldest first, without their contents. One query."""
    rows = Edition.objects.filter(article_uuid=uuid).order_by("number")
    return list(rows.only(*METADATA))
