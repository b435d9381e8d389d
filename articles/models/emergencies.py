"""Publications that did not wait for their reviews, until somebody else has looked at them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.editions import Edition
from articles.querysets import EmergencyQuerySet


class EmergencyPublication(models.Model):
    """An edition that was published in an emergency, and why. Readers see the edition alone."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="emergency")
    reason = models.TextField(_("reason"))
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("acknowledged by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True, blank=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("emergency publication")
        verbose_name_plural = _("emergency publications")
        default_permissions = ()
        permissions = [("publish_in_emergency", _("Can publish without reviews in an emergency"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="emergency_publication_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.reason}"

    def may_be_acknowledged_by(self, user: Any) -> bool:
        """Four eyes, afterwards: not by the one who published."""
        return bool(user.pk != self.edition.issued_by_id)
