"""How every public page leaves the house: without a session, cacheable, with its address."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.formats.discovery import feed_links
from articles.formats.jsonld import breadcrumbs, script
from articles.formats.site import Site, this_site
from articles.formats.social import social_of_page
from articles.formats.trail import Crumb
from articles.queries.information import public_policies

CACHE_CONTROL = "public, max-age=60"
HOME = Crumb(gettext_lazy("Home"), "/")


def render_page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a template without context processors, so that no page depends on who reads it.

    An answer that is not 200 is not kept by any cache, except that something is gone.
    """
    site, language = this_site(), get_language() or settings.LANGUAGE_CODE
    base = {
        "site_name": site.name,
        "site_url": site.base_url,
        "page_url": site.absolute(request.path) if status == 200 else "",
        "policies": public_policies,  # asked when the footer is rendered, unless a view knows them
        "social": social_of_page(site=site, language=language),
        "site_feeds": feed_links(_("%(name)s: all briefings") % {"name": site.name}),
    }
    if status == 200:
        base |= _described(context, site)
    response = HttpResponse(render_to_string(template, {**base, **context}), status=status)
    response["Content-Language"] = language
    response["Cache-Control"] = CACHE_CONTROL if status in (200, 410) else "no-store"
    return response


def _described(context: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """The way to a page and its schema.org nodes: a view gives `above`, `crumb` and `nodes`.

    `above` are the steps between the front page and the page itself, whose name is its title (in
    `title_language`) unless `crumb` is shorter. The front page has no title, and no way to it.
    """
    title = Crumb(context.get("title", ""), language=context.get("title_language", ""))
    here = Crumb(context["crumb"]) if "crumb" in context else title
    trail = [HOME, *context.get("above", ()), here] if here.label else []
    nodes = list(context.get("nodes", ()))
    if trail:
        nodes.append(breadcrumbs(trail, site=site))
    return {"trail": trail, "jsonld": script(nodes)}
