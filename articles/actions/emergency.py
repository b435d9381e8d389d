"""Publishing in an emergency: the reviews are waived, never what is true of the text.

Four eyes come afterwards: somebody else with the same permission acknowledges what was done.
"""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from articles.actions.gatekeeping import findings_of_draft
from articles.actions.publishing import publish_waiving
from articles.gate import ABOUT_REVIEW, Finding
from articles.models.editions import Edition
from articles.models.emergencies import EmergencyPublication
from articles.models.pages import ArticlePage
from articles.refusals import Refusal

PERMISSION = "articles.publish_in_emergency"


class EmergencyRefused(Refusal):
    """There is nothing that an emergency would change, or it would change nothing."""


def may_publish_in_emergency(*, article: ArticlePage, user: Any) -> bool:
    """Whether this person may publish this briefing without its reviews."""
    permissions = article.permissions_for_user(user)
    may_publish = permissions.can_publish() and not permissions.page_locked()
    return bool(user.has_perm(PERMISSION) and may_publish)


def publish_in_emergency(
    *, article: ArticlePage, reason: str, user: Any, now: datetime.datetime | None = None
) -> EmergencyPublication:
    """Publish the newest draft without the reviews that it lacks.

    The reason goes to the log and to whoever acknowledges it, never to readers. Raises
    PermissionDenied; PublicationRefused where a finding about the text blocks; and
    EmergencyRefused where reviews are not what it lacks, or where nothing would become public.
    """
    if not may_publish_in_emergency(article=article, user=user):
        raise PermissionDenied
    with transaction.atomic():
        revision = article.get_latest_revision()
        waived = _reviews_lacking(article, reason)
        edition = publish_waiving(
            waived=ABOUT_REVIEW, article=article, revision=revision, user=user, now=now
        )
        if edition is None:
            raise EmergencyRefused(article, _not_public(revision, now or timezone.now()))
        data = {"reason": reason, "waived": [each.message for each in waived]}
        log(instance=article, action="assay.emergency", user=user, data=data, revision=revision)
        return EmergencyPublication.objects.create(edition=edition, reason=reason)


def acknowledge(
    *, emergency: EmergencyPublication, user: Any, now: datetime.datetime
) -> EmergencyPublication:
    """Note who has looked at what was done, and when. Raises PermissionDenied for who did it."""
    if not user.has_perm(PERMISSION) or not emergency.may_be_acknowledged_by(user):
        raise PermissionDenied
    if emergency.acknowledged_at is None:
        emergency.acknowledged_by, emergency.acknowledged_at = user, now
        emergency.save(update_fields=["acknowledged_by", "acknowledged_at"])
        _log_acknowledgement(emergency.edition, user)
    return emergency


def _reviews_lacking(article: ArticlePage, reason: str) -> list[Finding]:
    if not reason.strip():
        raise EmergencyRefused(article, _("Say why it cannot wait for its reviews."))
    found = findings_of_draft(article=article)
    lacking = [finding for finding in found if finding.rule in ABOUT_REVIEW]
    if not lacking:
        raise EmergencyRefused(article, _("It has its reviews: publish it as usual."))
    return lacking


def _not_public(revision: Revision, now: datetime.datetime) -> str:
    goes_live_at = revision.as_object().go_live_at
    if goes_live_at and goes_live_at > now:
        return _("The draft names a time to go live. Clear it, under Set schedule, and try again.")
    return _("Nobody would read it: it or a page above it is private.")


def _log_acknowledgement(edition: Edition, user: Any) -> None:
    """In the history of the briefing, while there is one."""
    if article := ArticlePage.objects.filter(uuid=edition.article_uuid).first():
        data = {"edition": edition.number}
        log(instance=article, action="assay.emergency.acknowledged", user=user, data=data)
