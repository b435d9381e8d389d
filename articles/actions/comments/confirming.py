"""An address is confirmed with a button behind a link, since programs that scan mail open links."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Manager
from django.utils.translation import gettext as _

from articles.actions.comments.challenging import take_challenge
from articles.actions.comments.links import Link, LinkError
from articles.actions.comments.mailing import Writing
from articles.actions.comments.posting import banned, take_comment
from articles.actions.comments.reporting import sign_report
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.moderation import CommentReport


@dataclass(frozen=True)
class Confirmable:
    """What a confirmation link is about."""

    commenter: Commenter
    what: Writing
    row: Comment | CommentReport | Challenge


def confirmation_needed(*, commenter: Commenter, is_signed_in: bool) -> bool:
    """Whether a letter must show that the address is theirs: always, but for who signed in.

    That an address was confirmed before proves nothing of who types it today.
    """
    return not (is_signed_in and commenter.user_id)


def read_confirmation(token: str) -> Confirmable:
    """What a link confirms; raises LinkError."""
    commenter_id, what, key = Link.CONFIRM.read(token)
    row = _WRITTEN[Writing(what)].filter(pk=key).first()
    commenter = Commenter.objects.filter(pk=commenter_id, erased_at=None).first()
    if row is None or commenter is None:
        raise LinkError(_("What you wrote is no longer here: it was not confirmed in time."))
    return Confirmable(commenter=commenter, what=Writing(what), row=row)


@transaction.atomic
def confirm(*, token: str, now: datetime.datetime) -> Confirmable:
    """Confirm the address and take what was written; a second time changes nothing.

    Raises LinkError, also where nothing is taken from the holder of the address any more, or not
    this, or not now.
    """
    found = read_confirmation(token)
    if found.commenter.is_banned:
        raise LinkError(banned(found.commenter))
    unconfirmed = Commenter.objects.filter(pk=found.commenter.pk, confirmed_at=None)
    unconfirmed.update(confirmed_at=now)
    if isinstance(found.row, Comment):
        # What they call themselves stands in letters to them; anybody can have given their address.
        Commenter.objects.filter(pk=found.commenter.pk).update(name=found.row.name)
    try:
        _TAKE[found.what](found, now)
    except ValidationError as error:
        raise LinkError(error.messages[0]) from error
    return found


def _take_comment(found: Confirmable, now: datetime.datetime) -> None:
    take_comment(comment=Comment.objects.get(pk=found.row.pk), now=now)


def _take_challenge(found: Confirmable, now: datetime.datetime) -> None:
    take_challenge(challenge=Challenge.objects.get(pk=found.row.pk), now=now)


def _take_report(found: Confirmable, _now: datetime.datetime) -> None:
    """A report counts without an address; the confirmed one is for telling of the outcome."""
    report = CommentReport.objects.get(pk=found.row.pk)
    sign_report(report=report, commenter=found.commenter)


_WRITTEN: Mapping[Writing, Manager[Any]] = {
    Writing.COMMENT: Comment.objects,
    Writing.REPORT: CommentReport.objects,
    Writing.CHALLENGE: Challenge.objects,
}
_TAKE: Mapping[Writing, Callable[[Confirmable, datetime.datetime], None]] = {
    Writing.COMMENT: _take_comment,
    Writing.REPORT: _take_report,
    Writing.CHALLENGE: _take_challenge,
}
