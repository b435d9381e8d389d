"""Doors of the page tree: moving, renaming, copying, aliases, privacy."""

from typing import Any

from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from articles.models.pages import ArticlePage
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.world import SYSTEM, World


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
