"""Where articles stand in the page tree: the home page and the folders of briefings."""

from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from articles.models.locking import lock_chain


class HomePage(Page):
    """The root of the site; its public face is the list of editions."""

    max_count = 1
    subpage_types = ["articles.ArticleIndexPage", "articles.InformationPage"]
    page_description = _("The front page. Its content is compiled from the newest editions.")


class ArticleIndexPage(Page):
    """A folder of articles; the part of the address before an article's slug."""

    parent_page_types = ["articles.HomePage", "articles.ArticleIndexPage"]
    subpage_types = ["articles.ArticlePage", "articles.ArticleIndexPage"]
    page_description = _("A folder of briefings.")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; where the folder's address changes, so do those beneath it, in one transaction."""
        with transaction.atomic():
            before = ArticleIndexPage.objects.filter(pk=self.pk).values_list("url_path", flat=True)
            was = before.first()
            result = super().save(*args, **kwargs)
            if was is not None and was != self.url_path:
                import_string("articles.actions.standing.reconcile_below")(self)
        return result

    def move(self, *args: Any, **kwargs: Any) -> Any:
        """Move the folder with the editions of everything in it, in one transaction."""
        with transaction.atomic():
            lock_chain()
            return super().move(*args, **kwargs)
