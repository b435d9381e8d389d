"""The rows of the sources domain; one module per subject."""

from sources.models.checks import SourceCheck
from sources.models.documents import SourceDocument
from sources.models.organisations import Organisation, OrganisationName
from sources.models.ownership import Ownership
from sources.models.tokens import TokenScope

__all__ = [
    "Organisation",
    "OrganisationName",
    "Ownership",
    "SourceCheck",
    "SourceDocument",
    "TokenScope",
]
