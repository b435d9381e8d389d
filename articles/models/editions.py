"""The public record: editions (immutable), and what is derived from the current ones.

`Edition` is append-only by trigger. `CurrentEdition` and `Directive` are projections: they can be
rebuilt from the editions at any time and exist so that every public question is one indexed query.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from articles.enums import DirectiveForce, DirectiveStatus, EditionKind
from articles.querysets import CurrentEditionQuerySet, EditionQuerySet
from sources.enums import CorroborationState


class Edition(models.Model):
    """One published state of an article: everything the public may see of it, and its proof.

    Editions of all articles form one chain: `id` is the place in it, counted from 1 without a gap
    (never from a sequence, which leaves gaps), and `previous_sha256` is the `sha256` of the edition
    before. People and revisions are kept by value, because a row that cannot change cannot follow
    a deletion either.
    """

    article_uuid = models.UUIDField(_("article"))
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=EditionKind)
    reason = models.TextField(_("reason"), blank=True)
    page_id = models.PositiveBigIntegerField(_("page"))
    revision_id = models.PositiveBigIntegerField(_("revision"), null=True)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by_id = models.PositiveBigIntegerField(_("issued by (id)"), null=True)
    issued_by_name = models.CharField(_("issued by"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=500)
    language = models.CharField(_("language"), max_length=20)
    title = models.CharField(_("title"), max_length=255)
    standfirst = models.TextField(_("standfirst"), blank=True)
    briefing_date = models.DateField(_("briefing date"))
    published_at = models.DateTimeField(_("first published at"))
    content: Any = models.JSONField(_("content"))
    body_html = models.TextField(_("body HTML"), blank=True)
    search_text = models.TextField(_("search text"), blank=True)
    content_sha256 = models.CharField(_("content SHA-256"), max_length=64)
    previous_sha256 = models.CharField(_("previous SHA-256"), max_length=64, unique=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(
                fields=["article_uuid", "number"],
                name="edition_number_once_per_article",
            )
        ]
        indexes = [
            models.Index(fields=["address", "-id"], name="edition_address_idx"),
            models.Index(fields=["kind", "-id"], name="edition_kind_idx"),
            models.Index(fields=["revision_id"], name="edition_revision_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number} ({self.get_kind_display()})"


class CurrentEdition(models.Model):
    """The edition that readers see of a public article; no row, no public article."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="current")
    article_uuid = models.UUIDField(_("article"), unique=True)
    translation_key = models.UUIDField(
        _("translation key"), help_text=_("The same for a briefing in every language.")
    )
    translations_changed_at = models.DateTimeField(
        _("translations changed at"),
        null=True,
        help_text=_("Empty where there never was a translation."),
    )
    address = models.CharField(_("address"), max_length=500, unique=True)
    briefing_date = models.DateField(_("briefing date"))
    published_at = models.DateTimeField(_("first published at"))
    language = models.CharField(_("language"), max_length=20)
    corroboration = models.CharField(_("corroboration"), max_length=20, choices=CorroborationState)
    summary: Any = models.JSONField(_("summary"))
    comment_count = models.PositiveIntegerField(_("approved comments"), default=0)
    challenge_count = models.PositiveIntegerField(_("challenges that readers see"), default=0)
    topics = models.ManyToManyField("articles.Topic", related_name="current_editions")
    authors = models.ManyToManyField("articles.Author", related_name="current_editions")
    organisations = models.ManyToManyField(
        "sources.Organisation",
        related_name="current_editions",
        help_text=_("Every organisation the article rests on or speaks of, owners included."),
    )
    documents = models.ManyToManyField(
        "sources.SourceDocument",
        related_name="current_editions",
        help_text=_("Every source document the edition names."),
    )
    files = models.ManyToManyField(
        get_document_model_string(),
        related_name="current_editions",
        help_text=_("Every file that the edition offers to readers."),
    )

    objects = CurrentEditionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("current edition")
        verbose_name_plural = _("current editions")
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="current_newest_idx"),
            models.Index(
                fields=["corroboration", "-published_at", "-id"],
                name="current_corroboration_idx",
            ),
            models.Index(fields=["translation_key"], name="current_translation_idx"),
        ]

    def __str__(self) -> str:
        return self.address

    @classmethod
    def links(cls, relation: str) -> models.QuerySet[Any]:
        """The rows that tie current editions to what one of their relations leads to."""
        rows: models.QuerySet[Any] = getattr(cls, relation).through.objects.all()
        return rows


class Directive(models.Model):
    """One directive of a current edition, as a row that can be filtered and sorted."""

    current = models.ForeignKey(CurrentEdition, on_delete=models.CASCADE, related_name="directives")
    uuid = models.UUIDField(_("identifier"), unique=True)
    anchor = models.CharField(_("anchor"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"))
    published_at = models.DateTimeField(_("briefing first published at"))
    text = models.TextField(_("text"))
    issuer = models.ForeignKey(
        "sources.Organisation",
        null=True,
        on_delete=models.PROTECT,
        related_name="directives_issued",
    )
    addressees = models.ManyToManyField("sources.Organisation", related_name="directives_received")
    target = models.CharField(_("target"), max_length=500, blank=True)
    deadline = models.DateField(_("deadline"), null=True)
    force = models.CharField(_("force"), max_length=10, choices=DirectiveForce)
    status = models.CharField(_("status"), max_length=10, choices=DirectiveStatus)
    corroboration = models.CharField(_("corroboration"), max_length=20, choices=CorroborationState)
    content: Any = models.JSONField(_("content"), help_text=_("As the edition has it."))

    class Meta:
        ordering = ["-published_at", "position"]
        verbose_name = _("directive")
        verbose_name_plural = _("directives")
        constraints = [
            models.UniqueConstraint(
                fields=["current", "position"],
                name="directive_position_once_per_edition",
            )
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="directive_newest_idx"),
            models.Index(fields=["deadline"], name="directive_deadline_idx"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
