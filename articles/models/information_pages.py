"""The page on which editors write what the newsroom says of itself: about, policies, contact.

Readers never see it: they see `Information`, which `articles.actions.information` makes of it.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from articles.models.trees import address_in_tree

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class InformationPage(Page):
    """A page that stands as long as nobody changes it. An editor publishes it, without reviews."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One sentence beneath the title; search engines show it too."),
    )
    text = RichTextField(_("text"), features=FEATURES)

    parent_page_types = ["articles.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What the newsroom says of itself: about, a policy, how to reach it.")

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("text")]
    settings_panels: list[Any] = []  # nothing here is scheduled

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def clean(self) -> None:
        """Refuse an address at which readers find something else already."""
        super().clean()
        if self.slug and resolve(f"/{self.slug}/").url_name != "wagtail_serve":
            raise ValidationError({"slug": _("This address leads to another page of the site.")})

    @property
    def public_address(self) -> str:
        """Where it is read."""
        return address_in_tree(self.url_path)

    @property
    def has_workflow(self) -> bool:
        """The review of briefings asks for sources: this page has none."""
        return False

    def get_workflow(self) -> None:
        """None: see `has_workflow`."""

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save, and let readers have what is public now, in one transaction."""
        result = super().save(*args, **kwargs)
        import_string("articles.actions.information.reconcile_information")(self)
        return result

    def serve_preview(self, request: HttpRequest, _mode_name: str) -> HttpResponse:
        """The draft as readers would get it."""
        preview = import_string("articles.editorial.preview.preview_information")
        response: HttpResponse = preview(request, self)
        return response
