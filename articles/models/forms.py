"""The form in which a briefing is edited: Wagtail's, and patient with dates that have passed."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm


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
