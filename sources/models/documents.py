"""Captured source documents: the evidence, whose bytes and text never change."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from sources.enums import CaptureWay, Credibility
from sources.models.organisations import Organisation
from sources.querysets import SourceDocumentQuerySet

# What the database refuses to change once a row is stored (see sources.immutability).
FROZEN = ("uuid", "raw", "sha256", "text", "media_type", "captured_at", "captured_way")


def private_storage() -> Storage:
    """Where evidence lies: a place without a public address."""
    return storages["private"]


def address_of_bytes(document: "SourceDocument", _filename: str) -> str:
    """The name under which a document's bytes are stored: their own digest."""
    return f"evidence/{document.sha256[:2]}/{document.sha256}"


class SourceDocument(index.Indexed, models.Model):
    """One captured item: the bytes as they came, their digest, and the text read from them."""

    uuid = models.UUIDField(_("UUID"), default=uuid.uuid4, unique=True, editable=False)
    publisher = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="published_documents",
        verbose_name=_("publisher"),
    )
    originators = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="originated_documents",
        verbose_name=_("originators"),
        help_text=_("From whom the document says that its content comes."),
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("BCP 47, such as en or zh-Hans.")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    captured_at = models.DateTimeField(_("captured at"), editable=False)
    captured_way = models.CharField(
        _("way of capture"), max_length=10, choices=CaptureWay, editable=False
    )
    captured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("captured by"),
    )
    media_type = models.CharField(_("media type"), max_length=100, editable=False)
    raw = models.FileField(
        _("bytes"),
        upload_to=address_of_bytes,
        storage=private_storage,
        max_length=200,
        editable=False,
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    text = models.TextField(_("text"), editable=False)
    repairs = models.JSONField(_("repairs"), default=list, blank=True, editable=False)
    removals = models.JSONField(_("removals"), default=list, blank=True, editable=False)
    credibility = models.CharField(
        _("credibility"), max_length=1, choices=Credibility, default=Credibility.UNJUDGED
    )
    credibility_reason = models.TextField(_("reason for the credibility"), blank=True)
    borne_out_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bears_out",
        verbose_name=_("borne out by"),
        help_text=_("The independent document that confirms this one; the grade 1 needs it."),
    )
    republication_cluster = models.CharField(
        _("republication cluster"),
        max_length=64,
        blank=True,
        db_index=True,
        help_text=_("Documents that republish one another carry the same mark."),
    )

    objects = SourceDocumentQuerySet.as_manager()

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("text"),
    ]

    class Meta:
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")
        ordering = ["-captured_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="source_document_sha256_is_a_digest",
            ),
            models.CheckConstraint(
                condition=models.Q(credibility__in=Credibility.values),
                name="source_document_credibility_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.captured_at:%Y-%m-%d %H:%M} · {self.sha256[:12]}"
