"""Which stored revisions stay as they are, because something outside the editor relies on them."""

from wagtail.models import Page, Revision, TaskState

from articles.models.editions import Edition
from articles.models.fingerprints import content_fingerprint


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


def tells_who_wrote(revision: Revision) -> bool:
    """Whether the next revision says the same: without this one, whoever saved that wrote it."""
    later = Revision.objects.filter(
        base_content_type_id=revision.base_content_type_id,
        object_id=revision.object_id,
        created_at__gte=revision.created_at,
        pk__gt=revision.pk,
    )
    following = later.order_by("created_at", "pk").first()
    same = content_fingerprint(revision.content)
    return following is not None and content_fingerprint(following.content) == same
