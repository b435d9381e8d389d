"""While MAINTENANCE is on, readers are told to come back; the admin, probes and files go on."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from config.api import PREFIX
from sources.api.problems import PROBLEM, problem

RETRY_AFTER_SECONDS = 600
GOES_ON = ("/admin/", "/healthz", "/readyz", "/documents/", settings.MEDIA_URL, settings.STATIC_URL)


def close_to_readers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: answer 503 wherever a reader or a program would get an answer. No database."""
    if not settings.MAINTENANCE:
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(GOES_ON):
            return get_response(request)
        response = _problem(request) if request.path.startswith(PREFIX) else _page()
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        response["Cache-Control"] = "no-store"
        return response

    return middleware


def _page() -> HttpResponse:
    return HttpResponse(render_to_string("503.html", {"site_name": settings.SITE_NAME}), status=503)


def _problem(request: HttpRequest) -> HttpResponse:
    detail = _("We are working on the site. Please try again in ten minutes.")
    body = problem(status=503, detail=detail, path=request.path)
    return JsonResponse(body, status=503, content_type=PROBLEM)
