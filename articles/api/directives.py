"""Directives of public articles: the list, one of them, and all that match as CSV."""

from collections.abc import Iterator
from uuid import UUID

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from rest_framework.exceptions import NotFound
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from articles.api import representations
from articles.api.conditional import CACHE_CONTROL, answer
from articles.api.doors import PublicView
from articles.api.lists import listed
from articles.api.shapes.articles import DirectiveList as DirectiveListShape
from articles.api.shapes.articles import DirectiveSerializer
from articles.enums import DirectiveForce, DirectiveStatus
from articles.formats.spreadsheet import csv_lines
from articles.models.editions import Directive
from articles.queries.directives import (
    DirectiveFilters,
    all_directives,
    directive_by_uuid,
    sealed_directives,
)
from sources.api.description import CSV, reads
from sources.api.parameters import PAGING, Asked, Choice, Day, Parameter, Slug
from sources.enums import CorroborationState

FILTERS = (
    Slug("issuer", "Directives of an issuer."),
    Slug("addressee", "Directives to an addressee."),
    Choice("force", "Directives of a force.", values=DirectiveForce.values),
    Choice("status", "Directives of a status.", values=DirectiveStatus.values),
    Choice("corroboration", "Directives so borne out.", values=CorroborationState.values),
    Day("deadline_after", "Due on this day or later."),
    Day("deadline_before", "Due on this day or earlier."),
    Slug("topic", "Directives in articles on a topic."),
    Parameter(
        "q",
        "Words, “phrases”, -exclusions and fields such as `topic:nickel`, as in the site's search; "
        "of the matches the newest 1,000 are found.",
    ),
)
FORMAT = Choice("format", "In place of the header `Accept`.", values=("json", "csv"))
COLUMNS = (
    "uuid",
    "text",
    "issuer",
    "addressees",
    "target",
    "rationale",
    "deadline",
    "force",
    "status",
    "corroboration",
    "briefing_title",
    "briefing_url",
)


class CsvFormat(BaseRenderer):
    """Makes `text/csv` negotiable; the view streams the rows itself."""

    media_type = CSV
    format = "csv"


class DirectiveList(PublicView):
    """Directives of public articles, newest first."""

    parameters = (*FILTERS, FORMAT, *PAGING)
    renderer_classes = [JSONRenderer, CsvFormat]

    @reads(
        "directives_list",
        summary="List directives, the newest first; as CSV without pages",
        shape=DirectiveListShape,
        parameters=parameters,
        is_csv_too=True,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with a page, or with all that match as CSV."""
        filters = _filters(self.asked)
        if request.accepted_renderer.format == CsvFormat.format:
            return _as_csv(filters)
        page = sealed_directives(filters=filters, limit=self.asked.limit, cursor=self.asked.cursor)
        return listed(
            request,
            page,
            shown=representations.directive,
            state=representations.directive_state,
        )


class DirectiveDetail(PublicView):
    """One directive of a public article."""

    @reads(
        "directives_read",
        summary="Read a directive",
        shape=DirectiveSerializer,
        refuses=(404,),
    )
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        """Answer with the directive and where it is reported."""
        found = directive_by_uuid(uuid)
        if found is None:
            raise NotFound("There is no such directive.")
        return answer(
            request,
            state=representations.directive_state(found),
            body=lambda: representations.directive(found),
            modified_at=found.current.edition.issued_at,
        )


def _as_csv(filters: DirectiveFilters) -> StreamingHttpResponse:
    rows = (_cells(row) for row in all_directives(filters))
    lines: Iterator[str] = csv_lines(header=COLUMNS, rows=rows)
    response = StreamingHttpResponse(lines, content_type=f"{CSV}; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="directives.csv"'
    response["Cache-Control"] = CACHE_CONTROL
    return response


def _cells(row: Directive) -> list[str]:
    shown = representations.directive(row)
    parties = {
        "issuer": (shown["issuer"] or {}).get("name"),
        "corroboration": shown["corroboration"]["state"],
        "addressees": "; ".join(party["name"] for party in shown["addressees"]),
        "briefing_title": shown["briefing"]["title"],
        "briefing_url": shown["briefing"]["url"],
    }
    return [str((shown | parties)[column] or "") for column in COLUMNS]


def _filters(asked: Asked) -> DirectiveFilters:
    return DirectiveFilters(
        issuer=asked.text("issuer"),
        addressee=asked.text("addressee"),
        force=asked.text("force"),
        status=asked.text("status"),
        corroboration=asked.text("corroboration"),
        deadline_from=asked.get("deadline_after"),
        deadline_to=asked.get("deadline_before"),
        topic=asked.text("topic"),
        words=asked.text("q"),
    )
