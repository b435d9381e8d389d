"""The addresses of our screens in the admin."""

from django.urls import URLPattern, URLResolver, path

from articles.editorial.challenges.routes import challenge_urls
from articles.editorial.changing import ChangeView
from articles.editorial.checking import ChecksView
from articles.editorial.citing.finding import FindPassagesView
from articles.editorial.editions import EditionsView
from articles.editorial.emergency import AcknowledgeView, EmergencyView
from articles.editorial.ingest.capturing import CaptureView
from articles.editorial.ingest.review import CreateOrganisationView, ReviewView
from articles.editorial.rechecks import SeenView

urlpatterns: list[URLPattern | URLResolver] = [
    path("ingest/", CaptureView.as_view(), name="assay_ingest"),
    path("ingest/<uuid:uuid>/", ReviewView.as_view(), name="assay_ingest_review"),
    path(
        "ingest/<uuid:uuid>/organisations/",
        CreateOrganisationView.as_view(),
        name="assay_ingest_organisation",
    ),
    challenge_urls,
    path("citing/", FindPassagesView.as_view(), name="assay_citing"),
    path("briefings/<int:pk>/checks/", ChecksView.as_view(), name="assay_checks"),
    path("briefings/<int:pk>/editions/", EditionsView.as_view(), name="assay_editions"),
    path("briefings/<int:pk>/change/", ChangeView.as_view(), name="assay_change"),
    path("briefings/<int:pk>/emergency/", EmergencyView.as_view(), name="assay_emergency"),
    path("emergencies/<int:pk>/acknowledged/", AcknowledgeView.as_view(), name="assay_acknowledge"),
    path("source-checks/<int:pk>/seen/", SeenView.as_view(), name="assay_source_seen"),
]
