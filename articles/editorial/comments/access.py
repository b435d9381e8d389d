"""Who may moderate, and what every screen of moderation has in common."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.utils import get_valid_next_url_from_request

from articles.actions.comments.deciding import MODERATE
from articles.models.comments import Comment


def may_moderate(user: Any) -> bool:
    """Whether a person may decide on comments."""
    return bool(user.has_perm(MODERATE))


class ModeratorView(View):
    """A screen or deed for moderators alone; it leads back to where one came from."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise PermissionDenied for everybody else."""
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def back(self) -> str:
        """The page that was left, if it is ours, or the queue."""
        target = get_valid_next_url_from_request(self.request)
        return str(target or reverse("assay_comments:index"))

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the queue, this screen."""
        title = getattr(self, "page_title", "")
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("assay_comments:index"), "label": _("Comments")},
            {"url": "", "label": str(title)},
        ]


class OnComment(ModeratorView):
    """One that is about a comment."""

    @cached_property
    def comment(self) -> Comment:
        """The comment of the address."""
        rows = Comment.objects.select_related("commenter", "appeal", "decided_by", "parent")
        return get_object_or_404(rows, pk=self.kwargs["pk"])
