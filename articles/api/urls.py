"""The addresses of the articles domain in the API."""

from django.urls import path

from articles.api.articles import ArticleDetail, ArticleList
from articles.api.challenges import ArticleChallenges
from articles.api.changes import ChangeList
from articles.api.comments import CommentThread
from articles.api.directives import DirectiveDetail, DirectiveList
from articles.api.exchange import ArticleNinjs, ArticleProvenance
from articles.api.organisations import OrganisationDetail, OrganisationList
from articles.api.sources import SourceDetail
from articles.api.topics import TopicList

urlpatterns = [
    path("articles/", ArticleList.as_view(), name="api-articles"),
    path("articles/<uuid:uuid>/", ArticleDetail.as_view(), name="api-article"),
    path(
        "articles/<uuid:uuid>/challenges/",
        ArticleChallenges.as_view(),
        name="api-article-challenges",
    ),
    path("articles/<uuid:uuid>/comments/", CommentThread.as_view(), name="api-article-comments"),
    path("articles/<uuid:uuid>/ninjs/", ArticleNinjs.as_view(), name="api-article-ninjs"),
    path(
        "articles/<uuid:uuid>/provenance/",
        ArticleProvenance.as_view(),
        name="api-article-provenance",
    ),
    path("changes/", ChangeList.as_view(), name="api-changes"),
    path("directives/", DirectiveList.as_view(), name="api-directives"),
    path("directives/<uuid:uuid>/", DirectiveDetail.as_view(), name="api-directive"),
    path("organisations/", OrganisationList.as_view(), name="api-organisations"),
    path("organisations/<slug:slug>/", OrganisationDetail.as_view(), name="api-organisation"),
    path("sources/<uuid:uuid>/", SourceDetail.as_view(), name="api-source"),
    path("topics/", TopicList.as_view(), name="api-topics"),
]
