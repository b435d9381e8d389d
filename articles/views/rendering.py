"""How every public page leaves the house: without a session, cacheable, with its address."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.queries.information import public_policies

CACHE_CONTROL = "public, max-age=60"


def render_page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a template without context processors, so that no page depends on who reads it.

    An answer that is not 200 is not kept by any cache, except that something is gone.
    """
    base = {
        "site_name": settings.SITE_NAME,
        "page_url": f"{settings.BASE_URL}{request.path}" if status == 200 else "",
        "policies": public_policies,  # asked when the footer is rendered, unless a view knows them
    }
    response = HttpResponse(render_to_string(template, {**base, **context}), status=status)
    response["Cache-Control"] = CACHE_CONTROL if status in (200, 410) else "no-store"
    return response
