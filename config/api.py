"""The API as one tree: the parts of both apps, its description, and the reader for people."""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.views import APIView

PREFIX = "/api/v1/"


@extend_schema(exclude=True)
class UnknownAddress(APIView):
    """Answers where the API has nothing, so that a mistyped address gets a problem, not a page."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse every method before it is looked for."""
        super().initial(request, *args, **kwargs)
        raise NotFound


def keep_public_endpoints(endpoints: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Hook of drf-spectacular: Wagtail's admin has an API of its own that is not for consumers."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith(PREFIX)]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="api-docs"), name="api-root"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(
            url_name="api-schema", template_name="api/docs.html", title="Assay API"
        ),
        name="api-docs",
    ),
    path("", include("sources.api.urls")),
    path("", include("articles.api.urls")),
    path("<path:address>", UnknownAddress.as_view()),
]
