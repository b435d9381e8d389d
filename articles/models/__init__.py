"""The tables of the upper domain, one module per concept."""

from articles.models.attached import ArticleAuthor, ArticleSource
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter, NetworkSalt, NoQueueMail
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.emergencies import EmergencyPublication
from articles.models.folders import ArticleIndexPage, HomePage
from articles.models.information import Information
from articles.models.information_pages import InformationPage
from articles.models.moderation import (
    Appeal,
    BlockedPattern,
    CommentReport,
    ModerationDecision,
    Thread,
)
from articles.models.pages import ArticlePage
from articles.models.snippets import Author, Topic
from articles.models.workflow import (
    EditorialApprovalTask,
    ReviewTaskState,
    SourceCheckTask,
)

__all__ = [
    "Appeal",
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleSource",
    "Author",
    "BlockedPattern",
    "Challenge",
    "Comment",
    "CommentReport",
    "Commenter",
    "CurrentEdition",
    "Directive",
    "Edition",
    "EditorialApprovalTask",
    "EmergencyPublication",
    "HomePage",
    "Information",
    "InformationPage",
    "ModerationDecision",
    "NetworkSalt",
    "NoQueueMail",
    "ReviewTaskState",
    "SourceCheckTask",
    "Thread",
    "Topic",
]
