"""Small pieces of English that several formats share: lists, days, the verb of an order."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

Moment = datetime | date | str | None

# Translators: patterns of a day, a day in a narrow column and a minute, in the letters of Django's
# date filter.
DAY = gettext_noop("j F Y")
SHORT_DAY = gettext_noop("j M Y")
MONTH = gettext_noop("F Y")
MINUTE = gettext_noop("j F Y, H:i")


def in_words(names: Sequence[str]) -> str:
    """Names as a sentence has them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


def standing_alone(words: str) -> str:
    """A verdict as a label: "Single source" of "single-source"; other capitals stay as they are."""
    text = words.replace("-", " ")
    return text[:1].upper() + text[1:]


def as_moment(value: Moment) -> datetime | date | None:
    """A date or time out of JSON or the database; None for anything else."""
    if not isinstance(value, str):
        return value
    if len(value) == 10:
        return parse_date(value)
    return parse_datetime(value)


def day(value: Moment) -> str:
    """A calendar day as readers see it: "24 October 2025"."""
    return _written(value, DAY, get_language())


def short_day(value: Moment) -> str:
    """A calendar day in a narrow column: "24 Oct 2025"."""
    return _written(value, SHORT_DAY, get_language())


def month(value: Moment) -> str:
    """A month of a year: "October 2025"."""
    return _written(value, MONTH, get_language())


def minute(value: Moment) -> str:
    """A moment to the minute, in UTC and saying so: "24 October 2025, 09:30 UTC"."""
    written = _written(value, MINUTE, get_language())
    return f"{written} UTC" if written else ""


def iso(value: Moment) -> str:
    """What belongs into a `datetime` attribute; HTML knows no microseconds."""
    moment = as_moment(value)
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds")
    return moment.isoformat() if moment else ""


def verb_first(text: str, verb: str) -> SafeString:
    """An order with its verb in bold, where the text does begin with it."""
    if verb and text.startswith(verb):
        return format_html('<b class="verb">{}</b>{}', verb, text[len(verb) :])
    return format_html("{}", text)


def host(url: str) -> str:
    """The place an address points to, without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@lru_cache(maxsize=4096)
def _written(value: Moment, pattern: str, _language: str | None) -> str:
    """A moment in the active language. Kept, because one page writes the same few days often."""
    moment = as_moment(value)
    return date_format(_in_utc(moment), gettext(pattern)) if moment else ""


def _in_utc(moment: datetime | date) -> datetime | date:
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return moment.astimezone(timezone.get_fixed_timezone(0))
    return moment
