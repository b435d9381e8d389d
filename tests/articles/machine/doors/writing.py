"""Doors at which words come in: the editor, its autosave, the history, an item."""

from typing import Any

from articles.actions.changing import announce
from articles.actions.drafting import draft_from_item
from articles.enums import ChangeKind
from articles.models.pages import ArticlePage
from sources.ingest import ingest_bytes
from tests.articles.machine.doors.attempt import Attempt, Door, a_revision, latest
from tests.articles.machine.words import form, words_of
from tests.articles.machine.world import SYSTEM, World

ITEM = b"Harbour board meets\n\nThe harbour board met on Friday. It ordered figures.\n"


def create(world: World, attempt: Attempt, _article: ArticlePage, **button: str) -> Any:
    """The editor's form for a new briefing."""
    folder = world.folder(attempt.other)
    data = form(world.desk, attempt.words) | button
    place = ("articles", "articlepage", folder.pk)
    return world.has_room() and world.post(attempt.person, "wagtailadmin_pages:add", *place, **data)


def create_and_publish(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The same, with Publish."""
    return create(world, attempt, article, **{"action-publish": "action-publish"})


def save(world: World, attempt: Attempt, article: ArticlePage, **button: str) -> Any:
    """The editor's form with other words."""
    data = form(world.desk, attempt.words, latest(article)) | button
    return world.post(attempt.person, "wagtailadmin_pages:edit", article.pk, **data)


def autosave(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The same in the background, over the newest revision."""
    newest = str(article.latest_revision_id)
    over = {"overwrite_revision_id": newest, "loaded_revision_id": newest}
    data = form(world.desk, attempt.words, latest(article)) | over
    browser = world.browsers[attempt.person]
    headers = {"Accept": "application/json"}
    return browser.post(f"/admin/pages/{article.pk}/edit/", data, headers=headers)


def announce_change(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Say what the next edition is to be."""
    kind = ("updated", "corrected", "clarified")[attempt.other % 3]
    data = {"kind": kind, "reason": attempt.words.note}
    return world.post(attempt.person, "assay_change", article.pk, **data)


def announce_by_code(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The action itself, which asks nobody's permission."""
    user = world.user(SYSTEM)
    note = attempt.words.note or "It was unclear."
    return announce(article=article, kind=ChangeKind.CLARIFIED, note=note, user=user)


def revert(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """An earlier revision as the newest draft."""
    revision = a_revision(attempt, article)
    data = {"revision_id": revision.pk}
    return world.call(attempt.person, article.pk, "revert_to_page_revision", **data)


def revert_in_the_editor(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The same by the editor's form."""
    revision = a_revision(attempt, article)
    data = form(world.desk, words_of(revision.content), latest(article))
    return world.post(
        attempt.person, "wagtailadmin_pages:edit", article.pk, **data, revision=revision.pk
    )


def import_item(world: World, _attempt: Attempt, _article: ArticlePage) -> Any:
    """A draft that the ingest made of a text."""
    return world.has_room() and draft_from_item(
        item=ingest_bytes(ITEM),
        document=world.desk.document,
        parent=world.folder(0),
        user=world.user(SYSTEM),
    )


WRITING: tuple[Door, ...] = (
    create,
    create_and_publish,
    save,
    autosave,
    announce_change,
    revert,
    revert_in_the_editor,
)
