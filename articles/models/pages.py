"""The page on which a briefing is written, checked and approved.

Readers never see a page: they see editions. What a page may do to the public record is decided by
`articles.actions`, which stand above the models and are reached by name, as a URLconf reaches its
views.
"""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from articles.blocks.body import AnalysisBlock, BodyBlock
from articles.blocks.highlights import HighlightsBlock
from articles.enums import ChangeKind, CommentPolicy
from articles.models.attached import relations_to_store
from articles.models.forms import EDITOR
from articles.models.locking import lock_chain, lock_for_deletion
from articles.models.revisions import is_relied_on
from articles.models.trees import address_in_tree, language_of_tree
from articles.models.workflow import carry_reviews

OFFERED_BY_NO_FORM = (
    "content_type",
    "latest_revision",
    "live_revision",
    "locale",
    "owner",
    "path",
    "translation_key",
    "uuid",
)


class ArticlePage(Page):
    """A briefing while it is written, checked and approved."""

    uuid = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        help_text=_("One or two sentences that stand for the whole."),
    )
    briefing_date = models.DateField(
        _("briefing date"),
        default=timezone.localdate,
        help_text=_("Ownership is judged as it was on this day."),
    )
    language = models.CharField(_("language"), max_length=20, default="en")
    topics = ParentalManyToManyField("articles.Topic", blank=True, related_name="+")
    highlights = StreamField(HighlightsBlock(), blank=True, verbose_name=_("highlights"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    analysis = StreamField(AnalysisBlock(), blank=True, verbose_name=_("analysis"))
    ai_tool = models.CharField(_("AI tool"), max_length=200, blank=True)
    ai_purpose = models.CharField(_("what it was used for"), max_length=300, blank=True)
    ai_responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person who answers for it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    comment_policy = models.CharField(
        _("comments"), max_length=10, choices=CommentPolicy, default=CommentPolicy.OPEN
    )
    disclaimer_note = models.TextField(
        _("added to the disclaimer"),
        blank=True,
        help_text=_("The disclaimer itself is written from the ownership record."),
    )
    change_kind = models.CharField(
        _("kind of change"),
        max_length=12,
        choices=ChangeKind,
        default=ChangeKind.UPDATED,
    )
    change_note = models.TextField(
        _("what readers are told"),
        blank=True,
        help_text=_("For the next edition only: what changed, or what was wrong and is now right."),
    )

    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A structured briefing in which every claim shows its source.")
    exclude_fields_in_copy = ["uuid"]
    has_stored_slug = False  # whether the slug of a draft was checked when the page was stored
    search_auto_update = False  # `signal_handlers` know when: a publication is indexed once

    edit_handler = EDITOR

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")

    @property
    def public_address(self) -> str:
        """Where editions of this page are read."""
        return address_in_tree(self.url_path)

    def minimal_clean(self) -> None:
        """Check what even a draft needs; a new one in the tree of a language is written in it."""
        super().minimal_clean()
        if self._state.adding:
            self.language = language_of_tree(self.locale, self.language)

    def get_url_parts(self, request: Any = None) -> Any:
        """Where Wagtail's own links lead: to the same address."""
        parts = super().get_url_parts(request)
        return parts and (*parts[:2], f"/{self.public_address}")

    def _check_slug_is_unique(self) -> None:
        if not self.has_stored_slug:
            super()._check_slug_is_unique()

    def full_clean(self, exclude: Any = None, **options: Any) -> None:
        """Ask nothing of columns that no form offers: the database itself holds to their rules."""
        super().full_clean(exclude={*(exclude or ()), *OFFERED_BY_NO_FORM}, **options)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save, and close or move its public door with it, in one transaction.

        Raises PublicationRefused where a save would make the article live past the publish action,
        which opens its public door itself.
        """
        import_string("articles.actions.publishing.require_publication")(
            self, update_fields=kwargs.get("update_fields")
        )
        if import_string("articles.actions.publishing.is_publication_under_way")():
            columns = [field.name for field in self._meta.concrete_fields if not field.primary_key]
            return super().save(update_fields=[*columns, *relations_to_store(self)])
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            import_string("articles.actions.standing.reconcile")(self, opens=False)
        return result

    def save_revision(self, *args: Any, overwrite_revision: Any = None, **options: Any) -> Any:
        """Save a draft. Autosave may overwrite its last one, but none that others rely on."""
        with transaction.atomic():
            if overwrite_revision and overwrite_revision == self.get_latest_revision():
                Revision.objects.select_for_update().get(pk=overwrite_revision.pk)
                if is_relied_on(overwrite_revision):
                    overwrite_revision = None
            options["overwrite_revision"] = overwrite_revision
            revision = super().save_revision(*args, **options)
            carry_reviews(self, revision)
        return revision

    @classmethod
    def from_serializable_data(
        cls, data: Any, *, check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """Open a draft without a query for each row that it names: the gate says what is missing.

        A person alone may go without being missed.
        """
        person = data.get("ai_responsible")
        if check_fks and person and not get_user_model().objects.filter(pk=person).exists():
            data = {**data, "ai_responsible": None}
        return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)

    def with_content_json(self, content: Any) -> Any:
        """A stored draft as an article that knows which revision is live now.

        Wagtail lets it remember what was live when it was saved; where that was none, scheduling it
        would take the page offline.
        """
        draft = super().with_content_json(content)
        draft.live_revision_id = self.live_revision_id
        return draft

    def publish(self, revision: Any, **options: Any) -> Any:
        """Wagtail's way to publish a revision; the publish action decides."""
        return import_string("articles.actions.publishing.publish")(
            article=self, revision=revision, **options
        )

    def publish_past_the_gate(self, revision: Any, *, opened: Any, **options: Any) -> Any:
        """Wagtail's own publishing, for the publish action alone: of the draft that it has opened.

        Wagtail would open the same draft again, look for the newest revision, which the page
        knows, and fetch an older one to learn what the page was called, which this one knows.
        """
        revision.as_object = lambda: opened
        revision.is_latest_revision = lambda: revision.pk == opened.latest_revision_id
        revision.get_previous = lambda: revision
        opened.has_stored_slug = opened.slug == revision.content_object.slug
        return super().publish(revision, **options)

    def is_site_root(self) -> bool:
        """Never: a site begins with a home page."""
        return False

    def update_aliases(self, **_options: Any) -> None:
        """Do nothing: there are no aliases, for the publish action refuses them."""

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        """Take the page offline and close its public door in one transaction."""
        with transaction.atomic():
            lock_chain()
            return super().unpublish(*args, **kwargs)

    def move(self, *args: Any, **kwargs: Any) -> Any:
        """Move the page and issue its edition of kind *moved* in one transaction."""
        with transaction.atomic():
            lock_chain()
            return super().move(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the page once nobody is saving it, and close its public door with it."""
        with transaction.atomic():
            lock_for_deletion(self)
            return super().delete(*args, **kwargs)

    def serve_preview(self, request: HttpRequest, _mode_name: str) -> HttpResponse:
        """A passing edition compiled from the draft, in the template that readers get."""
        response: HttpResponse = import_string("articles.editorial.preview.preview")(request, self)
        return response
