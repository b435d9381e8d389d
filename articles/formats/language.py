"""Which language the system speaks around an article, and how a page marks words in another one."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from sources.languages import is_right_to_left, primary

TRANSLATIONS = frozenset({"en", "de"})  # those in which not a word is missing
FALLBACK = "en"


def spoken_for(tag: str) -> str:
    """The language in which the system speaks around an article: its own, where it can.

    One that nothing is translated to gets that of the site throughout, since half a sentence would
    be worse, and English where the site has none that is complete.
    """
    ways = (primary(tag), primary(settings.LANGUAGE_CODE), FALLBACK)
    return next(language for language in ways if language in TRANSLATIONS)


def written_in(tag: str) -> AbstractContextManager[None]:
    """Have gettext speak for an article, whoever publishes or reads it and on whatever screen."""
    return override(spoken_for(tag))


def marked(tag: str, *, within: str = "") -> SafeString:
    """The attributes of words in a language, for an element inside text in another: `lang`, `dir`.

    Empty where both are the same. `within` is the language around it, unless the one that gettext
    speaks; a direction stands there only where it turns.
    """
    around = within or get_language() or FALLBACK
    if not tag or primary(tag) == primary(around):
        return SafeString("")
    language = format_html(' lang="{}"', tag)
    if is_right_to_left(tag) == is_right_to_left(around):
        return language
    return language + format_html(' dir="{}"', "rtl" if is_right_to_left(tag) else "ltr")
