"""Lists: briefings, search, corrections."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.formats.correction import correction_of
from articles.formats.entry import Entry, entry_of
from articles.formats.passage import passage
from articles.models.editions import CurrentEdition
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.editions import correction_log
from articles.queries.organisations import organisation_choices
from articles.queries.paging import ForeignCursorError
from articles.queries.search import LAST_PAGE, SearchPage, UnsearchableError, search
from articles.queries.topics import public_topics
from articles.views import parameters
from articles.views.parameters import Day, FilterForm, Select, iso_or_empty
from articles.views.rendering import render_page
from sources.enums import CorroborationState

ROWS = 20
View = Callable[..., HttpResponse]


def foreign_cursor_is_bad(view: View) -> View:
    """Answer 400 to a page of a list that is not this list's."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except ForeignCursorError as error:
            raise BadRequest(str(error)) from error

    return wrapped


def entries(rows: Sequence[CurrentEdition]) -> list[Entry]:
    """Rows as entries of a list, with who issued their directives where the query told."""
    return [
        entry_of(row.summary, address=row.address, issuer=getattr(row, "issuer_name", None) or "")
        for row in rows
    ]


@require_safe
@foreign_cursor_is_bad
def briefing_list(request: HttpRequest) -> HttpResponse:
    """All briefings, filtered."""
    filters = BriefingFilters(
        topic=parameters.word(request, "topic"),
        organisation=parameters.word(request, "organisation"),
        corroboration=parameters.choice(request, "corroboration", CorroborationState.values),
        since=parameters.date(request, "from"),
        until=parameters.date(request, "to"),
    )
    page = briefings(
        filters=filters,
        limit=ROWS,
        cursor=parameters.cursor(request),
        before=parameters.month(request),
    )
    context = {
        "current": "briefings",
        "title": "Briefings",
        "entries": entries(page.rows),
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
        "filters": _briefing_form(filters),
        "robots": "noindex, follow" if filters.is_set else "",
    }
    return render_page(request, "articles/briefings.html", context)


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Search: the form alone, results, or what to type instead (400)."""
    text = request.GET.get("q", "")
    context: dict[str, Any] = {
        "current": "search",
        "title": "Search",
        "robots": "noindex, follow",
    }
    if not text.strip():
        return render_page(request, "articles/search.html", context)
    try:
        found = search(text=text, page=_page_number(request))
    except UnsearchableError as error:
        context |= {"search_text": text.replace("\x00", "")[:200], "problem": str(error)}
        return render_page(request, "articles/search.html", context, status=400)
    context |= {"search_text": text, "found": found, **_hits(request, found)}
    return render_page(request, "articles/search.html", context)


@require_safe
@foreign_cursor_is_bad
def corrections(request: HttpRequest) -> HttpResponse:
    """The public log of corrections, clarifications and retractions."""
    page = correction_log(limit=ROWS, cursor=parameters.cursor(request))
    context = {
        "title": "Corrections",
        "corrections": [correction_of(row) for row in page.rows],
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
    }
    return render_page(request, "articles/corrections.html", context)


def _hits(request: HttpRequest, found: SearchPage) -> dict[str, object]:
    numbers = (found.number - 1 or "", found.number + 1 if found.has_next else "")
    newer, older = map(str, numbers)
    return {
        "entries": [
            entry_of(
                row.summary,
                address=row.address,
                passage=passage(row.edition.search_text, found.terms),
            )
            for row in found.rows
        ],
        "pager": parameters.pager(request, newer=newer, older=older),
    }


def _page_number(request: HttpRequest) -> int:
    value = request.GET.get("page", "1")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else LAST_PAGE + 1


def _briefing_form(filters: BriefingFilters) -> FilterForm:
    topics = [(topic.slug, topic.name) for topic in public_topics()]
    organisations = organisation_choices()
    return FilterForm(
        action="/briefings/",
        is_set=filters.is_set,
        selects=[
            Select("topic", "Topic", "Any topic", topics, filters.topic),
            Select("organisation", "Organisation", "Any", organisations, filters.organisation),
            Select("corroboration", "Evidence", "Any", _corroboration(), filters.corroboration),
        ],
        dates=[
            Day("from", "From", iso_or_empty(filters.since)),
            Day("to", "To", iso_or_empty(filters.until)),
        ],
    )


def _corroboration() -> list[tuple[str, str]]:
    return [(state.value, state.words.replace("-", " ")) for state in CorroborationState]
