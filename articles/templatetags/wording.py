"""Template filters over articles.formats.wording: `{% load wording %}`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from articles.enums import EditionKind
from articles.formats import language, wording
from sources.countries import country_name
from sources.enums import Credibility, TestimonyRole
from sources.formats.picture import Picture, picture_of

register = template.Library()

register.filter("day", wording.day)
register.filter("short_day", wording.short_day)
register.filter("month_name", wording.month)
register.filter("minute", wording.minute)
register.filter("iso", wording.iso)
register.filter("verb_first", wording.verb_first)
register.filter("host", wording.host)
register.filter("in_words", wording.in_words)
register.filter("country_name", country_name)
register.filter("marked", language.marked)
register.filter("lang", language.lang)

SLASH = re.compile(r"(?<!/)/(?=\w)")  # between the parts of an address
NUMBER = re.compile(r"[-+−]?[\d.,\u00a0\u202f ]+\s?%?")


@register.filter
def ours_inside(tag: str) -> SafeString:
    """The attributes of a sentence that the system says inside words in another language."""
    return language.inside(tag).block


@register.filter
def is_number(cell: str) -> bool:
    """Whether a table cell is a figure and so belongs to the right edge of its column."""
    return bool(NUMBER.fullmatch(str(cell)))


@register.filter
def file_kind(media_type: str) -> str:
    """A media type as readers call it: "application/pdf" is "PDF"."""
    return media_type.rpartition("/")[2].rpartition(".")[2].upper()


@register.filter
def short_hash(digest: str) -> str:
    """Enough of a SHA-256 to compare by eye."""
    return digest[:12]


@register.filter
def breakable(text: str) -> SafeString:
    """Words with an address among them, whose line may end after a slash of it."""
    return SafeString(SLASH.sub("/<wbr>", escape(text)))


@register.filter
def timed(value: wording.Moment) -> SafeString:
    """A day as readers and programs read it, for the middle of a sentence."""
    return format_html('<time datetime="{}">{}</time>', wording.iso(value), wording.day(value))


@register.filter
def names(people: Iterable[Mapping[str, Any]]) -> str:
    """Those who are named, as a sentence has them."""
    return wording.in_words([person["name"] for person in people])


@register.filter
def kind_of_edition(kind: str) -> str:
    """Why an edition was issued, in the language of the page and not in that of the edition."""
    return str(EditionKind(kind).label)


@register.filter
def credibility(code: str) -> str:
    """What a code of credibility means, in the language of the page."""
    return Credibility(code).words


@register.filter
def role_of_source(role: str) -> str:
    """What a document does for the text: "primary source"."""
    return TestimonyRole(role).of_source


@register.filter
def pictured(party: Mapping[str, Any]) -> Picture | None:
    """The chains of an organisation, in the shape in which an edition holds it, as a picture."""
    return picture_of(party["ownership"])
