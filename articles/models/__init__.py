"""The tables of the upper domain, one module per concept."""

from articles.models.comments import Comment
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.emergencies import EmergencyPublication
from articles.models.pages import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleSource,
    HomePage,
)
from articles.models.snippets import Author, Topic
from articles.models.workflow import (
    EditorialApprovalTask,
    ReviewTaskState,
    SourceCheckTask,
)

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleSource",
    "Author",
    "Comment",
    "CurrentEdition",
    "Directive",
    "Edition",
    "EditorialApprovalTask",
    "EmergencyPublication",
    "HomePage",
    "ReviewTaskState",
    "SourceCheckTask",
    "Topic",
]
