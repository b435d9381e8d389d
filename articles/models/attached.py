"""What is attached to an article: its source documents, and the authors of its byline."""

from typing import Any

from django.db import models
from django.db.models import CharField, IntegerField, Value
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import COMMENTS_RELATION_NAME, Comment, Orderable

from sources.enums import TestimonyRole


class ArticleSource(Orderable):
    """A source document of an article, and what it does for it."""

    page = ParentalKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="article_sources"
    )
    source = models.ForeignKey(
        "sources.SourceDocument",
        verbose_name=_("source document"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    role = models.CharField(
        _("role"), max_length=15, choices=TestimonyRole, default=TestimonyRole.PRIMARY
    )

    panels = [FieldPanel("source"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")


class ArticleAuthor(Orderable):
    """An author of an article, in the order of the byline."""

    page = ParentalKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="article_authors"
    )
    author = models.ForeignKey(
        "articles.Author",
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")


def relations_to_store(article: Any) -> list[str]:
    """Which relations of an opened draft are not stored as it has them. One query.

    Editors' comments count as different where there are any: Wagtail sees to them.
    """
    found: dict[str, set[tuple[Any, ...]]] = {
        "article_sources": {
            (row.pk, row.source_id, row.sort_order, row.role)
            for row in article.article_sources.all()
        },
        "article_authors": {
            (row.pk, row.author_id, row.sort_order, "") for row in article.article_authors.all()
        },
        "topics": {(0, topic.pk, 0, "") for topic in article.topics.all()},
        COMMENTS_RELATION_NAME: set(),
    }
    stored: dict[str, set[tuple[Any, ...]]] = {name: set() for name in found}
    for name, *row in _stored(article):
        stored[name].add(tuple(row))
    return [name for name in found if found[name] != stored[name]]


def _stored(article: Any) -> models.QuerySet[Any]:
    nothing, nobody = Value("", CharField()), Value(0, IntegerField())
    of_page = {"page": article.pk}
    sources = ArticleSource.objects.filter(**of_page).values_list(
        Value("article_sources", CharField()), "pk", "source_id", "sort_order", "role"
    )
    authors = ArticleAuthor.objects.filter(**of_page).values_list(
        Value("article_authors", CharField()), "pk", "author_id", "sort_order", nothing
    )
    topics = (
        type(article)
        .topics.through.objects.filter(articlepage=article.pk)
        .values_list(Value("topics", CharField()), nobody, "topic_id", nobody, nothing)
    )
    comments = Comment.objects.filter(**of_page).values_list(
        Value(COMMENTS_RELATION_NAME, CharField()), "pk", nobody, nobody, nothing
    )
    return sources.order_by().union(authors.order_by(), topics, comments.order_by(), all=True)
