"""The lists of briefings and of corrections, and what every list of briefings shares."""

from collections.abc import Callable, Sequence
from functools import wraps

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from articles.formats.correction import correction_of
from articles.formats.discovery import feed_links
from articles.formats.entry import Entry, entry_of
from articles.models.editions import CurrentEdition
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.editions import correction_log
from articles.queries.organisations import organisation_choices
from articles.queries.paging import ForeignCursorError
from articles.queries.topics import public_topics
from articles.views import parameters
from articles.views.parameters import Day, FilterForm, Select, iso_or_empty
from articles.views.rendering import render_page
from sources.enums import CorroborationState
from sources.languages import own_name_of

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
        language=parameters.choice(request, "language", dict(settings.LANGUAGES)),
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
        "title": _("Briefings"),
        "entries": entries(page.rows),
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
        "filters": _briefing_form(filters),
        "robots": "noindex, follow" if filters.is_set else "",
    }
    return render_page(request, "articles/briefings.html", context)


@require_safe
def in_language(_request: HttpRequest, language: str) -> HttpResponse:
    """Where the tree of a language begins, all briefings in it are one filter away."""
    return HttpResponseRedirect(f"{reverse('briefings')}?language={language}")


@require_safe
@foreign_cursor_is_bad
def corrections(request: HttpRequest) -> HttpResponse:
    """The public log of corrections, clarifications and retractions."""
    page = correction_log(
        limit=ROWS, cursor=parameters.cursor(request), before=parameters.month(request)
    )
    context = {
        "title": _("Corrections"),
        "feeds": feed_links(_("Corrections"), under="/corrections/"),
        "corrections": [correction_of(row) for row in page.rows],
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
    }
    return render_page(request, "articles/corrections.html", context)


def _briefing_form(filters: BriefingFilters) -> FilterForm:
    topics = [(topic.slug, topic.name) for topic in public_topics()]
    organisations, any_one = organisation_choices(), _("Any")
    return FilterForm(
        action="/briefings/",
        is_set=filters.is_set,
        selects=[
            Select("topic", _("Topic"), _("Any topic"), topics, filters.topic),
            Select("organisation", _("Organisation"), any_one, organisations, filters.organisation),
            Select(
                "corroboration", _("Evidence"), any_one, _corroboration(), filters.corroboration
            ),
            Select("language", _("Language"), any_one, _languages(), filters.language),
        ],
        dates=[
            Day("from", pgettext("day", "From"), iso_or_empty(filters.since)),
            Day("to", pgettext("day", "To"), iso_or_empty(filters.until)),
        ],
    )


def _languages() -> list[tuple[str, str]]:
    return [(code, own_name_of(code)) for code, _name in settings.LANGUAGES]


def _corroboration() -> list[tuple[str, str]]:
    return [(state.value, state.words.replace("-", " ")) for state in CorroborationState]
