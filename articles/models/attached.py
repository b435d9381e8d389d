"""What is attached to an article: its source documents, and the authors of its byline."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

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
