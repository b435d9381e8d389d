"""Trying a door, and which doors are apart: those of code, and those that publish nothing."""

from contextlib import suppress

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError

from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.refusals import Refusal
from tests.articles.machine.doors import around, leaving, publishing, tree, writing
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.world import World

# How code says no; over HTTP nothing may be raised at all.
NO = (Refusal, PermissionDenied, ValidationError, CommandError, CurrentEdition.DoesNotExist)
CODE: tuple[Door, ...] = (
    writing.announce_by_code,
    publishing.schedule,
    writing.import_item,
    publishing.publish_by_code,
    publishing.publish_by_wagtails_action,
    publishing.save_live,
)
# Wagtail's own publishing may at most note once more that what is public was published.
NEVER_PUBLISHING = frozenset({publishing.publish_by_api, publishing.publish_by_wagtails_action})
# Code, commands and the clock ask nobody's permission: what comes of them is nobody's doing.
ASKING_NOBODY = frozenset(
    {
        *CODE,
        *around.AROUND,
        publishing.publish_scheduled,
        publishing.publish_scheduled_later,
        leaving.retract_by_code,
        leaving.expire,
        tree.rename_folder,
        tree.alias_by_code,
        tree.set_privacy_by_code,
    }
)


def knock(world: World, door: Door, attempt: Attempt) -> None:
    """Try a door; a briefing that is not there cannot be tried with."""
    article = world.article(attempt.which)
    if article is None:
        article = ArticlePage()
        if door not in (writing.create, writing.create_and_publish, writing.import_item):
            return
    with suppress(*NO):
        door(world, attempt, article)
