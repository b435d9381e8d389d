"""Which stored revisions stay as they are, because something outside the editor relies on them."""

from wagtail.models import Page, Revision, TaskState

from articles.models.editions import Edition


def is_relied_on(revision: Revision) -> bool:
    """Whether it was published, scheduled or approved: later words need a revision of their own."""
    approved = TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)
    return (
        revision.approved_go_live_at is not None
        or bears_an_edition(revision)
        or Page.objects.filter(live_revision=revision).exists()
        or approved.exists()
    )


def bears_an_edition(revision: Revision) -> bool:
    """Whether an edition was compiled from it, the current one of its article or an earlier."""
    return Edition.objects.filter(revision_id=revision.pk).exists()
