"""The editions of one briefing, read only: what readers were shown, when, and by whom."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.editorial.screens import ArticleScreen
from articles.models.editions import CurrentEdition, Edition


class EditionsView(ArticleScreen):
    """Every edition, newest first, with the seal that proves it unaltered."""

    name = "editions"
    page_title = _("Editions")
    header_icon = "history"
    template_name = "editorial/editions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the editions, and the current one if the briefing is public."""
        rows = Edition.objects.of_article(self.article.uuid)
        current = CurrentEdition.objects.filter(article_uuid=self.article.uuid).first()
        return super().get_context_data(
            editions=rows.defer("content", "body_html", "search_text"), current=current, **kwargs
        )
