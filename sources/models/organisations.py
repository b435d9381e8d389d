"""Organisations and the names they go by."""

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from sources.enums import OrganisationKind, Reliability
from sources.names import fold
from sources.querysets import OrganisationQuerySet

WIKIDATA = "https://www.wikidata.org/wiki/"


class Organisation(index.Indexed, models.Model):
    """A body that publishes, owns or is written about."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    native_name = models.CharField(_("name in its own language"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters, as in ISO 3166-1."))],
        help_text=_("ISO 3166-1 code of two letters, such as CN."),
    )
    website = models.URLField(_("website"), blank=True)
    wikidata_id = models.CharField(
        _("Wikidata id"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9][0-9]*\Z", _("The letter Q and a number."))],
    )
    lei = models.CharField(
        _("LEI"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^[0-9A-Z]{18}[0-9]{2}\Z", _("Twenty letters and digits."))],
        help_text=_("Legal Entity Identifier, ISO 17442."),
    )
    reliability = models.CharField(
        _("reliability"), max_length=1, choices=Reliability, default=Reliability.F
    )
    reliability_reason = models.TextField(_("reason for the reliability"), blank=True)
    reliability_assessor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reliability assessed by"),
    )
    reliability_on = models.DateField(_("reliability assessed on"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("native_name"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values),
                name="organisation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(reliability__in=Reliability.values),
                name="organisation_reliability_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the organisation's own names among the names by which it is found."""
        super().save(*args, **kwargs)
        for name in filter(None, (self.name, self.native_name)):
            OrganisationName.objects.get_or_create(
                organisation=self, folded=fold(name), defaults={"name": name}
            )

    @property
    def same_as(self) -> list[str]:
        """Addresses elsewhere that stand for the same body: Wikidata, its own site."""
        wikidata = f"{WIKIDATA}{self.wikidata_id}" if self.wikidata_id else ""
        return [address for address in (wikidata, self.website) if address]


class OrganisationName(models.Model):
    """One name by which texts call an organisation: its own, an earlier one, or an alias."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="names", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=200)
    folded = models.CharField(_("folded name"), max_length=400, editable=False, db_index=True)

    class Meta:
        verbose_name = _("name of an organisation")
        verbose_name_plural = _("names of organisations")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "folded"], name="organisation_has_each_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the folded form that look-ups use."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)
