"""What an edition means to a mirror of the public record: the vocabulary of the change feed."""

from django.db import models

from articles.enums import EditionKind


class ChangeType(models.TextChoices):
    """What a mirror does with a change: take the article up, read it again, or drop it."""

    CREATED = "created"
    UPDATED = "updated"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


_TYPES = {
    EditionKind.PUBLISHED: ChangeType.CREATED,
    EditionKind.UPDATED: ChangeType.UPDATED,
    EditionKind.PROVENANCE: ChangeType.UPDATED,
    EditionKind.MOVED: ChangeType.UPDATED,
    EditionKind.CORRECTED: ChangeType.CORRECTED,
    EditionKind.CLARIFIED: ChangeType.CORRECTED,
    EditionKind.RETRACTED: ChangeType.RETRACTED,
    EditionKind.WITHDRAWN: ChangeType.WITHDRAWN,
}


def change_type(kind: str) -> ChangeType:
    """The type of the change that an edition of a kind makes."""
    return _TYPES[EditionKind(kind)]
