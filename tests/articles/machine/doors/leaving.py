"""Doors by which a briefing leaves the public: taken offline, taken back, deleted, expired."""

from typing import Any

from django.utils import timezone

from articles.actions.standing import retract
from articles.models.pages import ArticlePage
from tests.articles.machine.doors.attempt import HALF_A_DAY, Attempt, Door
from tests.articles.machine.world import SYSTEM, World


def unpublish(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The view of the admin."""
    return world.post(attempt.person, "wagtailadmin_pages:unpublish", article.pk)


def unpublish_folder(world: World, attempt: Attempt, _article: ArticlePage) -> Any:
    """A folder with everything in it."""
    folder = world.folder(attempt.other)
    place = ("wagtailadmin_pages:unpublish", folder.pk)
    return world.post(attempt.person, *place, include_descendants="on")


def unpublish_in_bulk(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Two briefings, chosen in the list."""
    second = world.article(attempt.other) or article
    return world.bulk(attempt.person, "unpublish", article.pk, second.pk)


def unpublish_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin."""
    return world.call(attempt.person, article.pk, "unpublish")


def take_back(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Retract it by the screen for it."""
    data = {"kind": "retracted", "reason": attempt.words.note}
    return world.post(attempt.person, "assay_change", article.pk, **data)


def retract_by_code(world: World, _attempt: Attempt, article: ArticlePage) -> Any:
    """The action itself."""
    return retract(article=article, reason="It was wrong.", user=world.user(SYSTEM))


def delete(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The view of the admin."""
    return world.post(attempt.person, "wagtailadmin_pages:delete", article.pk)


def delete_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin."""
    return world.call(attempt.person, article.pk, "delete")


def delete_in_bulk(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Chosen in the list."""
    return world.bulk(attempt.person, "delete", article.pk)


def expire(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """A row whose time to leave is set past every draft."""
    article.expire_at = timezone.now() + HALF_A_DAY
    article.save(update_fields=["expire_at"])


LEAVING: tuple[Door, ...] = (
    unpublish,
    unpublish_folder,
    unpublish_in_bulk,
    unpublish_by_api,
    take_back,
    retract_by_code,
    delete,
    delete_by_api,
    delete_in_bulk,
    expire,
)
