"""Organisations: the index, and the profile that opens with who owns whom."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.queries.organisations import public_organisation, public_organisations
from articles.views import parameters
from articles.views.lists import entries
from articles.views.parameters import iso_or_empty
from articles.views.rendering import render_page
from sources.enums import Reliability


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation that a public briefing rests on or speaks of."""
    context = {
        "current": "organisations",
        "title": "Organisations",
        "organisations": public_organisations(),
    }
    return render_page(request, "sources/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation: chain on a day (`?on=`, else today), and everything that involves it."""
    on = parameters.date(request, "on")
    profile = public_organisation(slug, on=on or timezone.now().date())
    if profile is None:
        raise Http404
    context = {
        "current": "organisations",
        "title": profile.organisation.name,
        "profile": profile,
        "organisation": profile.organisation,
        "reliability": Reliability(profile.organisation.reliability),
        "entries": entries(profile.briefings),
        "on": iso_or_empty(on),
        "robots": "noindex, follow" if on else "",
    }
    return render_page(request, "sources/organisation.html", context)
