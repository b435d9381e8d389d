"""What became of captured documents at their addresses, looked up again and again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.enums import CheckOutcome
from sources.models.documents import SourceDocument
from sources.querysets import SourceCheckQuerySet


class SourceCheck(models.Model):
    """One look at the address of a document. The stored copy stays, whatever is found there.

    `etag` and `last_modified` name the state that came; `quotes_sha256` the quotes that were
    looked for in it. `status` is empty where no server answered.
    """

    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        related_name="checks",
        verbose_name=_("source document"),
    )
    checked_at = models.DateTimeField(_("checked at"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=CheckOutcome)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    etag = models.CharField(_("ETag"), max_length=200, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=200, blank=True)
    sha256 = models.CharField(_("SHA-256 of what came"), max_length=64, blank=True)
    quotes_sha256 = models.CharField(_("SHA-256 of the quotes"), max_length=64, blank=True)
    lost_quotes: "models.JSONField[list[str]]" = models.JSONField(
        _("lost quotes"), default=list, help_text=_("Cited quotes that are no longer there.")
    )
    note = models.TextField(_("note"), blank=True)
    seen_at = models.DateTimeField(_("looked at"), null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("looked at by"),
    )

    objects = SourceCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-checked_at", "-pk"]
        verbose_name = _("look at an address")
        verbose_name_plural = _("looks at addresses")
        indexes = [
            models.Index(fields=["document", "-checked_at", "-id"], name="source_check_newest_idx")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=CheckOutcome.values),
                name="source_check_outcome_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_outcome_display()}"
