"""Files for readers: those of what is public. Anything else is for those who work with files."""

from django.http import Http404, HttpRequest
from wagtail.documents.models import AbstractDocument
from wagtail.permissions import policy_registry

from articles.queries.files import is_offered

DEEDS = ("change", "choose")


def refuse_unoffered(file: AbstractDocument, request: HttpRequest) -> None:
    """Hook `before_serve_document`: a file that nothing public offers does not exist for readers.

    Raises Http404. The session is looked at only where the answer depends on who asks.
    """
    if is_offered(file):
        return
    policy = policy_registry.get_by_type(type(file))
    if not policy.user_has_any_permission_for_instance(request.user, DEEDS, file):
        raise Http404
