"""Query parameters: each is declared once, read by that declaration, and described by it.

Nothing is guessed: an unknown name, a value that cannot be read, and a name given twice are 400.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ErrorDetail

from sources.api.problems import ParameterError

LARGEST_ID = 2**63 - 1


class UnreadableError(ValueError):
    """A value that a parameter cannot have; the message names those that it can."""


@dataclass(frozen=True)
class Parameter:
    """A parameter of text; `pattern` is what a whole value must match."""

    name: str
    description: str
    pattern: str = r"[^\x00]{1,200}"
    wanted: str = "text of 1 to 200 characters, none of them NUL"

    def read(self, text: str) -> Any:
        """The value that a text stands for. Raises UnreadableError."""
        if not re.fullmatch(self.pattern, text):
            raise UnreadableError(f"Give {self.wanted}.")
        return text

    @property
    def schema(self) -> dict[str, Any]:
        """The values in the terms of OpenAPI."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}

    def described(self) -> OpenApiParameter:
        """The parameter as the description of the API shows it."""
        return OpenApiParameter(name=self.name, type=self.schema, description=self.description)


@dataclass(frozen=True)
class Slug(Parameter):
    """The slug of a topic or an organisation."""

    pattern: str = r"[-\w]{1,200}"
    wanted: str = "a slug: letters, digits, “-” and “_”"


@dataclass(frozen=True)
class Language(Parameter):
    """A BCP 47 tag."""

    pattern: str = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"
    wanted: str = "a language tag such as “en” or “zh-hans”"


@dataclass(frozen=True)
class Cursor(Parameter):
    """Where a page begins: opaque, and only valid for the list it came from."""

    pattern: str = r"[-\w:.]{1,2000}"
    wanted: str = "a cursor as “next” or “previous” holds it"


@dataclass(frozen=True)
class Choice(Parameter):
    """One of a few values."""

    values: Sequence[str] = ()

    def read(self, text: str) -> str:
        """The value itself."""
        if text not in self.values:
            raise UnreadableError(f"Give one of: {', '.join(self.values)}.")
        return text

    @property
    def schema(self) -> dict[str, Any]:
        """A closed set."""
        return {"type": "string", "enum": list(self.values)}


@dataclass(frozen=True)
class Day(Parameter):
    """A calendar day."""

    def read(self, text: str) -> datetime.date:
        """The day."""
        day = _parsed(parse_date, text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
        if day is None:
            raise UnreadableError("Give a day such as 2025-10-24.")
        return day

    @property
    def schema(self) -> dict[str, Any]:
        """A full-date of RFC 3339."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Moment(Parameter):
    """A moment with its offset; a bare day is its first moment in UTC, or its last one."""

    is_end: bool = False

    def read(self, text: str) -> datetime.datetime:
        """The moment, in UTC."""
        try:
            return self._of_day(Day.read(Day(self.name, ""), text))
        except UnreadableError:
            moment = _parsed(parse_datetime, text)
        try:
            if moment and moment.tzinfo:
                return moment.astimezone(datetime.UTC)
        except OverflowError:
            pass
        raise UnreadableError("Give a moment such as 2025-10-24T09:30:00Z, or a day.")

    @property
    def schema(self) -> dict[str, Any]:
        """A date-time of RFC 3339, or a full-date."""
        return {
            "anyOf": [
                {"type": "string", "format": "date-time"},
                {"type": "string", "format": "date"},
            ]
        }

    def _of_day(self, day: datetime.date) -> datetime.datetime:
        edge = datetime.time.max if self.is_end else datetime.time.min
        return datetime.datetime.combine(day, edge, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Flag(Parameter):
    """Yes or no; left out it is no."""

    def read(self, text: str) -> bool:
        """The answer."""
        if text not in ("true", "false"):
            raise UnreadableError("Give “true” or “false”.")
        return text == "true"

    @property
    def schema(self) -> dict[str, Any]:
        """A truth value."""
        return {"type": "boolean", "default": False}


@dataclass(frozen=True)
class Whole(Parameter):
    """A whole number between two others."""

    least: int = 0
    most: int = LARGEST_ID
    default: int | None = None

    def read(self, text: str) -> int:
        """The number."""
        number = int(text) if re.fullmatch(r"[0-9]{1,19}", text) else -1
        if not self.least <= number <= self.most:
            raise UnreadableError(f"Give a whole number from {self.least} to {self.most}.")
        return number

    @property
    def schema(self) -> dict[str, Any]:
        """An integer with its bounds."""
        bounds: dict[str, Any] = {"type": "integer", "minimum": self.least, "maximum": self.most}
        return bounds if self.default is None else bounds | {"default": self.default}


LIMIT = Whole("limit", "How many rows a page has.", least=1, most=100, default=20)
CURSOR = Cursor("cursor", "Where the page begins; taken from `next` or `previous`.")
PAGING = (LIMIT, CURSOR)


@dataclass(frozen=True)
class Asked:
    """What a request asked for, by the names of parameters; what it left out is not in it."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """A value, or None."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """A value of text, or the empty text."""
        return self.values.get(name, "")

    @property
    def limit(self) -> int:
        """How many rows a page is to have."""
        return self.values.get(LIMIT.name, LIMIT.default)

    @property
    def cursor(self) -> str:
        """Where the page begins; empty for the first."""
        return self.text(CURSOR.name)


def read(query: QueryDict, parameters: Iterable[Parameter]) -> Asked:
    """Read a query by the parameters that an address knows.

    Raises ParameterError, which names every parameter at fault.
    """
    known = {parameter.name: parameter for parameter in parameters}
    values, faults = {}, {}
    for name, texts in query.lists():
        try:
            values[name] = _value(known, name, texts)
        except UnreadableError as error:
            code = "invalid" if name in known else "unknown_parameter"
            faults[name.replace("\x00", "")] = [ErrorDetail(str(error), code=code)]
    if faults:
        raise ParameterError(faults)
    return Asked(values)


def bad_parameter(name: str, message: str, *, code: str) -> ParameterError:
    """What to raise where a value turns out to be wrong only when it is used."""
    return ParameterError({name: [ErrorDetail(message, code=code)]})


def described(parameters: Iterable[Parameter]) -> list[OpenApiParameter]:
    """Parameters as the description of the API shows them."""
    return [parameter.described() for parameter in parameters]


def _value(known: Mapping[str, Parameter], name: str, texts: Sequence[str]) -> Any:
    if name not in known:
        names = ", ".join(sorted(known)) or "none"
        raise UnreadableError(f"This address does not know it. It knows: {names}.")
    if len(texts) != 1:
        raise UnreadableError("Give it once.")
    return known[name].read(texts[0])


def _parsed(parse: Any, text: str) -> Any:
    """What a parser of Django makes of a text; None for a day that no calendar has."""
    try:
        return parse(text)
    except ValueError:
        return None
