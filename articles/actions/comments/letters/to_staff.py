"""Letters to those who answer: a report, an appeal, a challenge; the first of a kind that waits."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.actions.comments.letters.letter import Letter, write
from articles.enums import ChallengeStatus
from articles.formats.site import this_site
from articles.models.challenges import Challenge
from articles.models.moderation import Appeal, CommentReport

BACKEND = "django.contrib.auth.backends.ModelBackend"
MODERATE, ANSWER = "articles.change_comment", "articles.change_challenge"


def reported(report_id: int) -> list[Letter]:
    """A reader has reported a comment."""
    waiting = CommentReport.objects.filter(decided_at=None)
    url = f"{reverse('assay_comments:index')}?queue=reported"
    return _first(waiting, report_id, _("A comment was reported"), url, MODERATE)


def appealed(appeal_id: int) -> list[Letter]:
    """A writer objects to a decision."""
    waiting = Appeal.objects.filter(decided_at=None)
    url = f"{reverse('assay_comments:index')}?queue=appeals"
    return _first(waiting, appeal_id, _("Somebody objects to a decision"), url, MODERATE)


def challenged(challenge_id: int) -> list[Letter]:
    """A reader doubts a claim."""
    waiting = Challenge.objects.filter(status=ChallengeStatus.OPEN)
    url = reverse("assay_challenges:index")
    return _first(waiting, challenge_id, _("A claim was challenged"), url, ANSWER)


def _first(
    waiting: QuerySet[Any, Any], key: int, what: Promise, url: str, permission: str
) -> list[Letter]:
    """Who has been told of one that still waits is not told of the next."""
    if not waiting.filter(pk=key).exists() or waiting.exclude(pk=key).exists():
        return []
    return [
        write(
            "waiting",
            to=person.email,
            language=_language(person),
            subject=what,
            context={
                "what": what,
                "name": person.get_short_name(),
                "queue_url": this_site().absolute(url),
            },
        )
        for person in _people(permission)
    ]


def _people(permission: str) -> QuerySet[Any, Any]:
    people = get_user_model().objects.with_perm(permission, backend=BACKEND)
    return people.exclude(email="").select_related("wagtail_userprofile")


def _language(person: Model) -> str:
    profile = getattr(person, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else ""
