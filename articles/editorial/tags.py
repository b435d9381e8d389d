"""Template tags of the admin's screens; registered as the library "editorial" in the settings."""

from django import template

from articles.editorial.checks import Checks, read_checks
from articles.models.pages import ArticlePage

register = template.Library()


@register.simple_tag
def checks_of(article: ArticlePage) -> Checks | None:
    """The checks of an article's saved draft, for the panel in the editor."""
    return read_checks(article)
