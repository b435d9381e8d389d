"""The queue in the admin: tabs, rows that can be decided on without opening anything, and keys."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from articles.actions.comments.links import Link
from articles.editorial.comments.access import may_moderate
from articles.editorial.comments.deciding import ApproveView, RejectView
from articles.editorial.comments.looking import AppealView, CommentView
from articles.editorial.comments.marks import pieces
from articles.editorial.comments.people import CommenterView, LiftBanView
from articles.editorial.comments.queue import (
    Tab,
    TabCount,
    queue,
    tab_counts,
    waiting_count,
    with_all_that_counts,
)
from articles.editorial.comments.steering import ThreadView
from articles.enums import ModerationMode
from articles.models.comments import Comment


class CommentColumn(Column):
    """What was written, by whom, on what, and what rules and readers say of it."""

    cell_template_name = "editorial/comments/comment_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Any) -> dict[str, Any]:
        """With the text in pieces, and the findings that have no place in it."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        findings = [row for row in instance.decisions.all() if row.rule and row.note]
        return context | {
            "pieces": pieces(instance.text, findings),
            "findings": list(dict.fromkeys(row.note for row in findings)),
            "modes": ModerationMode.choices,
            "csrf_token": get_token(parent_context["request"]),
        }


class DecisionColumn(Column):
    """The buttons of a row."""

    cell_template_name = "editorial/comments/decision_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Any) -> dict[str, Any]:
        """With the token of its form: a cell does not inherit the context of the page."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(parent_context["request"])}


class CommentIndexView(IndexView):
    """One tab of the queue."""

    any_permission_required = ["change"]
    template_name = "editorial/comments/index.html"
    default_ordering = None

    @cached_property
    def tabs(self) -> list[TabCount]:
        """How much waits where."""
        return list(tab_counts())

    @cached_property
    def tab(self) -> Tab:
        """The tab of the address; without one the first in which something waits.

        With a status to look for, all.
        """
        asked = self.request.GET.get("queue", "")
        if asked in Tab.values:
            return Tab(asked)
        if "status" in self.request.GET:
            return Tab.ALL
        return next((row.tab for row in self.tabs if row.count), Tab.NEW)

    def get_base_queryset(self) -> QuerySet[Comment]:
        """The comments of the tab with all that a decision needs."""
        return with_all_that_counts(queue(self.tab))

    def order_queryset(self, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """As the tab has it."""
        return queryset

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the tabs, and the way to letters on what waits, or none."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        mail_path = Link.QUEUE_MAIL.path(self.request.user.pk)
        return context | {"tabs": self.tabs, "current_tab": self.tab, "mail_path": mail_path}

    @cached_property
    def columns(self) -> list[Any]:
        """A box to tick, the comment, the decision."""
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="comment"),
            CommentColumn("text", label=_("Comment"), width="75%"),
            DecisionColumn("decision", label=_("Decision"), accessor="pk"),
        ]


class CommentViewSet(ModelViewSet):
    """Listing and decisions; a reader's words are never edited here."""

    model = Comment
    name = "assay_comments"
    url_prefix = "reader-comments"
    icon = "comment"
    index_view_class = CommentIndexView
    list_filter = ["status"]
    form_fields = ["status"]
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without the links to views that this viewset does not have."""
        links = dict.fromkeys(("add_url_name", "edit_url_name", "delete_url_name"), None)
        left_out = {"columns", "list_display", "default_ordering"}
        found = super().get_index_view_kwargs(**kwargs) | links
        return {name: value for name, value in found.items() if name not in left_out}

    def get_urlpatterns(self) -> list[URLPattern]:
        """The queue, a comment, a commenter, and the deeds."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", CommentView.as_view(), name="comment"),
            path("<int:pk>/approve/", ApproveView.as_view(), name="approve"),
            path("<int:pk>/reject/", RejectView.as_view(), name="reject"),
            path("<int:pk>/appeal/", AppealView.as_view(), name="appeal"),
            path("commenters/<int:pk>/", CommenterView.as_view(), name="commenter"),
            path("commenters/<int:pk>/lift/", LiftBanView.as_view(), name="lift"),
            path("threads/<uuid:uuid>/", ThreadView.as_view(), name="thread"),
        ]


class CommentMenuItem(MenuItem):
    """The menu's way to moderation, with how many comments wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        """For moderators."""
        return may_moderate(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        """With the count of this moment; the item itself is shared by all requests."""
        component = super().render_component(request)
        if waiting := waiting_count():
            component.label = _("Comments (%(count)d)") % {"count": waiting}
        return component
