"""The read vocabulary of the sources domain: how rows are chosen, in words that can be chained."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from sources.enums import ControlKind
from sources.names import fold

if TYPE_CHECKING:
    from sources.models import Organisation, Ownership, SourceDocument  # noqa: F401 - for the types

CONTROLLING = [kind for kind in ControlKind if kind.controls]


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations."""

    def named(self, name: str) -> Self:
        """Those that go by this name, in any spelling that folds alike."""
        return self.filter(names__folded=fold(name)).distinct()


class OwnershipQuerySet(models.QuerySet["Ownership"]):
    """Statements of ownership."""

    def valid_on(self, on: datetime.date) -> Self:
        """Those that hold on a day; `valid_to` is the first day on which one no longer does."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
        not_ended = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
        return self.filter(begun & not_ended)

    def controlling(self) -> Self:
        """Those that name an owner who decides."""
        return self.filter(control__in=CONTROLLING)


class SourceDocumentQuerySet(models.QuerySet["SourceDocument"]):
    """Captured documents."""

    def with_bytes(self, sha256: str) -> Self:
        """The document, if any, whose bytes have this digest."""
        return self.filter(sha256=sha256)
