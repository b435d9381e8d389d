"""What a door is, and what is tried with it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Revision

from articles.models.pages import ArticlePage
from tests.articles.machine.words import Words
from tests.articles.machine.world import World

HALF_A_DAY = datetime.timedelta(hours=12)


@dataclass(frozen=True)
class Attempt:
    """Who tries it, with which briefing, folder and revision, and in which words."""

    person: str
    which: int
    other: int
    words: Words


Door = Callable[[World, Attempt, ArticlePage], object]


def latest(article: ArticlePage) -> ArticlePage:
    """The newest draft."""
    draft: ArticlePage = article.get_latest_revision_as_object()
    return draft


def a_revision(attempt: Attempt, article: ArticlePage) -> Revision:
    """One of its revisions."""
    rows = list(article.revisions.order_by("pk"))
    return rows[attempt.other % len(rows)]
