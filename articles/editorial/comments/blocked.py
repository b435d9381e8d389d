"""The words and patterns that hold a comment, as moderators keep them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from articles.models.moderation import BlockedPattern


class BlockView(CreateView):
    """Notes who added it."""

    def save_instance(self) -> Any:
        """Store it with its author."""
        self.form.instance.added_by = self.request.user
        self.form.instance.added_at = timezone.now()
        return super().save_instance()


class BlockedPatternViewSet(ModelViewSet):
    """Words and patterns; each is checked before it is stored (articles.moderation.patterns)."""

    model = BlockedPattern
    name = "assay_blocked"
    url_prefix = "blocked-words"
    icon = "no-view"
    menu_label = _("Blocked words")
    menu_order = 252
    add_to_admin_menu = True
    add_view_class = BlockView
    list_display = ["pattern", BooleanColumn("is_expression", label=_("Expression")), "note"]
    search_fields = ["pattern", "note"]
    search_backend_name = None
    panels = [FieldPanel("pattern"), FieldPanel("is_expression"), FieldPanel("note")]
    ordering = ["pattern"]
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
