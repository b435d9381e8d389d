"""From a challenge to what readers are told of it, without the name and words of who made it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from articles.enums import ChallengeReason, ChallengeStatus


class Challenged(Protocol):
    """What a challenge says of itself."""

    pk: int
    claim_id: str
    claim_text: str
    reason: str
    source_url: str
    status: str
    edition_number: int
    answered_edition: int | None
    answer: str
    created_at: datetime.datetime
    decided_at: datetime.datetime | None


@dataclass(frozen=True)
class Doubt:
    """A challenge as readers see it. `answer_url` is the edition that answers it, or empty."""

    id: int
    claim_id: str
    claim: str
    reason: str
    source_url: str
    status: str
    outcome: str
    is_open: bool
    edition: int
    answer: str
    answer_edition: int | None
    answer_url: str
    url: str
    made_at: datetime.datetime
    decided_at: datetime.datetime | None


def doubt(challenge: Challenged, *, path: str) -> Doubt:
    """What is told of a challenge; `path` is where the briefing is read."""
    status = ChallengeStatus(challenge.status)
    number = challenge.answered_edition
    return Doubt(
        id=challenge.pk,
        claim_id=challenge.claim_id,
        claim=challenge.claim_text,
        reason=str(ChallengeReason(challenge.reason).label),
        # What nobody has looked at yet is not linked.
        source_url="" if status is ChallengeStatus.OPEN else challenge.source_url,
        status=status.value,
        outcome=str(status.label),
        is_open=status is ChallengeStatus.OPEN,
        edition=challenge.edition_number,
        answer=challenge.answer,
        answer_edition=number,
        answer_url=f"{path}versions/{number}/" if number else "",
        url=f"{path}challenges/#challenge-{challenge.pk}",
        made_at=challenge.created_at,
        decided_at=challenge.decided_at,
    )


def newest_by_claim(doubts: Iterable[Doubt]) -> Mapping[str, Doubt]:
    """The outcome that stands at each claim: of several, the one decided last."""
    newest: dict[str, Doubt] = {}
    for row in doubts:
        newest.setdefault(row.claim_id, row)
    return newest
