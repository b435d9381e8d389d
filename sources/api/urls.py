"""The addresses of the sources domain in the API."""

from django.urls import path

from sources.api.ingest import Ingest

urlpatterns = [
    path("ingest/", Ingest.as_view(), name="api-ingest"),
]
