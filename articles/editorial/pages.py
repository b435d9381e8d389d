"""The admin's views of a briefing."""

from wagtail.admin.viewsets.pages import PageViewSet

from articles.editorial.approving import ArticleEditView, ArticleWorkflowActionView
from articles.editorial.copying import ArticleCopyView
from articles.models.pages import ArticlePage


class ArticlePageViewSet(PageViewSet):
    """Copying, editing and approving differ from Wagtail's."""

    model = ArticlePage
    icon = "doc-full"
    copy_view_class = ArticleCopyView
    edit_view_class = ArticleEditView
    workflow_action_view_class = ArticleWorkflowActionView
