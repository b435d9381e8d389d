"""What becomes public, or stops being public, because its time has come."""

import datetime
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision

from articles.actions.gatekeeping import PublicationRefused
from articles.models.pages import ArticlePage


def publish_due(*, now: datetime.datetime) -> list[PublicationRefused]:
    """Publish every briefing whose approved time has come; returns those that the gate refused.

    A refused one loses its schedule, so that the next run does not stumble over it again.
    """
    refusals = []
    for revision in list(_due(now)):
        try:
            revision.publish(log_action="wagtail.publish.scheduled")
        except PublicationRefused as refusal:
            refusals.append(refusal)
            _cancel(revision, refusal)
    return refusals


def unpublish_expired(*, now: datetime.datetime) -> int:
    """Unpublish every briefing whose expiry has passed; returns how many."""
    expired = list(ArticlePage.objects.live().filter(expire_at__lt=now).order_by("expire_at"))
    for article in expired:
        article.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return len(expired)


def _due(now: datetime.datetime) -> Iterator[Revision]:
    revisions = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(ArticlePage), approved_go_live_at__lt=now
    )
    return revisions.order_by("approved_go_live_at").iterator()


@transaction.atomic
def _cancel(revision: Revision, refusal: PublicationRefused) -> None:
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        instance=refusal.article,
        action="assay.schedule.refused",
        data={"findings": [finding.message for finding in refusal.findings]},
        revision=revision,
    )
