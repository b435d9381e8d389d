"""What happens in Wagtail's tree and in the ownership record, turned into deeds of ours."""

from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.utils.translation import gettext as _
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler
from wagtail.models import Locale, Page, PageViewRestriction, Revision, WorkflowState
from wagtail.signals import (
    copy_for_translation_done,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from articles.actions.gatekeeping import require_open_gate
from articles.actions.information import reconcile_information_below
from articles.actions.languages import open_tree
from articles.actions.publishing import is_publication_under_way, require_publication
from articles.actions.standing import reconcile_below, withdraw
from articles.enums import Transition
from articles.models.editions import CurrentEdition, Edition
from articles.models.fingerprints import last_content_editor_id
from articles.models.locking import lock_chain
from articles.models.pages import ArticlePage
from articles.models.revisions import bears_an_edition, tells_who_wrote
from articles.queries.editions import article_by_uuid
from articles.tasks import (
    follow_documents_task,
    follow_ownership_task,
    index_again_task,
    tell_hub_task,
)
from sources.models import Organisation, OrganisationName, Ownership, SourceDocument


def connect() -> None:
    """Register every handler; called once, when the app is ready."""
    for signal in (page_unpublished, page_slug_changed):
        signal.connect(_tree_changed, dispatch_uid=f"assay-{id(signal)}")
    post_page_move.connect(_page_moved, dispatch_uid="assay-moved")
    post_save.connect(_locale_saved, Locale, dispatch_uid="assay-locale")
    copy_for_translation_done.connect(_copied_for_translation, dispatch_uid="assay-translation")
    pre_save.connect(_plain_page_to_be_saved, Page, dispatch_uid="assay-plain-page")
    post_save.connect(_tree_changed, Page, dispatch_uid="assay-plain-page-saved")
    pre_save.connect(_review_to_be_saved, WorkflowState, dispatch_uid="assay-submission")
    post_save.connect(_edition_issued, Edition, dispatch_uid="assay-edition")
    post_save.connect(_privacy_changed, PageViewRestriction, dispatch_uid="assay-private")
    post_delete.connect(_privacy_changed, PageViewRestriction, dispatch_uid="assay-unprivate")
    post_save.connect(_article_saved, ArticlePage, dispatch_uid="assay-searched")
    post_delete.connect(post_delete_signal_handler, ArticlePage, dispatch_uid="assay-unsearched")
    pre_delete.connect(_article_deleted, ArticlePage, dispatch_uid="assay-deleted")
    pre_delete.connect(_revision_deleted, Revision, dispatch_uid="assay-revision")
    pre_save.connect(_ownership_to_be_changed, Ownership, dispatch_uid="assay-ownership-before")
    post_save.connect(_ownership_changed, Ownership, dispatch_uid="assay-ownership")
    post_delete.connect(_ownership_changed, Ownership, dispatch_uid="assay-ownership-gone")
    pre_save.connect(_organisation_to_be_saved, Organisation, dispatch_uid="assay-organisation")
    post_save.connect(_name_saved, OrganisationName, dispatch_uid="assay-name")
    post_delete.connect(_name_deleted, OrganisationName, dispatch_uid="assay-name-gone")
    pre_save.connect(_document_to_be_saved, SourceDocument, dispatch_uid="assay-document")
    m2m_changed.connect(
        _originators_changed, SourceDocument.originators.through, dispatch_uid="assay-originators"
    )


def _edition_issued(instance: Edition, **_kwargs: Any) -> None:
    if settings.WEBSUB_HUB:
        transaction.on_commit(partial(tell_hub_task.enqueue, instance.pk))


def _tree_changed(instance: Page, **_kwargs: Any) -> None:
    reconcile_below(instance, opens=False)
    reconcile_information_below(instance)


def _page_moved(instance: Page, **_kwargs: Any) -> None:
    reconcile_below(instance)
    reconcile_information_below(instance)


def _locale_saved(instance: Locale, *, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        open_tree(instance)


def _copied_for_translation(source_obj: Any, target_obj: Any, **_kwargs: Any) -> None:
    """What a translation says before anybody touched it was written by the original's last editor.

    Wagtail would name nobody, and so let that editor review it.
    """
    if isinstance(source_obj, ArticlePage):
        editor = last_content_editor_id(source_obj)
        target_obj.revisions.update(user_id=editor)


def _plain_page_to_be_saved(
    instance: Page, *, raw: bool, update_fields: frozenset[str] | None, **_kwargs: Any
) -> None:
    """An article in hand as a plain `Page` has none of its own methods, and the same gate.

    Restoring a backup (raw) is let through: what it makes live has no edition, so nobody reads it.
    """
    if not raw and ArticlePage.objects.filter(pk=instance.pk).exists():
        require_publication(instance, update_fields=update_fields)


def _review_to_be_saved(instance: WorkflowState, *, raw: bool, **_kwargs: Any) -> None:
    """A review that starts, or goes on after changes, is a submission; before anything is stored.

    Wagtail resumes a review without a transaction: refused later, it would stay half resumed.
    """
    under_way = WorkflowState.STATUS_IN_PROGRESS
    if raw or instance.status != under_way:
        return
    stored = WorkflowState.objects.filter(pk=instance.pk).values_list("status", flat=True).first()
    page = instance.content_object if stored != under_way else None
    article = page.specific if isinstance(page, Page) else None
    if isinstance(article, ArticlePage):
        require_open_gate(article=article, step=Transition.SUBMIT)


def _privacy_changed(instance: PageViewRestriction, **_kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        reconcile_below(page)
        reconcile_information_below(page)


def _article_saved(instance: ArticlePage, **kwargs: Any) -> None:
    """The admin's search follows at once; a publication has itself indexed when it is over."""
    if not is_publication_under_way():
        post_save_signal_handler(instance, **kwargs)


def _article_deleted(instance: ArticlePage, **_kwargs: Any) -> None:
    lock_chain()
    current = article_by_uuid(instance.uuid)
    if current:
        withdraw(article=instance, previous=current.edition, reason="Deleted.")


def _revision_deleted(instance: Revision, origin: Any, **_kwargs: Any) -> None:
    """Purging old revisions spares those that the record and four eyes rest on; pages may go."""
    model = origin.model if isinstance(origin, QuerySet) else type(origin)
    if not issubclass(model, Revision):
        return
    if bears_an_edition(instance):
        raise ProtectedError(_("An edition rests on this revision."), {instance})
    if instance.content_type.model_class() is ArticlePage and tells_who_wrote(instance):
        raise ProtectedError(_("This revision tells who wrote what later ones say."), {instance})


def _ownership_to_be_changed(instance: Ownership, **_kwargs: Any) -> None:
    stored = Ownership.objects.filter(pk=instance.pk).values_list("owned_id", flat=True).first()
    if stored is not None and stored != instance.owned_id:
        _follow(stored)


def _ownership_changed(instance: Ownership, **_kwargs: Any) -> None:
    _follow(instance.owned_id)


def _organisation_to_be_saved(instance: Organisation, **_kwargs: Any) -> None:
    if _differs(instance, "name", "kind", "reliability"):
        _follow(instance.pk)


def _name_saved(instance: OrganisationName, **_kwargs: Any) -> None:
    if CurrentEdition.objects.filter(organisations=instance.organisation_id).exists():
        _index_again(instance.organisation_id)


def _name_deleted(instance: OrganisationName, **_kwargs: Any) -> None:
    """Whether it is public cannot be asked any more where the organisation goes with its name."""
    _index_again(instance.organisation_id)


def _document_to_be_saved(instance: SourceDocument, **_kwargs: Any) -> None:
    if _differs(instance, "publisher_id", "republication_cluster"):
        _follow_documents([instance.pk])


def _originators_changed(
    instance: Organisation | SourceDocument, action: str, pk_set: set[int] | None, **_kwargs: Any
) -> None:
    """Named from either side: a document's originators, or an organisation's documents."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if isinstance(instance, SourceDocument):
        _follow_documents([instance.pk])
    else:
        theirs = instance.originated_documents.values_list("pk", flat=True)
        _follow_documents(sorted(theirs if pk_set is None else pk_set))


def _differs(instance: Organisation | SourceDocument, *names: str) -> bool:
    """Whether a row that is on record already is about to say something else."""
    stored = type(instance).objects.filter(pk=instance.pk).values(*names).first()
    return stored is not None and any(stored[name] != getattr(instance, name) for name in names)


def _follow(organisation_id: int) -> None:
    ids = [organisation_id]
    transaction.on_commit(partial(follow_ownership_task.enqueue, organisation_ids=ids))


def _index_again(organisation_id: int) -> None:
    transaction.on_commit(partial(index_again_task.enqueue, organisation_id=organisation_id))


def _follow_documents(document_ids: list[int]) -> None:
    transaction.on_commit(partial(follow_documents_task.enqueue, document_ids=document_ids))
