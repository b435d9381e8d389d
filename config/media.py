"""Pictures for readers. A web server in front may answer these addresses in our place."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send a scaled picture; originals and documents stay behind Wagtail's permission checks."""
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT / "images"))
    except OSError as error:  # a name that no file can have: it is too long
        raise Http404 from error
    # Wagtail gives a changed picture another name.
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
