"""The description of the API laid out for people: the same OpenAPI that `schema/` answers with.

Nothing here is written by hand: what the description does not say, the page does not say either.
"""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from config.manual.operations import Operation, operations_of
from config.manual.shapes import Shape, shapes_of


class Manual:
    """Everything on the page: operations by resource, then the shapes that they speak in."""

    def __init__(self, description: dict[str, Any]) -> None:
        """Lay out an OpenAPI document."""
        self.title: str = description["info"]["title"]
        self.version: str = description["info"]["version"]
        self.openapi: str = description["openapi"]
        self.operations: tuple[Operation, ...] = tuple(operations_of(description))
        self.shapes: tuple[Shape, ...] = tuple(shapes_of(description))

    @property
    def resources(self) -> dict[str, list[Operation]]:
        """The operations by the resource that they work on, in the order of their addresses."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.resource, []).append(operation)
        return found


@cache
def manual(_language: str) -> Manual:
    """The layout in the language that is active: made once, for the code changes no sooner."""
    return Manual(SchemaGenerator().get_schema(request=None, public=True))  # type: ignore[no-untyped-call]  # drf-spectacular is half typed
