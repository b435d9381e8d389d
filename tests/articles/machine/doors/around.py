"""What happens around a briefing while people try its doors."""

from django.core.management import call_command

from articles.models.pages import ArticlePage
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.world import World, change_owner


def change_ownership(world: World, _attempt: Attempt, _article: ArticlePage) -> None:
    """The outlet that every briefing rests on changes hands."""
    change_owner(world.newsroom)


def purge_revisions(_world: World, _attempt: Attempt, _article: ArticlePage) -> None:
    """Wagtail's clean-up."""
    call_command("purge_revisions", days=1, verbosity=0)


AROUND: tuple[Door, ...] = (change_ownership, purge_revisions)
