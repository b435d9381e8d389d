"""The read vocabulary of the sources domain: how rows are chosen, in words that can be chained."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from sources.enums import CheckOutcome, ControlKind
from sources.names import fold

if TYPE_CHECKING:
    from sources.models import (
        Organisation,
        Ownership,
        SourceCheck,
        SourceDocument,
    )

CONTROLLING = [kind for kind in ControlKind if kind.controls]
CONCLUSIVE = [outcome for outcome in CheckOutcome if outcome.is_conclusive]
WORRYING = [outcome for outcome in CheckOutcome if outcome.is_worrying]


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations."""

    def named(self, name: str) -> Self:
        """Those that go by this name, in any spelling that folds alike."""
        return self.filter(names__folded=fold(name)).distinct()


class OwnershipQuerySet(models.QuerySet["Ownership"]):
    """Statements of ownership."""

    def valid_on(self, on: datetime.date, *, or_since: datetime.date | None = None) -> Self:
        """Those that hold on a day; `valid_to` is the first day on which one no longer does.

        With `or_since` also those that held on that earlier day or between the two.
        """
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
        not_ended = Q(valid_to__isnull=True) | Q(valid_to__gt=or_since or on)
        return self.filter(begun & not_ended)

    def controlling(self) -> Self:
        """Those that name an owner who decides."""
        return self.filter(control__in=CONTROLLING)


class SourceDocumentQuerySet(models.QuerySet["SourceDocument"]):
    """Captured documents."""

    def with_bytes(self, sha256: str) -> Self:
        """The document, if any, whose bytes have this digest."""
        return self.filter(sha256=sha256)

    def republishing(self, cluster: str) -> Self:
        """Those that carry a mark of republication; none for an empty one."""
        return self.filter(republication_cluster=cluster) if cluster else self.none()


class SourceCheckQuerySet(models.QuerySet["SourceCheck"]):
    """Looks at the addresses of documents, the newest first."""

    def conclusive(self) -> Self:
        """Those that say anything about the document."""
        return self.filter(outcome__in=CONCLUSIVE)

    def standing(self) -> Self:
        """Of each document the last that says anything: what is known of it now."""
        of_document = self.model.objects.conclusive().filter(document=OuterRef("document"))
        newest = of_document.order_by("-checked_at", "-pk").values("pk")[:1]
        return self.filter(pk=Subquery(newest))

    def worrying(self) -> Self:
        """Those that somebody should look at."""
        return self.filter(outcome__in=WORRYING)

    def unseen(self) -> Self:
        """Those that nobody has looked at."""
        return self.filter(seen_at=None)
