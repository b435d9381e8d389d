"""Doors of the review: submitting, approving, rejecting."""

from dataclasses import replace
from typing import Any

from articles.models.pages import ArticlePage
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.doors.writing import save
from tests.articles.machine.words import words_of
from tests.articles.machine.world import World
from tests.articles.newsroom import seen


def press(world: World, attempt: Attempt, article: ArticlePage, **button: str) -> Any:
    """A button under the editor's form, which is sent as it stands."""
    content = article.get_latest_revision().content
    return save(world, replace(attempt, words=words_of(content)), article, **button)


def submit(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Submit for review."""
    return press(world, attempt, article, **{"action-submit": "action-submit"})


def approve(world: World, attempt: Attempt, article: ArticlePage, deed: str = "approve") -> Any:
    """The button of the task at hand."""
    state = article.current_workflow_task_state
    place = (article.pk, deed, state.pk if state else 0)
    words = {"comment": "", **seen(article)}
    return world.post(attempt.person, "wagtailadmin_pages:workflow_action", *place, **words)


def reject(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The other button of it."""
    return approve(world, attempt, article, "reject")


def approve_in_the_editor(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The button under the editor, with the words as they stand."""
    button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return press(world, attempt, article, **button)


def approve_other_words(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The same with words that nobody has read yet."""
    button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return save(world, attempt, article, **button)


def cancel_review(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Take it out of review."""
    return press(world, attempt, article, **{"action-cancel-workflow": "true"})


REVIEWING: tuple[Door, ...] = (
    submit,
    approve,
    reject,
    approve_in_the_editor,
    approve_other_words,
    cancel_review,
)
