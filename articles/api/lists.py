"""How every list answers: `{"results", "next", "previous"}`, and the same links as headers."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import Model
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from articles.api.conditional import answer
from articles.queries.paging import KeysetPage
from sources.api.parameters import CURSOR

Row = TypeVar("Row", bound=Model)


def listed(
    request: Request,
    page: KeysetPage[Row],
    *,
    shown: Callable[[Row], dict[str, Any]],
    state: Callable[[Row], Sequence[Any]],
) -> HttpResponseBase:
    """Answer with a page; `state` is all that the representation of a row depends on."""
    links = {"next": _link(request, page.next), "previous": _link(request, page.previous)}
    response = answer(
        request,
        state=[[state(row) for row in page.rows], [bool(link) for link in links.values()]],
        body=lambda: {"results": [shown(row) for row in page.rows], **links},
    )
    relations = {"next": links["next"], "prev": links["previous"]}
    if any(relations.values()):
        response["Link"] = ", ".join(
            f'<{url}>; rel="{relation}"' for relation, url in relations.items() if url
        )
    return response


def _link(request: Request, cursor: str) -> str | None:
    if not cursor:
        return None
    query = request.query_params.copy()
    query[CURSOR.name] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
