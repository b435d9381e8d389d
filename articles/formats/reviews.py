"""Who checked a briefing and who approved it, in words for readers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.enums import Transition
from articles.formats.wording import day


def reviews_in_words(content: Mapping[str, Any]) -> list[str]:
    """A sentence for each review of an edition; none of one that was published without."""
    return [_sentence(review) for review in content.get("reviews", ())]


def _sentence(review: Mapping[str, Any]) -> str:
    words = {"reviewer": review["reviewer"], "day": day(review["reviewed_at"])}
    is_named = bool(words["reviewer"])
    if review["step"] == Transition.SOURCE_CHECK:
        named, nameless = _("Checked by %(reviewer)s on %(day)s."), _("Checked on %(day)s.")
    else:
        named, nameless = _("Approved by %(reviewer)s on %(day)s."), _("Approved on %(day)s.")
    return (named if is_named else nameless) % words
