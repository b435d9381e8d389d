"""Who may ingest: people who may add briefings somewhere."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.models.folders import ArticleIndexPage


def may_ingest(user: Any) -> bool:
    """Whether a person may add pages at all; asked for every page of the admin."""
    return bool(policy_registry.get_by_type(Page).user_has_permission(user, "add"))


def folders_for(user: Any) -> list[ArticleIndexPage]:
    """The folders to which a person may add a briefing, the oldest first."""
    folders = ArticleIndexPage.objects.order_by("pk")
    return [folder for folder in folders if folder.permissions_for_user(user).can_add_subpage()]


class IngestAccess(View):
    """Keeps everybody else out of a view."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise PermissionDenied for those who may add a briefing nowhere."""
        if not self.folders:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def folders(self) -> list[ArticleIndexPage]:
        """Where the person may put a draft."""
        return folders_for(self.request.user)


class IngestMenuItem(MenuItem):
    """The menu's way to ingest."""

    def is_shown(self, request: HttpRequest) -> bool:
        """For those who may add pages."""
        return may_ingest(request.user)
