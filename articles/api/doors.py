"""What every public address of the articles domain shares: reading only, refusals in words."""

from rest_framework.exceptions import APIException, NotFound
from rest_framework.response import Response

from articles.queries.editions import Gone
from articles.queries.paging import ForeignCursorError
from articles.queries.search import UnsearchableError
from sources.api.doors import ApiView
from sources.api.parameters import CURSOR, bad_parameter


class PublicView(ApiView):
    """An address that anyone may read."""

    http_method_names = ["get", "head", "options"]

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
        return bad_parameter(CURSOR.name, str(exc), code="foreign_cursor")
    if isinstance(exc, UnsearchableError):
        return bad_parameter("q", str(exc), code="unsearchable")
    return exc
