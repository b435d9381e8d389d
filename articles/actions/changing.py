"""Saying of a public briefing what its next edition is: an update, a correction, a clarification.

Taking it back is in `articles.actions.standing`: it needs no next text and no review.
"""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.enums import ChangeKind
from articles.models.pages import ArticlePage


def announce(*, article: ArticlePage, kind: ChangeKind, note: str, user: Any) -> Revision:
    """Save a draft of the newest content that says what changes and what readers are told.

    Nothing becomes public: the text is put right in that draft and goes through review. Raises
    ValueError without a note.
    """
    if not note.strip():
        raise ValueError(_("Say in a sentence what changed or was wrong; readers will see it."))
    draft = article.get_latest_revision_as_object()
    draft.change_kind = kind.value
    draft.change_note = note.strip()
    return draft.save_revision(user=user, log_action=True)
