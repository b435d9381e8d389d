"""The style guide: every token and every component, live. For people who may enter the admin."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.views.styleguide.specimens import COMPONENTS
from articles.views.styleguide.tokens import token_groups


@never_cache
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show it; whoever may not enter the admin finds nothing here."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    context = {
        "site_name": settings.SITE_NAME,
        "title": "Style guide",
        "robots": "noindex",
        "groups": token_groups(),
        "components": COMPONENTS,
    }
    with override("en"):
        return HttpResponse(render_to_string("articles/styleguide.html", context))
