"""The query language: words, "phrases", -exclusions and fields, read without asking a database."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.fulltext.text import is_common, term

LONGEST_QUERY = 200
MOST_TERMS = 20
FIELDS = ("org", "issuer", "topic", "after", "before", "year", "lang", "is")
# Telephones and word processors write these by themselves.
_TYPED = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("–−", "-"))
_PART = re.compile(r'(?<!\S)(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S*))')


class UnsearchableError(ValueError):
    """A query that no engine can answer; the message says what to type instead."""


@dataclass(frozen=True)
class Field:
    """A condition such as `topic:nickel`; `is_unwanted` where a minus stands before it.

    `typed` is all of it as it stands in the query.
    """

    name: str
    value: str
    is_unwanted: bool = False
    typed: str = ""


@dataclass(frozen=True)
class Request:
    """A query that was read: terms to find and to leave out, as the index has them, and fields."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


def read_query(text: str) -> Request:
    """Words, "phrases", -exclusions and fields. Raises UnsearchableError."""
    if "\x00" in text:
        raise UnsearchableError(
            _("The query contains a NUL character. Remove it and search again.")
        )
    if len(text) > LONGEST_QUERY:
        raise UnsearchableError(
            _("The query is longer than %(most)d characters. Use fewer words.")
            % {"most": LONGEST_QUERY}
        )
    wanted: list[str] = []
    unwanted: list[str] = []
    fields: list[Field] = []
    for part in _PART.finditer(text.translate(_TYPED)):
        minus, name, phrase, word = part.groups()
        value = phrase or word or ""
        if name and (value or name.lower() in FIELDS):
            typed = text[part.start() : part.end()]
            fields.append(_field(name, value.strip(), typed, is_unwanted=bool(minus)))
        elif found := term(value or name or ""):
            (unwanted if minus else wanted).append(found)
    return _sensible(wanted, unwanted, fields)


def _field(name: str, value: str, typed: str, *, is_unwanted: bool) -> Field:
    known = name.lower()
    if known not in FIELDS:
        raise UnsearchableError(
            _(
                "There is no field “%(name)s:”. The fields are %(fields)s. "
                "To look for the words themselves, put them in quotes."
            )
            % {"name": name[:30], "fields": ", ".join(f"{field}:" for field in FIELDS)}
        )
    if not value:
        raise UnsearchableError(
            _("Nothing stands after “%(name)s:”. %(example)s")
            % {"name": known, "example": example_of(known)}
        )
    return Field(known, value, is_unwanted=is_unwanted, typed=typed)


def example_of(field: str) -> str:
    """What to type instead, for a field."""
    return {
        "org": _('Type a name, such as org:"Port Authority".'),
        "issuer": _('Type who issued a directive, such as issuer:"Port Authority".'),
        "topic": _("Type a topic, such as topic:trade."),
        "after": _("Type a day, a month or a year, such as after:2026-10-24 or after:2026."),
        "before": _("Type a day, a month or a year, such as before:2026-10-24 or before:2026."),
        "year": _("Type a year, such as year:2026."),
        "lang": _("Type the code of a language, such as lang:en."),
        "is": _("Type one of is:corroborated, is:disputed, is:single-source, is:unverified."),
    }[field]


def _sensible(wanted: list[str], unwanted: list[str], fields: list[Field]) -> Request:
    telling = tuple(dict.fromkeys(found for found in wanted if not is_common(found)))
    excluded = tuple(dict.fromkeys(found for found in unwanted if not is_common(found)))
    if len(telling) + len(excluded) + len(fields) > MOST_TERMS:
        raise UnsearchableError(
            _("The query has more than %(most)d words. Use fewer.") % {"most": MOST_TERMS}
        )
    if telling or any(not field.is_unwanted for field in fields):
        return Request(telling, excluded, tuple(fields))
    if wanted:
        raise UnsearchableError(
            _("The query has only words that stand everywhere, such as “the”. Add a rarer one.")
        )
    if excluded or fields:
        raise UnsearchableError(_("The query says only what to leave out. Add a word to look for."))
    raise UnsearchableError(_("The query contains no word to look for. Type at least one."))
