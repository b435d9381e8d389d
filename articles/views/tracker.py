"""The directive tracker: every directive of a public briefing, filtered, counted, and when due."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.enums import DirectiveForce, DirectiveStatus
from articles.formats.discovery import feed_links
from articles.formats.timeline import Timeline, last_day, months_around, timeline
from articles.queries.directives import (
    DirectiveFilters,
    Facets,
    PartyFacet,
    deadlines,
    directives,
    facets,
    searched,
)
from articles.queries.search import UnsearchableError
from articles.views import parameters
from articles.views.lists import foreign_cursor_is_bad
from articles.views.parameters import Day, FilterForm, Query, Select, iso_or_empty
from articles.views.rendering import render_page
from sources.enums import CorroborationState

TRACKED = 30
MONTHS_BACK, MONTHS_AHEAD = 6, 17
# What the API calls a filter of this page.
IN_THE_API = {
    "deadline_from": "deadline_after",
    "deadline_to": "deadline_before",
    "words": "q",
}
LONGEST_ECHO = 200


@require_safe
@foreign_cursor_is_bad
def tracker(request: HttpRequest) -> HttpResponse:
    """The tracker, or what to type instead (400). Six queries, and what a search takes."""
    asked = _filters(request)
    filters, problem = _searched(asked)
    page = directives(
        filters=filters,
        limit=TRACKED,
        cursor=parameters.cursor(request),
        before=parameters.month(request),
    )
    context = {
        "current": "directives",
        "title": _("Directives"),
        "feeds": feed_links(_("Directives"), under="/directives/"),
        "directives": page.rows,
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
        "filters": _form(asked, facets(filters), problem),
        "timeline": _timeline(filters, timezone.now().date()),
        "csv_url": _csv_url(asked),
        "robots": "noindex, follow" if asked.is_set else "",
    }
    status = 400 if problem else 200
    return render_page(request, "articles/directives.html", context, status=status)


def _filters(request: HttpRequest) -> DirectiveFilters:
    return DirectiveFilters(
        issuer=parameters.word(request, "issuer"),
        addressee=parameters.word(request, "addressee"),
        force=parameters.choice(request, "force", DirectiveForce.values),
        status=parameters.choice(request, "status", DirectiveStatus.values),
        corroboration=parameters.choice(request, "corroboration", CorroborationState.values),
        deadline_from=parameters.date(request, "deadline_from"),
        deadline_to=parameters.date(request, "deadline_to"),
        words=request.GET.get("q", "").strip(),
    )


def _searched(asked: DirectiveFilters) -> tuple[DirectiveFilters, str]:
    """What its words find: nothing where they cannot be searched for, and what to type instead."""
    try:
        return searched(asked), ""
    except UnsearchableError as error:
        return replace(asked, found=()), str(error)


def _timeline(filters: DirectiveFilters, today: datetime.date) -> Timeline | None:
    """What is due around today, of what was asked for."""
    months = months_around(today, back=MONTHS_BACK, ahead=MONTHS_AHEAD)
    counts = deadlines(filters=filters, since=months[0], until=last_day(months[-1]))
    names = [str(MONTHS_3[number]).capitalize() for number in range(1, 13)]
    return timeline(counts, today=today, months=names)


def _csv_url(filters: DirectiveFilters) -> str:
    """The same directives as a file for a spreadsheet: all of them, without pages."""
    chosen = {
        IN_THE_API.get(name, name): str(value) for name, value in vars(filters).items() if value
    }
    return f"{reverse('api-directives')}?{urlencode(chosen | {'format': 'csv'})}"


def _form(filters: DirectiveFilters, found: Facets, problem: str) -> FilterForm:
    evidence = {state.value: state.words.replace("-", " ") for state in CorroborationState}
    force, status = dict(DirectiveForce.choices), dict(DirectiveStatus.choices)
    return FilterForm(
        action=reverse("directives"),
        is_set=filters.is_set,
        query=Query(
            "q",
            _("Search the directives"),
            filters.words.replace("\x00", "")[:LONGEST_ECHO],
            problem,
        ),
        selects=[
            _parties("issuer", _("Issuer"), found.issuers, filters.issuer),
            _parties("addressee", _("Addressee"), found.addressees, filters.addressee),
            _fixed("force", _("Force"), force, found.force, filters.force),
            _fixed("status", _("Status"), status, found.status, filters.status),
            _fixed(
                "corroboration",
                _("Evidence"),
                evidence,
                found.corroboration,
                filters.corroboration,
            ),
        ],
        dates=[
            Day("deadline_from", _("Deadline from"), iso_or_empty(filters.deadline_from)),
            Day("deadline_to", _("Deadline to"), iso_or_empty(filters.deadline_to)),
        ],
    )


def _parties(name: str, label: str, found: list[PartyFacet], chosen: str) -> Select:
    choices = [(party.slug, f"{party.name} ({party.total})") for party in found]
    return Select(name, label, _("Any"), choices, chosen)


def _fixed(
    name: str, label: str, words: Mapping[str, Any], counts: Mapping[str, int], chosen: str
) -> Select:
    """A facet of fixed choices, without those that would leave nothing."""
    choices = [
        (value, f"{word} ({counts[value]})")
        for value, word in words.items()
        if counts[value] or value == chosen
    ]
    return Select(name, label, _("Any"), choices, chosen)
