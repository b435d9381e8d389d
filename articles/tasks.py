"""Work that follows a deed and need not be waited for."""

from django_tasks import task

from articles.actions.provenance import follow_ownership


@task()
def follow_ownership_task(organisation_ids: list[int]) -> int:
    """Issue the provenance editions that a change of the ownership record calls for."""
    return follow_ownership(organisation_ids=organisation_ids)
