"""The front page and the index pages of topics."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.formats import jsonld
from articles.formats.discovery import feed_links
from articles.formats.site import this_site
from articles.formats.trail import Crumb
from articles.queries.briefings import BriefingFilters, briefings, newest
from articles.queries.directives import newest_directives
from articles.queries.information import public_policies
from articles.queries.topics import public_topic, public_topics
from articles.views import parameters
from articles.views.lists import entries, foreign_cursor_is_bad
from articles.views.rendering import render_page

LATEST = 7
DIRECTIVES = 5
ROWS = 20


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead briefing, latest, newest directives, topics."""
    shown, policies, language = entries(newest(LATEST)), public_policies(), get_language() or ""
    context = {
        "current": "home",
        "lead": shown[0] if shown else None,
        "latest": shown[1:],
        "directives": newest_directives(DIRECTIVES),
        "topics": public_topics(),
        "policies": policies,
        "nodes": [jsonld.home(site=this_site(), policies=policies, language=language)],
        "description": _("Industry briefings in which every claim shows where it comes from."),
    }
    return render_page(request, "articles/home.html", context)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All topics with a public briefing."""
    context = {"current": "topics", "title": _("Topics"), "topics": public_topics()}
    return render_page(request, "articles/topics.html", context)


@require_safe
@foreign_cursor_is_bad
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The briefings on a topic."""
    found = public_topic(slug)
    if found is None:
        raise Http404
    filters = BriefingFilters(topic=slug)
    page = briefings(
        filters=filters,
        limit=ROWS,
        cursor=parameters.cursor(request),
        before=parameters.month(request),
    )
    context = {
        "current": "topics",
        "title": found.name,
        "description": found.description,
        "topic": found,
        "above": [Crumb(_("Topics"), reverse("topics"))],
        "feeds": feed_links(found.name, under=request.path),
        "entries": entries(page.rows),
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
    }
    return render_page(request, "articles/topic.html", context)
