"""What every screen about one briefing has in common: access, breadcrumbs, header."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import PagePermissionTester

from articles.models.pages import ArticlePage


class ArticleScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen about one briefing, for those who may edit it; `name` is its URL name."""

    name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise PermissionDenied for those who may not do what the screen is for."""
        if not self.is_allowed(self.article.permissions_for_user(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, permissions: PagePermissionTester) -> bool:
        """Who may see the screen: whoever may edit the briefing."""
        return bool(permissions.can_edit())

    @cached_property
    def article(self) -> ArticlePage:
        """The briefing of the address, with its newest content's title."""
        # By pk, which is the page, SQLite would break on a number that is none of its keys.
        return get_object_or_404(ArticlePage, id=self.kwargs["pk"])

    @property
    def edit_url(self) -> str:
        """Where the briefing is edited."""
        return reverse("wagtailadmin_pages:edit", args=[self.article.pk])

    def get_page_subtitle(self) -> str:
        """The briefing's title."""
        return str(self.article.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """From home over the folder and the briefing to this screen."""
        parent = self.article.get_parent()
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailadmin_explore", args=[parent.pk]), "label": parent.title},
            {"url": self.edit_url, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """The same menu as in the editor."""
        buttons: list[Any] = get_page_header_buttons(
            page=self.article,
            user=self.request.user,
            next_url=self.request.path,
            view_name=self.name,
        )
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the article and the address of its editor."""
        return super().get_context_data(article=self.article, edit_url=self.edit_url, **kwargs)
