"""A reader's notice that a comment should not stand (DSA Art. 16). Deciding on it is `deciding`."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions.comments.commenters import find_commenter
from articles.actions.comments.limits import TooManyError, limit_of
from articles.actions.comments.mailing import Writing, ask_to_confirm, send_letter
from articles.actions.comments.networks import lock_day, network_key
from articles.actions.comments.wording import email_wanted, is_email, tidy
from articles.enums import CommentReason, CommentStatus
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.moderation import CommentReport

LONGEST_EXPLANATION = 2000
# Reasons that say nothing unless somebody says more; a notice of something illegal has to.
TO_BE_EXPLAINED = (CommentReason.ILLEGAL, CommentReason.PRIVATE, CommentReason.OTHER)


def report_comment(
    *,
    comment: Comment,
    reason: str,
    now: datetime.datetime,
    explanation: str = "",
    email: str = "",
    address: str = "",
) -> CommentReport:
    """Store a notice about a public comment; it counts at once.

    Who gives an e-mail and confirms it is told of the outcome. `address` is of the network. Raises
    ValidationError with a message for each field ("reason", "explanation", "email", "form").
    """
    explanation, email = tidy(explanation), email.strip()
    if comment.status != CommentStatus.APPROVED:
        raise ValidationError({"form": _("This comment is no longer there.")})
    _check(reason=reason, explanation=explanation, email=email)
    with transaction.atomic():
        network = network_key(address=address, now=now)
        hold_to_limit(network=network, now=now)
        report = CommentReport(
            comment=comment,
            reason=reason,
            explanation=explanation,
            network=network,
            created_at=now,
        )
        _store(report)
        if email:
            reporter = find_commenter(name=_("Reader"), email=email, now=now)
            ask_to_confirm(commenter=reporter, what=Writing.REPORT, key=report.pk)
        send_letter("reported", report.pk)
    return report


def sign_report(*, report: CommentReport, commenter: Commenter) -> None:
    """Note who wrote a report, now that the address is confirmed: they are told of the outcome."""
    unsigned = CommentReport.objects.filter(pk=report.pk, reporter=None)
    if unsigned.update(reporter=commenter) and report.decided_at:
        send_letter("report_outcome", report.pk)


def hold_to_limit(*, network: str, now: datetime.datetime) -> None:
    """Refuse one notice too many from a network, whichever comments they are about.

    To be called in the transaction that stores it: until that ends, nobody else is counted.
    """
    lock_day(now=now)
    limit = limit_of("comments")
    if not limit or not network:
        return
    sent = CommentReport.objects.filter(network=network, created_at__gt=now - limit.period)
    if sent.count() >= limit.number:
        message = _("Too many reports came from your network. Please try again later.")
        raise TooManyError(message)


def _store(report: CommentReport) -> None:
    """Insert; the database knows whether the same network has reported the comment today."""
    try:
        with transaction.atomic():
            report.save(force_insert=True)
    except IntegrityError as error:
        message = _("You have reported this comment already. A moderator will look at it.")
        raise ValidationError({"form": message}) from error


def _check(*, reason: str, explanation: str, email: str) -> None:
    errors: dict[str, str] = {}
    if reason not in CommentReason.values:
        errors["reason"] = _("Please choose what is wrong with the comment.")
    elif reason in TO_BE_EXPLAINED and not explanation:
        errors["explanation"] = _("Please say in your own words what is wrong.")
    if len(explanation) > LONGEST_EXPLANATION:
        errors["explanation"] = _("Please use at most %d characters.") % LONGEST_EXPLANATION
    if email and not is_email(email):
        errors["email"] = email_wanted()
    if errors:
        raise ValidationError(errors)
