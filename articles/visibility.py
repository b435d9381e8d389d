"""Whether the tree lets readers see an article: live, and under no view restriction."""

from articles.models.pages import ArticlePage


def is_open(article: ArticlePage) -> bool:
    """Whether an article is live and neither it nor a page above it is private."""
    return article.live and not article.get_view_restrictions().exists()
