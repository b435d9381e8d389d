"""Topics and authors: small records that articles refer to."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class Topic(models.Model):
    """What briefings are about; readers browse and subscribe by topic."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    description = models.TextField(_("description"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep the address."""
        super().clean()
        refuse_new_address(self)


@register_snippet
class Author(models.Model):
    """Who wrote a briefing, as readers see it."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("slug"), max_length=150, unique=True)
    role = models.CharField(_("role"), max_length=150, blank=True)
    bio = models.TextField(_("biography"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("role"),
        FieldPanel("bio"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep the address."""
        super().clean()
        refuse_new_address(self)


def refuse_new_address(record: Topic | Author) -> None:
    """Raise ValidationError where something public has got another slug.

    Editions name it by its slug for ever, and feeds are subscribed to at that address.
    """
    public = type(record).objects.filter(pk=record.pk, current_editions__isnull=False)
    kept = public.values_list("slug", flat=True).first()
    if kept is not None and record.slug != kept:
        message = _("Briefings and feeds lead to this address, so it stays “%(slug)s”.")
        raise ValidationError({"slug": ValidationError(message, params={"slug": kept})})
