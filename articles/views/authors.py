"""Who writes here: the index, and each author with what they wrote."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.formats import jsonld
from articles.formats.discovery import feed_links
from articles.formats.site import this_site
from articles.formats.trail import Crumb
from articles.queries.authors import public_author, public_authors
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.information import public_policies
from articles.views import parameters
from articles.views.lists import ROWS, entries, foreign_cursor_is_bad
from articles.views.rendering import render_page


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    """Everybody whose name stands above a public briefing."""
    context = {"current": "authors", "title": _("Authors"), "authors": public_authors()}
    return render_page(request, "articles/authors.html", context)


@require_safe
@foreign_cursor_is_bad
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """One author: role, biography, briefings."""
    found = public_author(slug)
    if found is None:
        raise Http404
    page = briefings(
        filters=BriefingFilters(author=slug),
        limit=ROWS,
        cursor=parameters.cursor(request),
        before=parameters.month(request),
    )
    policies = public_policies()
    person = jsonld.author_person(found, site=this_site(), policies=policies)
    context = {
        "current": "authors",
        "title": found.name,
        "description": found.bio,
        "author": found,
        "above": [Crumb(_("Authors"), reverse("authors"))],
        "feeds": feed_links(found.name, under=request.path),
        "policies": policies,
        "nodes": [jsonld.profile(person)],
        "entries": entries(page.rows),
        "pager": parameters.pager(request, newer=page.previous, older=page.next),
    }
    return render_page(request, "articles/author.html", context)
