"""Every door: what a person can try with a briefing, a folder or the record.

A door asks for nothing beforehand and tells nothing afterwards: whether the person may, and whether
the briefing can, is for the code behind it to say. Doors of the admin are knocked at over HTTP.
"""

import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, PageViewRestriction, Revision

from articles.actions.changing import announce
from articles.actions.drafting import draft_from_item
from articles.actions.standing import retract
from articles.enums import ChangeKind
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.refusals import Refusal
from sources.ingest import ingest_bytes
from tests.articles.machine.words import Words, form, words_of
from tests.articles.machine.world import SYSTEM, World, change_owner
from tests.articles.newsroom import seen

HALF_A_DAY = datetime.timedelta(hours=12)
ITEM = b"Harbour board meets\n\nThe harbour board met on Friday. It ordered figures.\n"
# How code says no; over HTTP nothing may be raised at all.
NO = (Refusal, PermissionDenied, ValidationError, CommandError, CurrentEdition.DoesNotExist)


@dataclass(frozen=True)
class Attempt:
    """Who tries it, with which briefing, folder and revision, and in which words."""

    person: str
    which: int
    other: int
    words: Words


Door = Callable[[World, Attempt, ArticlePage], object]

# -- Writing --------------------------------------------------------------------------------------


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

# -- Reviewing ------------------------------------------------------------------------------------


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

# -- Publishing -----------------------------------------------------------------------------------


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
CODE: tuple[Door, ...] = (
    announce_by_code,
    schedule,
    import_item,
    publish_by_code,
    publish_by_wagtails_action,
    save_live,
)

# -- Taking offline -------------------------------------------------------------------------------


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


CLOSING: tuple[Door, ...] = (
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

# -- The tree -------------------------------------------------------------------------------------


def move(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """To another folder, perhaps the private one."""
    place = (article.pk, world.folder(attempt.other).pk)
    return world.post(attempt.person, "wagtailadmin_pages:move_confirm", *place)


def move_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin."""
    data = {"destination_page_id": world.folder(attempt.other).pk, "position": "last-child"}
    return world.call(attempt.person, article.pk, "move", **data)


def move_in_bulk(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Two briefings, chosen in the list."""
    second = world.article(attempt.other) or article
    chooser = world.folder(attempt.other).pk
    return world.bulk(attempt.person, "move", article.pk, second.pk, chooser=chooser)


def rename_folder(world: World, attempt: Attempt, _article: ArticlePage) -> None:
    """A folder with another slug takes its briefings along."""
    folder = world.folder(attempt.other)
    is_renamed = folder.slug.endswith("-renamed")
    folder.slug = folder.slug.removesuffix("-renamed") if is_renamed else f"{folder.slug}-renamed"
    folder.save()


def copy(world: World, attempt: Attempt, article: ArticlePage, **boxes: str) -> Any:
    """Beside it or in another folder; with a box ticked that the form does not offer."""
    data = {
        "new_title": article.title,
        "new_slug": f"copy-{article.pk}-{attempt.other}",
        "new_parent_page": str(world.folder(attempt.other).pk),
        **boxes,
    }
    return world.has_room() and world.post(
        attempt.person, "wagtailadmin_pages:copy", article.pk, **data
    )


def copy_live(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """A copy that is to be public at once."""
    return copy(world, attempt, article, publish_copies="on")


def copy_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin; the slug is the same in another folder."""
    data = {
        "slug": article.slug,
        "destination_page_id": world.folder(attempt.other).pk,
        "keep_live": bool(attempt.which % 2),
    }
    return world.has_room() and world.call(attempt.person, article.pk, "copy", **data)


def copy_folder_by_api(world: World, attempt: Attempt, _article: ArticlePage) -> Any:
    """A folder with all that is in it, live."""
    data = {"slug": "copies", "recursive": True, "keep_live": True}
    folder = world.folder(attempt.other)
    return folder.get_children().live().exists() and world.call(
        attempt.person, folder.pk, "copy", **data
    )


def alias(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """By the form, which does not offer it."""
    return copy(world, attempt, article, alias="on")


def alias_by_api(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The API of Wagtail's admin."""
    data = {"update_slug": f"alias-{article.pk}", "recursive": False}
    return world.call(attempt.person, article.pk, "create_alias", **data)


def alias_by_code(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The action itself."""
    action = CreatePageAliasAction(article, update_slug="alias", user=world.user(SYSTEM))
    return action.execute(skip_permission_checks=True)


def convert_alias(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """What is no alias, as if it were one."""
    return world.call(attempt.person, article.pk, "convert_alias")


def set_privacy(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """Close a briefing to those who are not signed in, or open it again."""
    restriction = ("login", "none")[attempt.other % 2]
    return world.post(
        attempt.person,
        "wagtailadmin_pages:set_privacy",
        article.pk,
        restriction_type=restriction,
    )


def set_privacy_of_folder(world: World, attempt: Attempt, article: ArticlePage) -> Any:
    """The same for a folder."""
    return set_privacy(world, attempt, world.folder(attempt.which))


def set_privacy_by_code(_world: World, attempt: Attempt, article: ArticlePage) -> None:
    """The rows themselves."""
    rows = PageViewRestriction.objects.filter(page=article)
    if row := rows.first():
        row.delete()
    elif attempt.other % 2:
        PageViewRestriction.objects.create(page=article, restriction_type="login")


TREE: tuple[Door, ...] = (
    move,
    move_by_api,
    move_in_bulk,
    rename_folder,
    copy,
    copy_live,
    copy_by_api,
    copy_folder_by_api,
    alias,
    alias_by_api,
    alias_by_code,
    convert_alias,
    set_privacy,
    set_privacy_of_folder,
    set_privacy_by_code,
)

# -- What happens around it -----------------------------------------------------------------------


def change_ownership(world: World, _attempt: Attempt, _article: ArticlePage) -> None:
    """The outlet that every briefing rests on changes hands."""
    change_owner(world.newsroom)


def purge_revisions(_world: World, _attempt: Attempt, _article: ArticlePage) -> None:
    """Wagtail's clean-up."""
    call_command("purge_revisions", days=1, verbosity=0)


AROUND: tuple[Door, ...] = (change_ownership, purge_revisions)
# Wagtail's own publishing may at most note once more that what is public was published.
NEVER_PUBLISHING = frozenset({publish_by_api, publish_by_wagtails_action})
# Code, commands and the clock ask nobody's permission: what comes of them is nobody's doing.
ASKING_NOBODY = frozenset(
    {
        *CODE,
        *AROUND,
        publish_scheduled,
        publish_scheduled_later,
        retract_by_code,
        expire,
        rename_folder,
        alias_by_code,
        set_privacy_by_code,
    }
)


def knock(world: World, door: Door, attempt: Attempt) -> None:
    """Try a door; a briefing that is not there cannot be tried with."""
    article = world.article(attempt.which)
    if article is None:
        article = ArticlePage()
        if door not in (create, create_and_publish, import_item):
            return
    with suppress(*NO):
        door(world, attempt, article)


def latest(article: ArticlePage) -> ArticlePage:
    """The newest draft."""
    draft: ArticlePage = article.get_latest_revision_as_object()
    return draft


def a_revision(attempt: Attempt, article: ArticlePage) -> Revision:
    """One of its revisions."""
    rows = list(article.revisions.order_by("pk"))
    return rows[attempt.other % len(rows)]
