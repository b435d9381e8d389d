"""Work that follows a deed and need not be waited for."""

from django_tasks import task

from articles.actions.provenance import follow_documents, follow_ownership


@task()
def follow_ownership_task(organisation_ids: list[int]) -> int:
    """Issue the provenance editions that a change of the ownership record calls for."""
    return follow_ownership(organisation_ids=organisation_ids)


@task()
def follow_documents_task(document_ids: list[int]) -> int:
    """Issue the provenance editions that documents of another origin call for."""
    return follow_documents(document_ids=document_ids)
