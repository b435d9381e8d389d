"""Named shapes: an object with its fields, a closed set of values, or one of several shapes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from config.manual.words import Schema, Words, meanings, prose, value


@dataclass(frozen=True)
class Field:
    """A row of a table: a parameter, a header, or a member of an object."""

    name: str
    value: Words
    text: Words
    place: str = ""  # "path", "query" or "header"; empty for a member
    is_required: bool = False


@dataclass(frozen=True)
class Shape:
    """What is sent or answered under a name; one of the three last is filled."""

    name: str
    text: Words
    fields: tuple[Field, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    alternatives: Words = ()


def shapes_of(description: Mapping[str, Any]) -> Iterator[Shape]:
    """Every shape that the description names, by name."""
    for name, schema in sorted(description["components"]["schemas"].items()):
        yield _shape(name, schema)


def parameter(row: Schema) -> Field:
    """A parameter of an operation."""
    return Field(
        name=row["name"],
        value=value(row["schema"]),
        text=prose(row.get("description", "")),
        place=row["in"],
        is_required=row.get("required", False),
    )


def header(name: str, row: Schema) -> Field:
    """A header of an answer."""
    return Field(name, value(row["schema"]), prose(row.get("description", "")), place="header")


def _shape(name: str, schema: Schema) -> Shape:
    text = schema.get("description", "")
    match schema:
        case {"enum": values} if said := meanings(text):
            choices = tuple((str(choice), said.get(str(choice), "")) for choice in values)
            return Shape(name, prose(text), choices=choices)
        case {"properties": members}:
            required = schema.get("required", ())
            fields = tuple(
                _member(key, members[key], is_required=key in required) for key in members
            )
            return Shape(name, prose(text), fields=fields)
        case _:
            return Shape(name, prose(text), alternatives=value(schema))


def _member(name: str, schema: Schema, *, is_required: bool) -> Field:
    text = prose(schema.get("description", ""))
    return Field(name, value(schema), text, is_required=is_required)
