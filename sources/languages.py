"""Languages by their tags (BCP 47): which of them are the same, and what readers call them."""

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _


def primary(tag: str) -> str:
    """The language itself, without script or region: "zh" of "zh-Hans"."""
    return tag.strip().lower().replace("_", "-").partition("-")[0]


def own_name_of(tag: str) -> str:
    """What the language calls itself: "Deutsch"; empty where Django does not know it."""
    for name in (tag.lower(), primary(tag)):
        try:
            return str(get_language_info(name)["name_local"])
        except KeyError:
            continue
    return ""


def is_right_to_left(tag: str) -> bool:
    """Whether it is written from right to left."""
    return primary(tag) in settings.LANGUAGES_BIDI


def name_of(tag: str) -> str:
    """Its name in the active language; empty where the tag is not one that Django knows."""
    language = primary(tag)
    if language == "zh":  # Django has names for its two scripts only.
        return _("Chinese")
    try:
        return str(get_language_info(language)["name_translated"])
    except KeyError:
        return ""
