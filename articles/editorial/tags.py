"""Template tags of the admin's screens; registered as the library "editorial" in the settings."""

from django import template

from articles.editorial.checks import Checks, read_checks
from articles.models.challenges import Challenge
from articles.models.pages import ArticlePage
from articles.queries.challenges import open_challenges

register = template.Library()


@register.simple_tag
def checks_of(article: ArticlePage) -> Checks | None:
    """The checks of an article's saved draft, for the panel in the editor."""
    return read_checks(article)


@register.simple_tag
def challenges_of(article: ArticlePage) -> list[Challenge]:
    """What readers doubt in an article and nobody has answered, for the panel in the editor."""
    waiting = open_challenges().filter(article_uuid=article.uuid)
    return list(waiting.select_related("assigned_to"))
