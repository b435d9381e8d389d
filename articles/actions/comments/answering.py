"""An editor's work on a challenge: who does it, and what became of the claim, told to readers."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles.actions.comments.mailing import send_letter
from articles.actions.comments.wording import tidy
from articles.enums import ChallengeStatus, EditionKind
from articles.models.challenges import Challenge
from articles.models.editions import Edition

ANSWER = "articles.change_challenge"


@transaction.atomic
def assign_challenge(*, challenge: Challenge, to: Any, user: Any) -> Challenge:
    """Give the task to somebody who may answer it, or to nobody."""
    if not user.has_perm(ANSWER):
        raise PermissionDenied
    if to is not None and not to.has_perm(ANSWER):
        raise ValidationError({"to": _("%s may not answer challenges.") % to})
    challenge.assigned_to = to
    challenge.save(update_fields=["assigned_to"])
    told = {"reason": to.get_full_name() or to.get_username()} if to else {}
    log(instance=challenge, action="assay.challenge_assigned", user=user, data=told)
    return challenge


@transaction.atomic
def answer_challenge(
    *,
    challenge: Challenge,
    outcome: str,
    answer: str,
    user: Any,
    now: datetime.datetime,
    edition: int | None = None,
) -> Challenge:
    """Close a challenge with what became of the claim; readers see it.

    `edition` is the number of the edition that corrected the claim or added the source.
    Raises ValidationError with a message for each field ("outcome", "answer", "edition").
    """
    if not user.has_perm(ANSWER):
        raise PermissionDenied
    challenge.refresh_from_db(from_queryset=Challenge.objects.select_for_update(of=("self",)))
    if challenge.status != ChallengeStatus.OPEN:
        raise ValidationError(_("This challenge does not wait for an answer."))
    answer = tidy(answer)
    _check_answer(challenge, outcome=outcome, answer=answer, edition=edition)
    challenge.status, challenge.answer = ChallengeStatus(outcome), answer
    challenge.answered_edition = None if outcome == ChallengeStatus.KEPT else edition
    challenge.decided_by, challenge.decided_at = user, now
    challenge.save()
    log(
        instance=challenge,
        action="assay.challenge_answered",
        user=user,
        data={"reason": str(ChallengeStatus(outcome).label)},
    )
    send_letter("challenge_outcome", challenge.pk)
    return challenge


def _check_answer(challenge: Challenge, *, outcome: str, answer: str, edition: int | None) -> None:
    outcomes = set(ChallengeStatus.values) - set(ChallengeStatus.undecided())
    if outcome not in outcomes:
        raise ValidationError({"outcome": _("Please choose what became of the claim.")})
    if not answer:
        raise ValidationError({"answer": _("Please say why; readers see it.")})
    if outcome == ChallengeStatus.KEPT:
        return
    later = _later_edition(challenge, edition)
    if outcome == ChallengeStatus.CORRECTED and not EditionKind(later.kind).is_correction:
        raise ValidationError({"edition": _("Edition %d is not a correction.") % later.number})
    if outcome == ChallengeStatus.SOURCE_ADDED and not _adds_source(challenge, later):
        message = _("Edition %d rests on no source that was not there before.") % later.number
        raise ValidationError({"edition": message})


def _later_edition(challenge: Challenge, number: int | None) -> Edition:
    """The edition that the answer refers to: issued, and newer than the one that was challenged."""
    rows = Edition.objects.filter(article_uuid=challenge.article_uuid)
    is_newer = number is not None and number > challenge.edition_number
    edition = rows.filter(number=number or 0).first() if is_newer else None
    if edition is None:
        message = _("Please give the number of an edition after edition %d.")
        raise ValidationError({"edition": message % challenge.edition_number})
    return edition


def _adds_source(challenge: Challenge, later: Edition) -> bool:
    before = Edition.objects.get(
        article_uuid=challenge.article_uuid, number=challenge.edition_number
    )
    return bool(_sources(later) - _sources(before))


def _sources(edition: Edition) -> set[str]:
    return {source["uuid"] for source in edition.content["sources"]}
