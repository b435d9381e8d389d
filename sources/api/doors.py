"""What every address of the API shares: parameters are read, and refusals are in words."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rest_framework.exceptions import APIException
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from sources.api.parameters import Asked, Parameter, bad_parameter, read


class Negotiation(DefaultContentNegotiation):
    """As DRF's, but a `format` that is not offered is a bad parameter and no missing page."""

    def filter_renderers(
        self,
        renderers: Iterable[BaseRenderer],
        format: str,  # noqa: A002 - DRF's name
    ) -> list[BaseRenderer]:
        """Those of a format. Raises ParameterError."""
        by_format = {renderer.format: renderer for renderer in renderers}
        if format not in by_format:
            offered = ", ".join(by_format)
            raise bad_parameter("format", f"Give one of: {offered}.", code="invalid")
        return [by_format[format]]


class LengthRequired(APIException):
    """A body sent in chunks; Django reads only what a request says the length of."""

    status_code = 411
    default_code = "length_required"
    default_detail = "Send the length of the body in `Content-Length`, not the body in chunks."


class ApiView(APIView):
    """An address of the API; `parameters` are all that it knows in a query."""

    parameters: ClassVar[Sequence[Parameter]] = ()
    content_negotiation_class = Negotiation
    asked: Asked

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Read the parameters once the caller is known and within the limits."""
        super().initial(request, *args, **kwargs)
        if request.method not in self.allowed_methods:
            self.http_method_not_allowed(request)
        self.asked = read(request.query_params, self.parameters)
        if "Transfer-Encoding" in request.headers and "Content-Length" not in request.headers:
            raise LengthRequired
