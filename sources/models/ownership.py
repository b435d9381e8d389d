"""Dated statements that one organisation owns another, or that nobody controls it."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.enums import ControlKind
from sources.models.contradictions import Period, refuse_contradictions
from sources.models.documents import SourceDocument
from sources.models.organisations import Organisation
from sources.querysets import OwnershipQuerySet

WITH_OWNER = [kind for kind in ControlKind if kind.needs_owner]
WITHOUT_OWNER = [kind for kind in ControlKind if not kind.needs_owner]


class Ownership(models.Model):
    """What is on record about who stands above an organisation, from one day to another."""

    owned = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="owner_statements",
        verbose_name=_("organisation"),
    )
    control = models.CharField(_("control"), max_length=20, choices=ControlKind)
    owner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holding_statements",
        verbose_name=_("owner"),
        help_text=_("Empty when the statement says that nobody controls the organisation."),
    )
    share = models.DecimalField(
        _("share in per cent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    valid_from = models.DateField(
        _("valid from"), null=True, blank=True, help_text=_("Empty: as far back as is known.")
    )
    valid_to = models.DateField(
        _("valid to"),
        null=True,
        blank=True,
        help_text=_("The first day on which it no longer holds. Empty: it still does."),
    )
    evidence = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ownership_statements",
        verbose_name=_("evidence"),
    )
    evidence_note = models.TextField(_("note on the evidence"), blank=True)

    objects = OwnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("ownership")
        verbose_name_plural = _("ownership")
        ordering = ["owned__name", "valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(owner=F("owned")),
                name="ownership_is_not_of_oneself",
                violation_error_message=_("An organisation cannot own itself."),
            ),
            models.CheckConstraint(
                condition=Q(control__in=WITH_OWNER, owner__isnull=False)
                | Q(control__in=WITHOUT_OWNER, owner__isnull=True, share__isnull=True),
                name="ownership_names_an_owner_where_there_is_one",
                violation_error_message=_("Name an owner exactly where the control has one."),
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100),
                name="ownership_share_is_a_percentage",
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lt=F("valid_to")),
                name="ownership_ends_after_it_begins",
                violation_error_message=_("A statement must end after the day it begins."),
            ),
        ]

    def __str__(self) -> str:
        owner = str(self.owner) if self.owner else ""
        share = f"({self.share.normalize():f} %)" if self.share is not None else ""
        words = ControlKind(self.control).words
        return " ".join(filter(None, (str(self.owned), words, owner, share)))

    def clean(self) -> None:
        """Refuse a statement that contradicts the record, in words that name the other one."""
        super().clean()
        if self.control not in ControlKind.values or self.owned_id is None:
            return
        others = Ownership.objects.exclude(pk=self.pk).select_related("owned", "owner")
        refuse_contradictions(self, others)

    @property
    def period(self) -> Period:
        """The day on which it begins to hold and the first on which it no longer does."""
        return self.valid_from, self.valid_to

    @property
    def period_words(self) -> str:
        """When it holds, as far as is known, fit to follow a comma."""
        days = {"begin": self.valid_from, "end": self.valid_to}
        if self.valid_from and self.valid_to:
            return gettext("from %(begin)s, no longer on %(end)s") % days
        if self.valid_from:
            return gettext("since %(begin)s") % days
        if self.valid_to:
            return gettext("no longer on %(end)s") % days
        return gettext("without a known beginning or end")

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it holds on a day; the row's own answer to `OwnershipQuerySet.valid_on`."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day < self.valid_to)
