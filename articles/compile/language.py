"""In which language the system writes its own part of an edition: that of the article."""

from contextlib import AbstractContextManager

from django.utils.translation import override

from sources.languages import primary

TRANSLATIONS = frozenset({"en", "de"})  # those in which not a word is missing
FALLBACK = "en"


def written_in(tag: str) -> AbstractContextManager[None]:
    """Have gettext speak the language of an article, whoever publishes it and on whatever screen.

    One that nothing is translated to gets English throughout: half a sentence would be worse.
    """
    language = primary(tag)
    return override(language if language in TRANSLATIONS else FALLBACK)
