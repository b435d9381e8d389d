"""What becomes public, or stops being public, because its time has come."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from articles.actions.gatekeeping import PublicationRefused
from articles.models.pages import ArticlePage


def publish_due(*, now: datetime.datetime) -> list[PublicationRefused]:
    """Publish every briefing whose approved time has come; returns those that the gate refused.

    Each is published in a transaction of its own, so that a run may end at any time and the next
    one finishes. A refused one loses its schedule: the next run does not stumble over it again.
    """
    refusals = []
    for key in list(_due(now).values_list("pk", flat=True)):
        try:
            _publish(key, now)
        except PublicationRefused as refusal:
            refusals.append(refusal)
            _cancel(Revision.objects.get(pk=key), refusal)
    return refusals


def unpublish_expired(*, now: datetime.datetime) -> int:
    """Unpublish every briefing whose expiry has passed; returns how many."""
    expired = list(ArticlePage.objects.live().filter(expire_at__lt=now).order_by("expire_at"))
    for article in expired:
        article.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return len(expired)


def _due(now: datetime.datetime) -> QuerySet[Revision]:
    revisions = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(ArticlePage), approved_go_live_at__lt=now
    )
    return revisions.order_by("approved_go_live_at")


@transaction.atomic
def _publish(key: int, now: datetime.datetime) -> None:
    """Publish it with how late it was, unless another run has done so meanwhile."""
    revision = _due(now).select_for_update().filter(pk=key).first()
    if revision is None:
        return
    due = revision.approved_go_live_at
    revision.publish(log_action="wagtail.publish.scheduled")
    late = int((timezone.now() - due).total_seconds())
    log(
        instance=ArticlePage.objects.get(pk=revision.object_id),
        action="assay.schedule.published",
        data={"due": due.isoformat(), "late_seconds": late},
        revision=revision,
    )


@transaction.atomic
def _cancel(revision: Revision, refusal: PublicationRefused) -> None:
    due, revision.approved_go_live_at = revision.approved_go_live_at, None
    revision.save(update_fields=["approved_go_live_at"])
    found = [finding.message for finding in refusal.findings]
    log(
        instance=refusal.article,
        action="assay.schedule.refused",
        data={"findings": found, "due": due.isoformat()},
        revision=revision,
    )
