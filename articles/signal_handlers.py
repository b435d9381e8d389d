"""What happens in Wagtail's tree and in the ownership record, turned into deeds of ours."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from articles.actions.standing import reconcile_below, withdraw
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.tasks import follow_ownership_task
from sources.models import Ownership


def connect() -> None:
    """Register every handler; called once, when the app is ready."""
    for signal in (page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_tree_changed, dispatch_uid=f"assay-{id(signal)}")
    post_save.connect(_privacy_changed, PageViewRestriction, dispatch_uid="assay-private")
    post_delete.connect(_privacy_changed, PageViewRestriction, dispatch_uid="assay-unprivate")
    pre_delete.connect(_article_deleted, ArticlePage, dispatch_uid="assay-deleted")
    post_save.connect(_ownership_changed, Ownership, dispatch_uid="assay-ownership")
    post_delete.connect(_ownership_changed, Ownership, dispatch_uid="assay-ownership-gone")


def _tree_changed(instance: Page, **_kwargs: Any) -> None:
    reconcile_below(instance)


def _privacy_changed(instance: PageViewRestriction, **_kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        reconcile_below(page)


def _article_deleted(instance: ArticlePage, **_kwargs: Any) -> None:
    current = CurrentEdition.objects.whole().filter(article_uuid=instance.uuid).first()
    if current:
        withdraw(article=instance, previous=current.edition, reason="Deleted.")


def _ownership_changed(instance: Ownership, **_kwargs: Any) -> None:
    ids = [instance.owned_id]
    transaction.on_commit(partial(follow_ownership_task.enqueue, organisation_ids=ids))
