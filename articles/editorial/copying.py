"""Copying a briefing: always into a draft, never into a page that is public at once."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.pages.copy import CopyView


class DraftCopyForm(CopyForm):
    """Wagtail's form without what the gate would refuse: published copies and aliases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)


class ArticleCopyView(CopyView):
    """Offers the form for drafts."""

    def get_form_class(self) -> type[DraftCopyForm]:
        """The form without the two boxes."""
        return DraftCopyForm
