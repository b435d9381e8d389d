"""Typed builders of what readers write, with fixed defaults; past the rules of the actions."""

import datetime
from typing import Any
from uuid import UUID

import time_machine
from django.utils import timezone

from articles.actions.comments.commenters import email_key
from articles.actions.comments.counting import count_contributions
from articles.actions.comments.wording import text_key
from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind, CommentStatus
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment, path_of
from articles.models.editions import CurrentEdition
from articles.views.stamps import stamp
from tests.articles.public import NOW

UNDECIDED = set(CommentStatus.undecided())


def make_commenter(
    *,
    name: str = "Marta Vidal",
    email: str = "marta@example.org",
    confirmed_at: datetime.datetime | None = NOW,
    **values: Any,
) -> Commenter:
    """The reader of an address, stored on first sight; confirmed unless told otherwise."""
    fields = {"name": name, "email": email, "created_at": NOW, "confirmed_at": confirmed_at}
    commenter, _created = Commenter.objects.get_or_create(
        email_key=email_key(email), defaults=fields | values
    )
    return commenter


def make_comment(
    *,
    article_uuid: UUID,
    text: str = "Is it 38,000 tonnes?",
    commenter: Commenter | None = None,
    name: str = "Marta Vidal",
    email: str = "marta@example.org",
    parent: Comment | None = None,
    status: CommentStatus = CommentStatus.APPROVED,
    created_at: datetime.datetime = NOW,
    about: tuple[ClaimKind, str, str] | None = None,
    **values: Any,
) -> Comment:
    """Store a comment at its place in the thread, decided as its status says, and count it."""
    kind, claim, words = about or ("", "", "")
    fields = {
        "depth": parent.depth + 1 if parent else 1,
        "text_sha256": text_key(text),
        "decided_at": None if status in UNDECIDED else created_at,
    }
    comment = Comment.objects.create(
        article_uuid=article_uuid,
        parent=parent,
        commenter=commenter or make_commenter(name=name, email=email),
        name=name,
        text=text,
        status=status,
        created_at=created_at,
        about_kind=kind,
        about_id=claim,
        about_text=words,
        **(fields | values),
    )
    comment.path = path_of(comment)
    comment.save(update_fields=["path"])
    count_contributions(article_uuid)
    return comment


def make_challenge(
    current: CurrentEdition,
    *,
    claim: tuple[ClaimKind, str, str] = (ClaimKind.HIGHLIGHT, "h-3", "Compliance"),
    reason: ChallengeReason = ChallengeReason.FIGURE,
    status: ChallengeStatus = ChallengeStatus.OPEN,
    email: str = "marta@example.org",
    created_at: datetime.datetime = NOW,
    **values: Any,
) -> Challenge:
    """Store a challenge of a claim, answered as its status says, and count it."""
    kind, claim_id, words = claim
    fields = {
        "claim_kind": kind,
        "claim_id": claim_id,
        "claim_text": words,
        "text": "The report speaks of Phase III.",
        "edition_number": current.edition.number,
        "due_on": created_at.date(),
        "decided_at": None if status in ChallengeStatus.undecided() else created_at,
    }
    challenge = Challenge.objects.create(
        article_uuid=current.article_uuid,
        commenter=make_commenter(email=email),
        reason=reason,
        status=status,
        created_at=created_at,
        **(fields | values),
    )
    count_contributions(current.article_uuid)
    return challenge


def stamped(current: CurrentEdition, *, seconds: int = 60) -> str:
    """The stamp of a form of an article that was made so many seconds ago."""
    made_at = timezone.now() - datetime.timedelta(seconds=seconds)
    with time_machine.travel(made_at, tick=False):
        return stamp(current.article_uuid)
