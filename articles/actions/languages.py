"""Opening the page tree of a language: its home page and folders, with everybody's rights."""

from django.db import transaction
from wagtail.models import GroupPagePermission, Locale, Page, WorkflowPage

from articles.models.folders import ArticleIndexPage, HomePage
from articles.models.trees import other_languages


@transaction.atomic
def open_tree(locale: Locale) -> None:
    """Make what is missing of a language's tree, so that any briefing can be translated into it.

    It has the folders, rights and workflow of the site's own tree, and stays as people change it
    from then on. Nothing happens for the site's own language, or before the newsroom is set up.
    """
    own = HomePage.objects.exclude(locale=locale).order_by("pk").first()
    if own is None or locale.language_code not in other_languages():
        return
    if own.has_translation(locale):
        return
    home = _translation(own, Page.get_first_root_node(), locale, slug=locale.language_code)
    for permission in GroupPagePermission.objects.filter(page=own):
        GroupPagePermission.objects.create(
            group_id=permission.group_id, page=home, permission_id=permission.permission_id
        )
    for row in WorkflowPage.objects.filter(page=own):
        WorkflowPage.objects.create(page=home, workflow_id=row.workflow_id)
    for folder in ArticleIndexPage.objects.descendant_of(own).order_by("path"):
        parent = folder.get_parent().get_translation(locale)
        _translation(folder, parent, locale, slug=folder.slug)


def _translation(page: Page, parent: Page, locale: Locale, *, slug: str) -> Page:
    translated = type(page)(
        title=page.title,
        slug=slug,
        locale=locale,
        translation_key=page.translation_key,
        live=page.live,
    )
    parent.add_child(instance=translated)
    return translated
