"""The list of comments in the admin, newest first, and the viewset that gives it its addresses."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from articles.editorial.comments.deciding import ApproveView, RejectView
from articles.enums import CommentStatus
from articles.models.comments import Comment
from articles.models.pages import ArticlePage

MODERATE = "articles.change_comment"


def may_moderate(user: Any) -> bool:
    """Whether a person may decide on comments."""
    return bool(user.has_perm(MODERATE))


def waiting_count() -> int:
    """How many comments wait for a decision."""
    return Comment.objects.filter(status=CommentStatus.PENDING).count()


class TextColumn(Column):
    """What was written, by whom, on what."""

    cell_template_name = "editorial/comments/text_cell.html"


class DecisionColumn(Column):
    """The two buttons of a row."""

    cell_template_name = "editorial/comments/decision_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Any) -> dict[str, Any]:
        """With the token of its form: a cell does not inherit the context of the page."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(parent_context["request"])}


class CommentIndexView(IndexView):
    """Comments with their text, so that most can be decided on without opening anything."""

    any_permission_required = ["change"]
    template_name = "editorial/comments/index.html"

    def get_base_queryset(self) -> QuerySet[Comment]:
        """With the title and page of the article that each belongs to."""
        article = ArticlePage.objects.filter(uuid=OuterRef("article_uuid"))
        rows: QuerySet[Comment] = super().get_base_queryset()
        return rows.select_related("decided_by", "parent", "commenter").annotate(
            article_title=Subquery(article.values("title")[:1]),
            article_pk=Subquery(article.values("pk")[:1]),
        )

    @cached_property
    def columns(self) -> list[Any]:
        """Text, status, date and the decision."""
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="comment"),
            TextColumn("text", label=_("Comment"), width="50%"),
            StatusTagColumn(
                "status",
                label=_("Status"),
                accessor="get_status_display",
                primary=lambda comment: comment.status == CommentStatus.PENDING,
            ),
            DateColumn("created_at", label=_("Written"), sort_key="created_at"),
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
    ordering = ["-created_at", "-pk"]
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without the links to views that this viewset does not have."""
        links = dict.fromkeys(("add_url_name", "edit_url_name", "delete_url_name"), None)
        left_out = {"columns", "list_display"}
        found = super().get_index_view_kwargs(**kwargs) | links
        return {name: value for name, value in found.items() if name not in left_out}

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list and the two decisions."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/approve/", ApproveView.as_view(), name="approve"),
            path("<int:pk>/reject/", RejectView.as_view(), name="reject"),
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
