"""The page trees of a site in several languages: each below a home page named by its language.

Pages of one meaning carry one translation key; the tree says in which language each is written.
"""

from django.conf import settings
from wagtail.models import Locale


def address_in_tree(url_path: str) -> str:
    """Where readers find a page: its place below the home page.

    In the tree of another language than the site's own the language stands in front of it.
    """
    home, place = url_path.split("/", 2)[1:]
    return f"{home}/{place}" if home in other_languages() else place


def language_of_tree(locale: Locale, written: str) -> str:
    """The language of a new page: that of its tree, and in the site's own tree what is written."""
    code: str = locale.language_code
    return code if code in other_languages() else written


def other_languages() -> frozenset[str]:
    """The languages for which a tree of its own may stand beside the site's."""
    return frozenset(code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES) - {
        settings.LANGUAGE_CODE
    }
