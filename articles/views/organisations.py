"""Organisations: the index, and the profile that opens with who owns whom."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.formats import jsonld
from articles.formats.discovery import feed_links
from articles.formats.site import this_site
from articles.formats.trail import Crumb
from articles.queries.organisations import organisations_page, public_organisation
from articles.views import parameters
from articles.views.lists import entries, foreign_cursor_is_bad
from articles.views.parameters import iso_or_empty
from articles.views.rendering import render_page
from sources.enums import Reliability

NAMED = 100


@require_safe
@foreign_cursor_is_bad
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation that a public briefing rests on or speaks of."""
    page = organisations_page(limit=NAMED, cursor=parameters.cursor(request))
    context = {
        "current": "organisations",
        "title": _("Organisations"),
        "organisations": page.rows,
        "pager": parameters.pager(request, newer=page.previous, older=page.next, can_jump=False),
    }
    return render_page(request, "sources/organisations.html", context)


@require_safe
@foreign_cursor_is_bad
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation: chain on a day (`?on=`, else today), and everything that involves it."""
    on = parameters.date(request, "on")
    cursor, before = parameters.cursor(request), parameters.month(request)
    profile = public_organisation(
        slug, on=on or timezone.now().date(), cursor=cursor, before=before
    )
    if profile is None:
        raise Http404
    record = jsonld.organisation_record(profile.organisation, party=profile.party, site=this_site())
    context = {
        "current": "organisations",
        "title": profile.organisation.name,
        "above": [Crumb(_("Organisations"), reverse("organisations"))],
        "feeds": feed_links(profile.organisation.name, under=request.path),
        "nodes": [jsonld.profile(record)],
        "profile": profile,
        "organisation": profile.organisation,
        "reliability": Reliability(profile.organisation.reliability),
        "entries": entries(profile.page.rows),
        "pager": parameters.pager(request, newer=profile.page.previous, older=profile.page.next),
        "is_continued": bool(cursor or before),
        "on": iso_or_empty(on),
        "robots": "noindex, follow" if on else "",
    }
    return render_page(request, "sources/organisation.html", context)
