"""Where the schedule of a briefing stands, in words; times are UTC, whatever clock one lives by."""

import datetime
from collections.abc import Mapping, MutableSequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import CharField, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import PageLogEntry, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles.editorial.next_step import has_unpublished_content
from articles.models.pages import ArticlePage

MOST_SHOWN = 10
TOLD_OF = datetime.timedelta(days=30)  # an older date that nobody approved is no news


@dataclass(frozen=True)
class Standing:
    """Where a date stands, in words, empty where none is waiting; refused is what needs a deed."""

    words: str = ""
    is_refused: bool = False


@dataclass(frozen=True)
class Scheduled:
    """A briefing with a date, and where that stands."""

    article: ArticlePage
    words: str


class SchedulePanel(Component):
    """What will be published, and what should have been; nothing at all where there is none."""

    name = "schedule"
    template_name = "editorial/schedule.html"
    order = 105

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect what this person may edit or publish."""
        return {"scheduled": scheduled_for(parent_context["request"].user, now=timezone.now())}


def show_schedule(_request: HttpRequest, panels: MutableSequence[Component]) -> None:
    """Hook `construct_homepage_panels`."""
    panels.append(SchedulePanel())


def scheduled_for(user: Any, *, now: datetime.datetime) -> list[Scheduled]:
    """The next few briefings with a date that this person may edit or publish."""
    policy = PagePermissionPolicy(ArticlePage)
    theirs = policy.instances_user_has_any_permission_for(user, ["change", "publish"])
    approved = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
    keys = [int(key) for key in approved.values_list("object_id", flat=True)]
    # The row of a live briefing knows nothing of its draft; ISO times compare as text.
    noted_at = Cast(KeyTextTransform("go_live_at", "latest_revision__content"), CharField())
    dated = theirs.annotate(noted_at=noted_at)
    lately = (now - TOLD_OF).date().isoformat()
    noted = Q(noted_at__contains="T", noted_at__gte=lately, has_unpublished_changes=True)
    rows = dated.filter(Q(pk__in=keys) | noted).order_by("noted_at", "pk")
    told = (Scheduled(article, schedule_of(article, now=now).words) for article in rows)
    return list(islice((each for each in told if each.words), MOST_SHOWN))


def schedule_of(article: ArticlePage, *, now: datetime.datetime) -> Standing:
    """Where the date of the newest draft stands."""
    if scheduled := article.scheduled_revision:
        return Standing(_of_approved(article, scheduled, now))
    revision = article.get_latest_revision()
    noted = revision.as_object().go_live_at if revision else None
    if noted is None or not has_unpublished_content(article) or _is_used(article, noted):
        return Standing()
    words = {"moment": moment(noted, now=now)}
    if noted > now:
        return Standing(_("Date noted, not approved yet: %(moment)s.") % words)
    if refusal := _refusal(article, due=noted):
        told = _("Was due %(moment)s, refused: %(findings)s") % {**words, "findings": refusal}
        return Standing(told, is_refused=True)
    return Standing(_("Date noted, %(moment)s, has passed: approval publishes it at once.") % words)


def moment(value: datetime.datetime, *, now: datetime.datetime) -> str:
    """“09:00 UTC”, with the day where that is not today."""
    there = value.astimezone(datetime.UTC)
    time = f"{there:%H:%M} UTC"
    if there.date() == now.astimezone(datetime.UTC).date():
        return time
    day = date_format(there.date(), "j F Y")
    return _("%(time)s on %(day)s") % {"time": time, "day": day}


def _is_used(article: ArticlePage, noted: datetime.datetime) -> bool:
    """Whether a date is that of an earlier publication: drafts of what is public keep it."""
    return article.last_published_at is not None and noted <= article.last_published_at


def _of_approved(article: ArticlePage, scheduled: Revision, now: datetime.datetime) -> str:
    due = scheduled.approved_go_live_at
    words = {"moment": moment(due, now=now)}
    if due > now:
        told = _("Will publish %(moment)s, approved.") % words
    else:
        told = _("Was due %(moment)s, approved: the next run of the schedule publishes it.") % words
    if scheduled.pk == article.latest_revision_id:
        return told
    return f"{told} {_('What was edited since is not part of it.')}"


def _refusal(article: ArticlePage, *, due: datetime.datetime) -> str:
    """What stood in the way when this date came."""
    refusals = PageLogEntry.objects.filter(page=article.pk, action="assay.schedule.refused")
    last = refusals.order_by("-timestamp").first()
    if last is None or last.data.get("due") != due.isoformat():
        return ""
    return " ".join(last.data["findings"])
