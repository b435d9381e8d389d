"""Setting up a newsroom: the page tree, the groups, and the workflow "Briefing review".

Running it again changes nothing that somebody has set since.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from articles.actions.languages import open_tree
from articles.actions.policies import write_policies
from articles.models.folders import ArticleIndexPage, HomePage
from articles.models.workflow import EditorialApprovalTask, SourceCheckTask

WORKFLOW = "Briefing review"
ANALYSTS, EDITORS, MODERATORS = "Analysts", "Editors", "Moderators"
CHIEF_EDITORS = "Chief editors"
PAGE_PERMISSIONS = {
    ANALYSTS: ("add_page", "change_page"),
    EDITORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    CHIEF_EDITORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    MODERATORS: (),
}
# Each row: the application, the model, and what may be done to its rows.
MODEL_PERMISSIONS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    ANALYSTS: (
        ("sources", "sourcedocument", ("view", "change")),
        ("sources", "organisation", ("view", "add", "change")),
        ("sources", "ownership", ("view", "add")),
        ("articles", "topic", ("view",)),
        ("articles", "author", ("view",)),
    ),
    EDITORS: (
        ("sources", "sourcedocument", ("view", "change")),
        ("sources", "organisation", ("view", "add", "change")),
        ("sources", "ownership", ("view", "add", "change")),
        ("articles", "topic", ("view", "add", "change")),
        ("articles", "author", ("view", "add", "change")),
        ("articles", "comment", ("view", "change")),
        ("articles", "challenge", ("view", "change")),
        ("articles", "blockedpattern", ("view", "add", "change", "delete")),
    ),
    MODERATORS: (
        ("articles", "comment", ("view", "change")),
        ("articles", "blockedpattern", ("view", "add", "change", "delete")),
    ),
}
# What editors may do, and one thing more.
MODEL_PERMISSIONS[CHIEF_EDITORS] = MODEL_PERMISSIONS[EDITORS]
# Whoever writes may use pictures and files.
MEDIA_PERMISSIONS = [
    (app, f"{deed}_{model}")
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for deed in ("add", "change", "choose")
]
Permissions = Mapping[tuple[str, str], Permission]


@dataclass(frozen=True)
class Newsroom:
    """What stands after the set-up."""

    home: HomePage
    briefings: ArticleIndexPage
    workflow: Workflow


@transaction.atomic
def set_up_newsroom(*, with_policies: bool = True) -> Newsroom:
    """Create what is missing of trees, groups, permissions and workflow.

    The first time also the pages that tell how the newsroom works, unless it is to have its own.
    """
    is_first = not HomePage.objects.exists()
    home = _home()
    briefings = _briefings(home)
    if is_first and with_policies:
        write_policies(home)
    permissions = _permissions()
    for name in PAGE_PERMISSIONS:
        _group(name, home, permissions, is_first=is_first)
    newsroom = Newsroom(home=home, briefings=briefings, workflow=_workflow(home))
    for locale in Locale.objects.exclude(pk=home.locale_id):
        open_tree(locale)
    return newsroom


def _home() -> HomePage:
    home = HomePage.objects.order_by("pk").first()
    if home is None:
        root = Page.get_first_root_node()
        welcome = Page.objects.filter(depth=2, slug="home").exclude(title="Assay").first()
        home = HomePage(title=settings.SITE_NAME, slug="assay", live=True)
        root.add_child(instance=home)
        _site(home)
        if welcome and not welcome.get_children().exists():
            welcome.delete()
    return home


def _site(home: HomePage) -> None:
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": port,
            "site_name": settings.SITE_NAME,
            "root_page": home,
        },
    )


def _briefings(home: HomePage) -> ArticleIndexPage:
    briefings = ArticleIndexPage.objects.child_of(home).filter(slug="briefings").first()
    if briefings is None:
        briefings = ArticleIndexPage(title="Briefings", slug="briefings", live=True)
        home.add_child(instance=briefings)
    return briefings


def _permissions() -> Permissions:
    """Every permission by its application and its code, which names the model."""
    rows = Permission.objects.select_related("content_type")
    return {(row.content_type.app_label, row.codename): row for row in rows}


def _group(name: str, home: HomePage, permissions: Permissions, *, is_first: bool) -> None:
    """A group with its permissions; groups of these names that came with Wagtail are taken over."""
    group, is_new = Group.objects.get_or_create(name=name)
    if not is_new and not is_first:
        return
    group.permissions.set(permissions[key] for key in _permitted(name))
    GroupPagePermission.objects.filter(group=group).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=home, permission=permissions["wagtailcore", code])
        for code in PAGE_PERMISSIONS[name]
    )
    GroupCollectionPermission.objects.filter(group=group).delete()
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permissions[key])
        for key in (MEDIA_PERMISSIONS if PAGE_PERMISSIONS[name] else ())
    )


def _permitted(name: str) -> Iterator[tuple[str, str]]:
    """What a group may do whatever the page: application and code of each permission."""
    yield "wagtailadmin", "access_admin"
    for app, model, deeds in MODEL_PERMISSIONS[name]:
        yield from ((app, f"{deed}_{model}") for deed in deeds)
    if name == CHIEF_EDITORS:
        yield "articles", "publish_in_emergency"
    if PAGE_PERMISSIONS[name]:
        yield "simple_translation", "submit_translation"


def _workflow(home: HomePage) -> Workflow:
    workflow, is_new = Workflow.objects.get_or_create(name=WORKFLOW)
    if is_new:
        check = SourceCheckTask.objects.create(name="Source check")
        approval = EditorialApprovalTask.objects.create(name="Editorial approval")
        check.groups.set(Group.objects.filter(name__in=(ANALYSTS, EDITORS, CHIEF_EDITORS)))
        approval.groups.set(Group.objects.filter(name__in=(EDITORS, CHIEF_EDITORS)))
        for position, task in enumerate((check, approval)):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=position)
        for page in WorkflowPage.objects.filter(page=home):
            page.delete()
        WorkflowPage.objects.create(workflow=workflow, page=home)
    return workflow
