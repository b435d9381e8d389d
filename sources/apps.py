"""The app `sources`: organisations, ownership, source documents, ingest, disclaimer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    """The lower domain; it knows nothing of articles."""

    name = "sources"
    verbose_name = _("sources")
