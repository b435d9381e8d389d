"""Countries by their codes (ISO 3166-1): what readers and editors call them, from the CLDR."""

from functools import cache

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from sources.names import fold

# The CLDR gives these the shape of a country: unions, the euro's area, far islands, and tests.
NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


def country_name(code: str) -> str:
    """The name in the active language; a code that is nobody's stays as it is."""
    return _names(get_language() or settings.LANGUAGE_CODE).get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """Each code with its name in the active language, by name."""
    names = _names(get_language() or settings.LANGUAGE_CODE)
    return sorted(names.items(), key=lambda named: fold(named[1]))


@cache
def _names(language: str) -> dict[str, str]:
    territories = Locale.parse(language, sep="-").territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    }
