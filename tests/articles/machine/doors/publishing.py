"""Doors that lead to the public, at once or when it is time."""

from typing import Any

from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from articles.models.pages import ArticlePage
from tests.articles.machine.doors.attempt import HALF_A_DAY, Attempt, Door, a_revision, latest
from tests.articles.machine.doors.reviewing import press
from tests.articles.machine.doors.writing import save
from tests.articles.machine.world import SYSTEM, World


def press_publish(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Publish what stands in the editor."""
    return press(world, attempt, article, **{"action-publish": "action-publish"})


def publish_other_words(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Change words and publish with one button."""
    return save(world, attempt, article, **{"action-publish": "action-publish"})


def publish_in_bulk(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Two briefings, chosen in the list."""
    second = world.article(attempt.other) or article
    return world.bulk(attempt.person, "publish", article.pk, second.pk)


def publish_folder_in_bulk(world: World, attempt: Attempt, _article: ArticlePage) -> Any:
    """Everything in a folder."""
    folder = world.folder(attempt.other)
    return world.bulk(attempt.person, "publish", folder.pk, include_descendants="on")


def publish_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin."""
    return world.call(attempt.person, article.pk, "publish")


def publish_in_emergency(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Without the reviews."""
    data = {"reason": attempt.words.note, "confirmed": "on"}
    return world.post(attempt.person, "assay_emergency", article.pk, **data)


def publish_by_code(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Any revision, by code that asks nobody's permission."""
    return a_revision(attempt, article).publish(user=world.user(attempt.person))


def publish_by_wagtails_action(_world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Wagtail's own action, past ours."""
    return PublishPageRevisionAction(a_revision(attempt, article)).execute(
        skip_permission_checks=True
    )


def save_live(_world: World, attempt: Attempt, article: ArticlePage) -> None:
    """The page's own row, as a briefing or as a plain page."""
    page = article if attempt.other % 2 else Page.objects.get(pk=article.pk)
    page.live = True
    page.save()


def schedule(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """A draft with a time that lies ahead, or with none any more."""
    draft = latest(article)
    draft.go_live_at = timezone.now() + HALF_A_DAY if attempt.other % 3 else None
    return draft.save_revision(user=world.user(SYSTEM))


def publish_scheduled(world: World, _attempt: Attempt, _article: ArticlePage) -> None:
    """What is due by now."""
    call_command("publish_scheduled", verbosity=0)


def publish_scheduled_later(world: World, attempt: Attempt, article: ArticlePage) -> None:
    """What is due when a day has passed."""
    world.clock.shift(2 * HALF_A_DAY)
    publish_scheduled(world, attempt, article)


PUBLISHING: tuple[Door, ...] = (
    press_publish,
    publish_other_words,
    publish_in_bulk,
    publish_folder_in_bulk,
    publish_by_api,
    publish_in_emergency,
    publish_scheduled,
    publish_scheduled_later,
)
