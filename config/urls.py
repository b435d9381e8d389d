"""Every address of the installation, composed from the apps; the public catch-all comes last."""

from django.urls import include, path
from django.views import defaults
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from articles.views.styleguide import styleguide
from config import api, health, media

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("media/images/<path:path>", media.rendition),
    path("styleguide/", styleguide, name="styleguide"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("config.api")),
    path("", include("articles.urls")),
]

handler400 = api.problem_or(defaults.bad_request, status=400)
handler403 = api.problem_or(defaults.permission_denied, status=403)
handler404 = api.problem_or(defaults.page_not_found, status=404)
handler500 = api.problem_or(defaults.server_error, status=500)
