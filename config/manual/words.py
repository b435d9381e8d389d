"""What a schema of OpenAPI says, in words of which some are code and some lead to a shape."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """Some words: plain, as code, or the name of a shape that they lead to."""

    text: str
    is_code: bool = False
    is_shape: bool = False


Words = tuple[Piece, ...]

CHOICES = re.compile(r"(?:^|\n\n)(?:\* `[^`]*` - .*(?:\n|$))+\Z")
CHOICE = re.compile(r"^\* `([^`]*)` - (.*)$", re.MULTILINE)


def prose(text: str) -> Words:
    """A sentence of the description; what stands between backticks is code."""
    said = CHOICES.sub("", text)
    parts = enumerate(said.split("`"))
    return tuple(Piece(part, is_code=bool(number % 2)) for number, part in parts if part)


def meanings(text: str) -> dict[str, str]:
    """What the choices mean that a description lists, but those that only repeat themselves."""
    found = CHOICE.findall(text)
    return {name: said for name, said in found if said.casefold() != name.replace("_", " ")}


def value(schema: Schema) -> Words:
    """What may stand at a place: a kind of value, its bounds, or a shape."""
    return tuple(_kind(schema)) + tuple(_bounds(schema))


def name_of(reference: str) -> str:
    """The shape that a `$ref` leads to."""
    return reference.rpartition("/")[2]


def _kind(schema: Schema) -> Iterator[Piece]:
    match schema:
        case {"$ref": reference}:
            yield Piece(name_of(reference), is_shape=True)
        case {"allOf": [only]}:
            yield from _kind(only)
        case {"oneOf": several} | {"anyOf": several}:
            yield from _joined(several)
        case {"enum": values}:
            yield from _choices(values)
        case {"type": [*kinds]}:
            yield from _joined({**schema, "type": kind} for kind in kinds)
        case {"type": "array", "items": items}:
            yield Piece(_("list of") + " ")
            yield from _kind(items)
        case {"type": "object", "additionalProperties": rest}:
            yield Piece(_("object of names and") + " ")
            yield from _kind(rest)
        case _:
            yield Piece(_plain(schema))


def _joined(several: Iterable[Schema]) -> Iterator[Piece]:
    for number, schema in enumerate(several):
        if number:
            yield Piece(f" {pgettext('between kinds of values', 'or')} ")
        yield from _kind(schema)


def _choices(values: Iterable[Any]) -> Iterator[Piece]:
    yield Piece(_("one of") + " ")
    for number, choice in enumerate(values):
        if number:
            yield Piece(", ")
        yield Piece(str(choice), is_code=True)


def _plain(schema: Schema) -> str:
    """A kind of value that holds no other."""
    kinds = {
        "date": _("day"),
        "date-time": _("moment"),
        "uri": _("web address"),
        "uuid": "UUID",
        "binary": _("file"),
        "string": _("text"),
        "integer": _("whole number"),
        "number": _("number"),
        "boolean": _("true or false"),
        "object": _("object"),
        "null": "null",
    }
    form, kind = schema.get("format", ""), schema.get("type", "")
    if kind == "null":
        return kinds[kind]
    return kinds.get(form) or kinds.get(kind) or _("any value")


def _bounds(schema: Schema) -> Iterator[Piece]:
    """How large a value may be, and what it is when it is left out."""
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None and most < 2**31:
        yield Piece(_(", %(least)s to %(most)s") % {"least": least, "most": most})
    elif least is not None:
        yield Piece(_(", %(least)s or more") % {"least": least})
    if longest := schema.get("maxLength"):
        yield Piece(_(", at most %(count)s characters") % {"count": longest})
    if (default := schema.get("default", "")) != "":
        yield Piece(_(", otherwise") + " ")
        yield Piece(json.dumps(default) if schema.get("type") else str(default), is_code=True)
