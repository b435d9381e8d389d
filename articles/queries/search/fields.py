"""Fields of a query, looked up: `topic:nickel` becomes the mark that briefings on it bear."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.fulltext import ORGANISATIONS, Field, Query, Request, UnsearchableError
from articles.fulltext.language import example_of
from articles.fulltext.marks import (
    CORROBORATION,
    DAY,
    ISSUER,
    LANGUAGE,
    ORGANISATION,
    TOPIC,
    mark,
)
from articles.fulltext.text import term
from articles.models.editions import CurrentEdition
from articles.models.snippets import Topic
from sources.enums import CorroborationState
from sources.models import Organisation, OrganisationName
from sources.names import fold

MOST_MEANT = 50
# Where a range is open it ends here: to every century there is would be a hundred marks more.
EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
Marks = tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """What a request asks of the index; `notes` say which names nothing public goes by."""

    query: Query
    notes: tuple[str, ...] = ()


def meaning(request: Request) -> Meaning:
    """Look up the fields of a request: two queries for a name, one for a topic, else none.

    Raises UnsearchableError for a value that a field cannot have.
    """
    found = [(field, _LOOKUPS[field.name](field)) for field in request.fields if _is_plain(field)]
    return Meaning(
        query=Query(
            wanted=request.wanted,
            unwanted=request.unwanted,
            marks=tuple(marks for field, marks in found if not field.is_unwanted),
            unwanted_marks=tuple(m for field, marks in found if field.is_unwanted for m in marks),
            days=_days(request.fields),
        ),
        notes=tuple(_note(field) for field, marks in found if not marks),
    )


def organisations_called(name: str) -> list[int]:
    """Public organisations by address or any of their names, else by words of their names."""
    bearers = OrganisationName.objects.filter(folded=fold(name)).values("organisation")
    called = Organisation.objects.filter(Q(slug=name.lower()) | Q(pk__in=bearers))
    links = CurrentEdition.organisations.through.objects
    public = called.filter(Exists(links.filter(organisation=OuterRef("pk"))))
    keys = list(public.order_by("pk").values_list("pk", flat=True)[:MOST_MEANT])
    words = tuple(filter(None, map(term, name.split())))
    if keys or not words:
        return keys
    return ORGANISATIONS.match(Query(words), most=MOST_MEANT).keys


def _is_plain(field: Field) -> bool:
    return field.name not in ("after", "before")


def _organisation(field: Field) -> Marks:
    return tuple(mark(ORGANISATION, key) for key in organisations_called(field.value))


def _issuer(field: Field) -> Marks:
    return tuple(mark(ISSUER, key) for key in organisations_called(field.value))


def _topic(field: Field) -> Marks:
    called = Q(slug=field.value.lower()) | Q(name__iexact=field.value)
    on_it = Exists(CurrentEdition.topics.through.objects.filter(topic=OuterRef("pk")))
    public = Topic.objects.filter(called, on_it).order_by("pk")
    return tuple(mark(TOPIC, key) for key in public.values_list("pk", flat=True)[:MOST_MEANT])


def _language(field: Field) -> Marks:
    tag = field.value.lower()
    if not _LANGUAGE.fullmatch(tag):
        raise _unreadable(field)
    return (mark(LANGUAGE, tag),)


def _corroboration(field: Field) -> Marks:
    state = re.sub(r"[\s-]", "_", field.value.lower())
    if state not in CorroborationState.values:
        raise _unreadable(field)
    return (mark(CORROBORATION, state),)


def _year(field: Field) -> Marks:
    since, until = _period(field)
    if (until - since).days < 364:
        raise _unreadable(field)
    return (mark(DAY, field.value),)


_LOOKUPS: dict[str, Callable[[Field], Marks]] = {
    "org": _organisation,
    "issuer": _issuer,
    "topic": _topic,
    "lang": _language,
    "is": _corroboration,
    "year": _year,
}


def _days(fields: Iterable[Field]) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day by all `after:` and `before:`; None where there are none."""
    bounds = [field for field in fields if not _is_plain(field)]
    for field in bounds:
        if field.is_unwanted:
            raise UnsearchableError(
                _("“after:” and “before:” take no minus: each says the opposite of the other.")
            )
    since = [_period(field)[0] for field in bounds if field.name == "after"]
    until = [_period(field)[1] for field in bounds if field.name == "before"]
    if not bounds:
        return None
    return max(since, default=EARLIEST), min(until, default=LATEST)


def _period(field: Field) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a day, a month or a year."""
    found = _PERIOD.fullmatch(field.value)
    if found is None:
        raise _unreadable(field)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise _unreadable(field) from error
    last = first.replace(month=month or 12, day=1)
    length = calendar.monthrange(last.year, last.month)[1]
    return first, last.replace(day=day or length)


def _unreadable(field: Field) -> UnsearchableError:
    return UnsearchableError(
        _("“%(value)s” cannot stand after “%(name)s:”. %(example)s")
        % {"value": field.value[:60], "name": field.name, "example": example_of(field.name)}
    )


def _note(field: Field) -> str:
    if field.name == "topic":
        return _("No briefing here is on a topic called “%(name)s”.") % {"name": field.value}
    return _("No briefing here speaks of an organisation called “%(name)s”.") % {
        "name": field.value
    }
