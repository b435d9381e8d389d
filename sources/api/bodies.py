"""How much of a body is read, and how deep; what its members may be called."""

import io
from collections.abc import Mapping
from typing import IO, Any, ClassVar

from django.conf import settings
from rest_framework.exceptions import ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import BaseParser, JSONParser, MultiPartParser
from rest_framework.serializers import Serializer

from sources.api.problems import BodyTooLarge

AROUND = 64 * 1024  # what stands around an item: names, and the other members
ESCAPES = 3  # JSON may write a character of two bytes in six: \u00e9


class SmallJSONParser(JSONParser):
    """JSON of at most `most_bytes`; DRF's own reads whatever is sent."""

    most_bytes: ClassVar[int] = 64 * 1024

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The value. Raises BodyTooLarge and ParseError."""
        body = io.BytesIO(_read(stream, self.limit()))
        try:
            return super().parse(body, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.") from error

    def limit(self) -> int:
        """How many bytes are read."""
        return self.most_bytes


class ItemJSONParser(SmallJSONParser):
    """JSON that holds the text of one item."""

    def limit(self) -> int:
        """Room for the longest text with every character escaped."""
        return ESCAPES * settings.INGEST_MAX_BYTES + AROUND


class ItemParser(BaseParser):
    """An item as it is: the value is its bytes."""

    media_type = "text/plain"

    def parse(self, stream: IO[Any], *_args: Any, **_kwargs: Any) -> Any:
        """The bytes. Raises BodyTooLarge."""
        return _read(stream, settings.INGEST_MAX_BYTES)


class ItemMarkupParser(ItemParser):
    """A page or a part of one."""

    media_type = "text/html"


class ItemFormParser(MultiPartParser):
    """A form with an item as a file; refused by its declared length, before anything is read."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The fields and the file. Raises BodyTooLarge and ParseError."""
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH")
        if int(length or 0) > settings.INGEST_MAX_BYTES + AROUND:
            raise BodyTooLarge
        return super().parse(stream, media_type, parser_context)


def members(body: Any, *, of: type[Serializer[Any]]) -> dict[str, Any]:
    """The members of a body with values of the right kinds.

    Raises ValidationError, also for members that the address does not know.
    """
    form = of(data=body)
    form.is_valid(raise_exception=True)
    if unknown := sorted(set(body) - set(form.fields)):
        raise ValidationError({name: [ErrorDetail("Unknown.", code="unknown")] for name in unknown})
    return form.validated_data


def _read(stream: IO[Any], most: int) -> bytes:
    body: bytes = stream.read(most + 1)
    if len(body) > most:
        raise BodyTooLarge(f"The body has more than {most:,} bytes.")
    return body
