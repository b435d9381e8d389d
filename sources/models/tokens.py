"""What a Wagtail API token may do here; the token itself is Wagtail's."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken

from sources.enums import Scope


def validate_scopes(scopes: object) -> None:
    """Refuse anything but a list of known scopes, each once."""
    if not isinstance(scopes, list) or len(set(map(str, scopes))) != len(scopes):
        raise ValidationError(_("Scopes are a list in which each stands once."))
    if unknown := [str(scope) for scope in scopes if scope not in Scope.values]:
        raise ValidationError(
            _("Unknown scope: %(unknown)s. Known are %(known)s."),
            params={"unknown": ", ".join(unknown), "known": ", ".join(Scope.values)},
        )


class TokenScope(models.Model):
    """The scopes of one API token; a token without a row here has none."""

    token = models.OneToOneField(
        "wagtailcore.APIToken",
        on_delete=models.CASCADE,
        related_name="assay_scope",
        verbose_name=_("token"),
    )
    scopes = models.JSONField(_("scopes"), default=list, validators=[validate_scopes])

    class Meta:
        verbose_name = _("scopes of a token")
        verbose_name_plural = _("scopes of tokens")
        ordering = ["token_id"]

    def __str__(self) -> str:
        return f"{self.token}: {', '.join(self.scopes)}"


def scopes_of(token: APIToken | None) -> list[str]:
    """What a token may do; nothing but read where nobody granted it more, or there is none."""
    granted = getattr(token, "assay_scope", None)
    return list(granted.scopes) if granted else []
