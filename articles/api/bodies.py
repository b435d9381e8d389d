"""How much of a body is read, and how deep."""

import io
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser

MOST_BYTES = 64 * 1024


class BodyTooLarge(APIException):
    """A body beyond what the address can use."""

    status_code = 413
    default_code = "too_large"
    default_detail = f"The body has more than {MOST_BYTES} bytes."


class SmallJSONParser(JSONParser):
    """JSON of at most MOST_BYTES; DRF's own reads whatever is sent."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The value. Raises BodyTooLarge and ParseError."""
        body = stream.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise BodyTooLarge
        try:
            return super().parse(io.BytesIO(body), media_type, parser_context)
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.") from error
