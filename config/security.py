"""The one place where the content security policy is loosened: Wagtail's admin needs it."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponseBase

RELAXED_BELOW = "/admin/"
# Whoever is not signed in yet gets the same strict policy as a reader.
STRICT_BELOW = ("/admin/login/", "/admin/password_reset/")
RELAXATIONS = {
    "script-src": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["blob:"],  # thumbnails of files that are being uploaded
    "frame-src": [SELF],  # the preview beside the editor
}


def relax_admin_policy(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, inside django-csp's: allow inline scripts and styles to the admin alone."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        path = request.path_info
        if path.startswith(RELAXED_BELOW) and not path.startswith(STRICT_BELOW):
            response._csp_update = RELAXATIONS  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own way, as its decorators
        return response

    return middleware
