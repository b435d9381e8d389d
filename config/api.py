"""The API as one tree: the parts of both apps, its description, and the reader for people."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.exceptions import NotFound
from rest_framework.renderers import TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.views.rendering import render_page
from config.manual import manual
from sources.api.problems import PROBLEM, problem

PREFIX = "/api/v1/"
WORDS = {
    400: "The request cannot be read.",
    403: "This is not allowed.",
    404: "The API has nothing at this address.",
    500: "Something is wrong on our side; it was written down.",
}

Page = Callable[..., HttpResponseBase]


@extend_schema(exclude=True)
class Root(APIView):
    """Where the API begins."""

    def get(self, _request: Request) -> HttpResponseRedirect:
        """Lead people and machines to the description."""
        return HttpResponseRedirect(reverse("api-docs"))


@extend_schema(exclude=True)
class Reader(APIView):
    """The description for people: a page of our own, without a script or a cookie."""

    http_method_names = ["get", "head"]  # what OPTIONS tells of a page would be no page
    renderer_classes = [TemplateHTMLRenderer]

    def get(self, request: Request) -> HttpResponse:
        """Show it; nothing in the page depends on the request."""
        context = {"manual": manual(get_language()), "base_url": settings.BASE_URL}
        return render_page(request, "api/docs.html", context)


@extend_schema(exclude=True)
class UnknownAddress(APIView):
    """Answers where the API has nothing, so that a mistyped address gets a problem, not a page."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse every method before it is looked for."""
        super().initial(request, *args, **kwargs)
        raise NotFound(WORDS[404])


def problem_or(page: Page, *, status: int) -> Page:
    """Django's handler for a status: a problem below the API, and elsewhere the page."""

    def handler(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            return page(request, *args, **kwargs)
        body = problem(status=status, detail=WORDS[status], path=request.path)
        headers = {"Cache-Control": "no-store"}
        return JsonResponse(body, status=status, content_type=PROBLEM, headers=headers)

    return handler


def keep_public_endpoints(endpoints: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Hook of drf-spectacular: Wagtail's admin has an API of its own that is not for consumers."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith(PREFIX)]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", Root.as_view(), name="api-root"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", Reader.as_view(), name="api-docs"),
    path("", include("sources.api.urls")),
    path("", include("articles.api.urls")),
    path("<path:address>", UnknownAddress.as_view()),
]
