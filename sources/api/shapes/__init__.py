"""What the shapes of answers are made of: they describe the API, and serialize nothing."""

from typing import Any

from rest_framework import serializers


class Shape(serializers.Serializer[Any]):
    """An object of an answer; every key is always there."""


def string(help_text: str = "", *, nullable: bool = False) -> serializers.CharField:
    """A text; `help_text` says what the name does not."""
    return serializers.CharField(help_text=help_text or None, allow_null=nullable)


def choice(choices: Any, *, help_text: str = "") -> serializers.ChoiceField:
    """One of the values of an enumeration."""
    return serializers.ChoiceField(choices=choices.choices, help_text=help_text or None)


def day(*, nullable: bool = False) -> serializers.DateField:
    """A calendar day."""
    return serializers.DateField(allow_null=nullable)


def moment() -> serializers.DateTimeField:
    """A moment in UTC, RFC 3339."""
    return serializers.DateTimeField()


def numbers(help_text: str) -> serializers.ListField:
    """A list of whole numbers."""
    return serializers.ListField(child=serializers.IntegerField(), help_text=help_text)


def list_of(name: str, shape: type[Shape]) -> type[Shape]:
    """The shape of a list answer; `name` is what the description calls it."""
    fields = {
        "__doc__": "One page of a list.",
        "__module__": __name__,
        "results": shape(many=True),
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
    }
    return type(f"{name}Serializer", (Shape,), fields)
