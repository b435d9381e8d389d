"""Who writes to us and who of us is written to: addresses, people, and where they wrote from."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Commenter(models.Model):
    """A reader known by an e-mail address. Found by its keyed hash; the address itself is for mail.

    `email` is empty once the commenter has had their data erased; `email_key` then is random.
    """

    email_key = models.CharField(_("hash of the address"), max_length=64, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(_("name"), max_length=80)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="commenter",
    )
    language = models.CharField(_("language of mail"), max_length=20, default="en")
    created_at = models.DateTimeField(_("first seen at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("address confirmed at"), null=True, blank=True)
    unsubscribed_at = models.DateTimeField(_("wants no mail since"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True)
    banned_at = models.DateTimeField(_("banned at"), null=True, blank=True)
    banned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("banned by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ban_reason = models.CharField(_("reason of the ban"), max_length=250, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")
        constraints = [
            models.CheckConstraint(
                name="commenter_ban_has_a_reason",
                condition=models.Q(banned_at__isnull=True) | ~models.Q(ban_reason=""),
            ),
            models.CheckConstraint(
                name="commenter_erased_has_no_address",
                condition=models.Q(erased_at__isnull=True) | models.Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_banned(self) -> bool:
        """Whether nothing more is taken from this address."""
        return self.banned_at is not None

    @property
    def can_be_written_to(self) -> bool:
        """Whether mail may be sent: confirmed, not erased, not unsubscribed."""
        return bool(self.email and self.confirmed_at and not self.unsubscribed_at)


class NetworkSalt(models.Model):
    """The salt that network addresses are hashed with on one day.

    When the row is deleted, hashes of that day can no longer be tied to an address by anybody.
    """

    day = models.DateField(_("day"), unique=True)
    salt = models.CharField(_("salt"), max_length=64)

    class Meta:
        ordering = ["day"]
        verbose_name = _("salt of a day")
        verbose_name_plural = _("salts of days")
        default_permissions = ()

    def __str__(self) -> str:
        return self.day.isoformat()


class NoQueueMail(models.Model):
    """Somebody who moderates or answers, and wants no letters on what waits."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="no_queue_mail",
    )
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("refusal of mail on what waits")
        verbose_name_plural = _("refusals of mail on what waits")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)
