"""The form in which a briefing is edited: its tabs, and patience with dates that have passed."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.models import Page


class ArticleForm(WagtailAdminPageForm):
    """A date that lies behind us is spent: it stops no later edit."""

    def clean(self) -> dict[str, Any]:
        """Forget an expiry that passed and that nobody has touched; Wagtail would refuse it."""
        if self._is_spent("expire_at"):
            self.cleaned_data["expire_at"] = None
        cleaned: dict[str, Any] = super().clean()
        return cleaned

    def _is_spent(self, name: str) -> bool:
        posted, stored = self.cleaned_data.get(name), getattr(self.instance, name)
        if not posted or not stored or posted > timezone.now():
            return False
        return _to_the_minute(posted) == _to_the_minute(stored)


def _to_the_minute(moment: datetime.datetime) -> datetime.datetime:
    """As the form shows it."""
    return moment.replace(second=0, microsecond=0)


BRIEFING = [
    HelpPanel(template="editorial/panels/checks.html", heading=_("Checks")),
    *Page.content_panels,
    FieldPanel("standfirst"),
    MultiFieldPanel([InlinePanel("article_sources", label=_("source"))], heading=_("Sources")),
    FieldPanel("highlights"),
    FieldPanel("body"),
    FieldPanel("analysis"),
]
AI_ASSISTANCE = [FieldPanel("ai_tool"), FieldPanel("ai_purpose"), FieldPanel("ai_responsible")]
DETAILS = [
    FieldPanel("briefing_date"),
    FieldPanel("language"),
    FieldPanel("topics"),
    InlinePanel("article_authors", label=_("author")),
    FieldPanel("comment_policy"),
    FieldPanel("disclaimer_note"),
    MultiFieldPanel(AI_ASSISTANCE, heading=_("AI assistance")),
]
CHANGE = [FieldPanel("change_kind"), FieldPanel("change_note")]
EDITOR = TabbedInterface(
    [
        ObjectList(BRIEFING, heading=_("Briefing")),
        ObjectList(DETAILS, heading=_("Details")),
        ObjectList(CHANGE, heading=_("Change")),
        ObjectList([*Page.promote_panels, PublishingPanel()], heading=_("Address")),
    ],
    base_form_class=ArticleForm,
)
