"""What every public address of the API shares: reading only, parameters read, refusals in words."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rest_framework.exceptions import APIException, ErrorDetail, NotFound, ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api.parameters import Asked, Parameter, read
from articles.fulltext import UnsearchableError
from articles.queries.editions import Gone
from articles.queries.paging import ForeignCursorError


class Negotiation(DefaultContentNegotiation):
    """As DRF's, but a `format` that is not offered is a bad parameter and no missing page."""

    def filter_renderers(
        self,
        renderers: Iterable[BaseRenderer],
        format: str,  # noqa: A002 - DRF's name
    ) -> list[BaseRenderer]:
        """Those of a format. Raises ValidationError."""
        by_format = {renderer.format: renderer for renderer in renderers}
        if format not in by_format:
            offered = ", ".join(by_format)
            raise _bad("format", f"Give one of: {offered}.", "invalid")
        return [by_format[format]]


class PublicView(APIView):
    """An address that anyone may read; `parameters` are all that it knows."""

    parameters: ClassVar[Sequence[Parameter]] = ()
    http_method_names = ["get", "head", "options"]
    content_negotiation_class = Negotiation
    asked: Asked

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Read the parameters once the caller is known and within the limits."""
        super().initial(request, *args, **kwargs)
        self.asked = read(request.query_params, self.parameters)

    def handle_exception(self, exc: Exception) -> Response:
        """Say in the API's terms what a query refused."""
        return super().handle_exception(_refusal(exc))


class ArticleGone(APIException):
    """An article that was public once; the reason is given where it was retracted."""

    status_code = 410
    default_code = "gone"


def gone_or_missing(gone: Gone | None) -> APIException:
    """The refusal for an article that is not public (any more)."""
    if gone is None:
        return NotFound("There is no such article.")
    if gone.is_retracted:
        return ArticleGone(gone.reason, code="retracted")
    return ArticleGone("This article was withdrawn.", code="withdrawn")


def _refusal(exc: Exception) -> Exception:
    if isinstance(exc, ForeignCursorError):
        return _bad("cursor", str(exc), "foreign_cursor")
    if isinstance(exc, UnsearchableError):
        return _bad("q", str(exc), "unsearchable")
    return exc


def _bad(name: str, message: str, code: str) -> ValidationError:
    return ValidationError({name: [ErrorDetail(message, code=code)]})
