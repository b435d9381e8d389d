"""Search: one box over briefings, directives, organisations and sources."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.formats.entry import entry_of
from articles.formats.passage import passage
from articles.models.editions import CurrentEdition
from articles.queries.search import (
    GROUPS,
    LAST_PAGE,
    Group,
    SearchPage,
    UnsearchableError,
    search,
)
from articles.views import parameters
from articles.views.rendering import render_page

LONGEST_ECHO = 200


@dataclass(frozen=True)
class Tab:
    """A group of results, by the address at which all of it is listed."""

    name: str
    label: str
    rows: list[Any]
    count: str
    url: str


@dataclass(frozen=True)
class Link:
    """A choice of a facet or a field in use; `count` is empty where nothing is counted."""

    label: str
    url: str
    count: str = ""


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The form alone, results, or what to type instead (400)."""
    text = request.GET.get("q", "")
    context: dict[str, Any] = {
        "current": "search",
        "title": _("Search"),
        "robots": "noindex, follow",
    }
    if not text.strip():
        return render_page(request, "articles/search.html", context)
    group = request.GET.get("in", "")
    group = group if group in GROUPS else GROUPS[0]
    try:
        found = search(text=text, group=group, page=_page_number(request))
    except UnsearchableError as error:
        context |= {"search_text": text.replace("\x00", "")[:LONGEST_ECHO], "problem": str(error)}
        return render_page(request, "articles/search.html", context, status=400)
    context |= {"search_text": text, "found": found, **_shown(request, text, found)}
    return render_page(request, "articles/search.html", context)


def _shown(request: HttpRequest, text: str, found: SearchPage) -> dict[str, object]:
    numbers = (found.number - 1 or "", found.number + 1 if found.has_next else "")
    newer, older = map(str, numbers)
    return {
        "group": _tab(text, found.group, found.terms),
        "others": [_tab(text, other, found.terms) for other in found.others],
        "facets": [
            (facet.label, [Link(c.label, _address(c.text), str(c.count)) for c in facet.choices])
            for facet in found.facets
        ],
        "chosen": [Link(choice.label, _address(choice.text)) for choice in found.chosen],
        "suggestion": found.suggestion and Link(found.suggestion, _address(found.suggestion)),
        "all_groups": _address(text),
        "pager": parameters.pager(request, newer=newer, older=older, can_jump=False),
    }


def _tab(text: str, group: Group, terms: tuple[str, ...]) -> Tab:
    return Tab(
        name=group.name,
        label=_labels()[group.name],
        rows=[_row(group.name, row, terms) for row in group.rows],
        count=_("1,000+") if group.is_capped else f"{group.count:,}",
        url=_address(text, group.name),
    )


def _row(group: str, row: Any, terms: tuple[str, ...]) -> Any:
    """A briefing as an entry with its passage; a directive with its words marked."""
    if group == "briefings":
        found = passage(_body(row), terms)
        return entry_of(row.summary, address=row.address, passage=found)
    if group == "directives":
        url = f"/{row.current.address}#{row.anchor}"
        return {"directive": row, "url": url, "marked": passage(row.text, terms) or row.text}
    return row


def _body(row: CurrentEdition) -> str:
    """The text below title and standfirst, which stand in the list already."""
    text = row.edition.search_text
    for shown in (row.edition.title, row.edition.standfirst):
        text = text.removeprefix(shown).removeprefix("\n")
    return text


def _labels() -> dict[str, str]:
    return {
        "briefings": _("Briefings"),
        "directives": _("Directives"),
        "organisations": _("Organisations"),
        "sources": _("Sources"),
    }


def _address(text: str, group: str = "") -> str:
    asked = {"q": text} | ({"in": group} if group and group != GROUPS[0] else {})
    return f"{reverse('search')}?{urlencode(asked)}"


def _page_number(request: HttpRequest) -> int:
    value = request.GET.get("page", "1")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else LAST_PAGE + 1
