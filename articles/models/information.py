"""What the newsroom says of itself, as readers get it: a row for each information page in public.

A row is written at publication and gone in the transaction that takes its page away. Readers never
see the page itself: see `articles.models.information_pages`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Information(models.Model):
    """One information page that everybody may read; no row, nothing to read."""

    page = models.OneToOneField(
        "articles.InformationPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    address = models.CharField(_("address"), max_length=500, unique=True)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language"), max_length=20)
    html = models.TextField(_("HTML"))
    published_at = models.DateTimeField(_("first published at"))
    updated_at = models.DateTimeField(_("last changed at"))

    class Meta:
        ordering = ["address"]
        verbose_name = _("information")
        verbose_name_plural = _("information")

    def __str__(self) -> str:
        return self.address
