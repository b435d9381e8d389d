"""Which language the system speaks around an article, and how a page marks words in another one."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from sources.languages import is_right_to_left, primary

TRANSLATIONS = frozenset({"en", "de"})  # those in which not a word is missing
FALLBACK = "en"


@dataclass(frozen=True)
class Inside:
    """Attributes inside an article: of a few words of ours, of whole sentences, of its own words.

    A few words keep to the direction of the article's line. `theirs` is for the article's words
    inside a block of ours.
    """

    words: SafeString
    block: SafeString
    theirs: SafeString


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


def lang(tag: str) -> SafeString:
    """The language alone, for words whose direction is found by themselves."""
    return format_html(' lang="{}"', tag) if marked(tag) else SafeString("")


def inside(tag: str) -> Inside:
    """The attributes of what the system says inside an article in a language."""
    spoken = get_language() or FALLBACK
    block = marked(spoken, within=tag)
    words = format_html(' lang="{}"', spoken) if block else block
    return Inside(words=words, block=block, theirs=marked(tag))
