"""Work that follows a deed and need not be waited for."""

import datetime
from collections import Counter

from django.utils import timezone
from django_tasks import task

from articles.actions.hub import tell_hub
from articles.actions.indexing import index_again
from articles.actions.provenance import follow_documents, follow_ownership
from articles.actions.rechecking import recheck_documents
from sources.actions.manners import Manners


@task()
def follow_ownership_task(organisation_ids: list[int]) -> int:
    """Issue the provenance editions that a change of the ownership record calls for."""
    return follow_ownership(organisation_ids=organisation_ids)


@task()
def follow_documents_task(document_ids: list[int]) -> int:
    """Issue the provenance editions that documents of another origin call for."""
    return follow_documents(document_ids=document_ids)


@task()
def index_again_task(organisation_id: int) -> int:
    """Let what an organisation is called now find it, and the briefings that speak of it."""
    return index_again(organisation_id=organisation_id)


@task(backend="mail")  # the queue for which no request waits
def tell_hub_task(edition_id: int) -> int:
    """Tell the WebSub hub which feeds an edition changes; returns how many."""
    return tell_hub(edition_id=edition_id)


@task()
def recheck_sources_task(older_than: float, limit: int, pause: float) -> dict[str, int]:
    """Look again at addresses not looked at for `older_than` days; returns how many of each end."""
    checks = recheck_documents(
        checked_before=timezone.now() - datetime.timedelta(days=older_than),
        limit=limit,
        manners=Manners(pause=pause),
    )
    return dict(Counter(str(check.outcome) for check in checks))
