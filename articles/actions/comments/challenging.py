"""A reader's doubt about a claim: taken by value, and given to the editors."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.actions.comments.commenters import commenter_of, find_commenter
from articles.actions.comments.counting import count_contributions
from articles.actions.comments.limits import TooManyError, limit_of
from articles.actions.comments.mailing import Writing, ask_to_confirm, send_letter
from articles.actions.comments.networks import lock_day, network_key
from articles.actions.comments.sending import NOBODY, Sender
from articles.actions.comments.wording import check_words, tidy
from articles.enums import ChallengeReason, ChallengeStatus
from articles.formats.named import NamedClaim, named_claim
from articles.formats.remarks import one_line, plain
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.editions import CurrentEdition

LONGEST_URL = 500
_is_url = URLValidator(schemes=["http", "https"])


def challenge_claim(
    *,
    current: CurrentEdition,
    claim_id: str,
    reason: str,
    text: str,
    now: datetime.datetime,
    name: str = "",
    email: str = "",
    source_url: str = "",
    sender: Sender = NOBODY,
) -> Challenge:
    """Store a doubt about a claim of the edition that is read now, until its writer has confirmed.

    Raises ValidationError with a message for each field ("claim", "reason", "text", "source_url",
    "name", "email", "form").
    """
    claim = named_claim(current.edition.content, claim_id)
    name, text, source_url = one_line(name), tidy(text), plain(source_url).strip()
    _check(claim, reason=reason, source_url=source_url)
    check_words(name=name, email=email, text=text, is_signed_in=bool(sender.user))
    with transaction.atomic():
        network = network_key(address=sender.address, now=now)
        _hold_to_limit(network=network, now=now)
        challenge = Challenge(
            article_uuid=current.article_uuid,
            edition_number=current.edition.number,
            commenter=commenter_of(user=sender.user, now=now)
            if sender.user
            else find_commenter(name=name, email=email.strip(), now=now),
            reason=reason,
            text=text,
            source_url=source_url,
            network=network,
            status=ChallengeStatus.UNCONFIRMED,
            created_at=now,
            due_on=_due_on(now),
            **_by_value(claim),
        )
        if earlier := _sent_before(challenge):
            challenge = earlier
        else:
            challenge.save(force_insert=True)
        if sender.user:
            take_challenge(challenge=challenge, now=now)
        else:
            ask_to_confirm(commenter=challenge.commenter, what=Writing.CHALLENGE, key=challenge.pk)
    return challenge


@transaction.atomic
def take_challenge(*, challenge: Challenge, now: datetime.datetime) -> Challenge:
    """Make it an editor's task, now that its writer is known; once, however often asked.

    Raises ValidationError where another challenge of theirs to the same claim is not answered yet.
    """
    Commenter.objects.select_for_update().get(pk=challenge.commenter_id)  # one after the other
    challenge.refresh_from_db(from_queryset=Challenge.objects.select_for_update(of=("self",)))
    if challenge.status == ChallengeStatus.UNCONFIRMED:
        if _of_the_same(challenge).filter(status=ChallengeStatus.OPEN).exists():
            message = _("You have challenged this claim already. You will be told of the outcome.")
            raise ValidationError({"form": message})
        challenge.status, challenge.due_on = ChallengeStatus.OPEN, _due_on(now)
        challenge.save(update_fields=["status", "due_on"])
        count_contributions(challenge.article_uuid)
        send_letter("challenged", challenge.pk)
    return challenge


def _due_on(now: datetime.datetime) -> datetime.date:
    return now.date() + datetime.timedelta(days=settings.CHALLENGE_DUE_DAYS)


def _by_value(claim: NamedClaim | None) -> dict[str, Any]:
    """The claim as the reader saw it, whatever becomes of the briefing."""
    if claim is None:
        return {}
    return {"claim_kind": claim.kind, "claim_id": claim.id, "claim_text": claim.text}


def _check(claim: NamedClaim | None, *, reason: str, source_url: str) -> None:
    errors: dict[str, str] = {}
    if claim is None:
        errors["claim"] = _("This claim is no longer in the briefing.")
    if reason not in ChallengeReason.values:
        errors["reason"] = _("Please choose what is wrong with the claim.")
    elif reason == ChallengeReason.CONTRADICTED and not source_url:
        errors["source_url"] = _("Please give the address of the other source.")
    if source_url and not _is_address(source_url):
        errors["source_url"] = _("Please give an address that begins with https:// or http://.")
    if errors:
        raise ValidationError(errors)


def _is_address(value: str) -> bool:
    try:
        _is_url(value)
    except ValidationError:
        return False
    return len(value) <= LONGEST_URL


def _hold_to_limit(*, network: str, now: datetime.datetime) -> None:
    """Refuse one challenge too many from a network, exactly, in the transaction that stores it."""
    lock_day(now=now)
    limit = limit_of("comments")
    if not limit or not network:
        return
    sent = Challenge.objects.filter(network=network, created_at__gt=now - limit.period)
    if sent.count() >= limit.number:
        message = _("Too many challenges came from your network. Please try again later.")
        raise TooManyError(message)


def _sent_before(challenge: Challenge) -> Challenge | None:
    """The same words of the same reader, sent a while ago: the letter was lost, perhaps."""
    waiting = _of_the_same(challenge).filter(status=ChallengeStatus.UNCONFIRMED)
    said = {"reason": challenge.reason, "text": challenge.text, "source_url": challenge.source_url}
    return waiting.filter(**said).first()


def _of_the_same(challenge: Challenge) -> QuerySet[Challenge]:
    """Other challenges of one reader to one claim."""
    same = Challenge.objects.filter(
        article_uuid=challenge.article_uuid,
        claim_id=challenge.claim_id,
        commenter=challenge.commenter,
    )
    return same.exclude(pk=challenge.pk)
