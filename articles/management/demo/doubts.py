"""What readers of the demo hold against its claims, and what an editor answered."""

import datetime
from collections.abc import Iterable

from django.contrib.auth.models import User

from articles.actions.comments.answering import answer_challenge
from articles.actions.comments.challenging import challenge_claim, take_challenge
from articles.enums import ChallengeStatus
from articles.formats.named import named_claims
from articles.management.demo.editing import NotFoundError
from articles.management.demo.remarks import address_of
from articles.management.demo.shapes import Doubt
from articles.models import CurrentEdition


def challenge_claims(
    current: CurrentEdition, doubts: Iterable[Doubt], *, editor: User, now: datetime.datetime
) -> None:
    """Challenge as readers whose addresses are confirmed; answer as the editor what is answered."""
    for doubt in doubts:
        challenge = challenge_claim(
            current=current,
            claim_id=_claim_at(current, doubt.at),
            reason=doubt.reason,
            text=doubt.text,
            source_url=doubt.source_url,
            name=doubt.name,
            email=address_of(doubt.name),
            now=now,
        )
        take_challenge(challenge=challenge, now=now)
        if doubt.outcome != ChallengeStatus.OPEN:
            answer_challenge(
                challenge=challenge,
                outcome=doubt.outcome,
                answer=doubt.answer,
                user=editor,
                now=now,
            )


def _claim_at(current: CurrentEdition, opening: str) -> str:
    """The id of the claim that begins with these words."""
    claims = named_claims(current.edition.content)
    found = [claim.id for claim in claims if claim.text.startswith(opening)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} claims begin with “{opening}”.")
    return found[0]
