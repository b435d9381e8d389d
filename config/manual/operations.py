"""Operations: a method at an address, with what it takes and every way in which it answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from config.manual.examples import example
from config.manual.shapes import Field, header, parameter
from config.manual.words import Schema, Words, prose, value

FIRST_REFUSAL = 400


@dataclass(frozen=True)
class Body:
    """What a request or an answer carries, by its media type."""

    media_type: str
    value: Words


@dataclass(frozen=True)
class Answer:
    """A status and what comes with it."""

    status: int
    phrase: str
    text: Words
    bodies: tuple[Body, ...]
    headers: tuple[Field, ...]


@dataclass(frozen=True)
class Operation:
    """One thing that the API does."""

    name: str
    resource: str
    method: str
    address: str
    summary: str
    text: Words
    parameters: tuple[Field, ...]
    bodies: tuple[Body, ...]
    answers: tuple[Answer, ...]
    refusals: tuple[Answer, ...]
    scopes: tuple[str, ...]
    needs_token: bool
    example: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where the operation stands on the page."""
        return self.name.replace("_", "-")


def operations_of(description: Mapping[str, Any]) -> Iterator[Operation]:
    """Every operation, in the order of the description."""
    for address, methods in description["paths"].items():
        for method, row in methods.items():
            yield _operation(method.upper(), address, row, description)


def _operation(method: str, address: str, row: Schema, description: Mapping[str, Any]) -> Operation:
    answers = [_answer(int(status), answer) for status, answer in row["responses"].items()]
    demanded = row.get("security", [{}])
    return Operation(
        name=row["operationId"],
        resource=row["tags"][0],
        method=method,
        address=address,
        summary=row["summary"],
        text=prose(row.get("description", "")),
        parameters=tuple(parameter(each) for each in _by_place(row.get("parameters", ()))),
        bodies=_bodies(row.get("requestBody", {})),
        answers=tuple(each for each in answers if each.status < FIRST_REFUSAL),
        refusals=tuple(each for each in answers if each.status >= FIRST_REFUSAL),
        scopes=tuple(scope for each in demanded for scopes in each.values() for scope in scopes),
        needs_token={} not in demanded,
        example=tuple(example(method, address, row, description)),
    )


def _by_place(parameters: Any) -> list[Any]:
    """First what makes the address, then what asks, then headers."""
    places = ("path", "query", "header")
    return sorted(parameters, key=lambda row: places.index(row["in"]))


def _answer(status: int, row: Schema) -> Answer:
    return Answer(
        status=status,
        phrase=HTTPStatus(status).phrase,
        text=prose(row.get("description", "")),
        bodies=_bodies(row),
        headers=tuple(header(name, each) for name, each in row.get("headers", {}).items()),
    )


def _bodies(row: Schema) -> tuple[Body, ...]:
    content = row.get("content", {})
    return tuple(Body(name, value(each.get("schema", {}))) for name, each in content.items())
