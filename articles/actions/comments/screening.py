"""What the rules say of a comment, put on record, and where it goes once its writer is known.

`screen_comment` is called whenever a text is written or edited, `admit_comment` as soon as the
writer's address is confirmed: only then does anybody see it.
"""

import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext, override

from articles.actions.comments.counting import count_contributions
from articles.enums import CommentStatus, ModerationDeed
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.moderation import BlockedPattern, ModerationDecision, Thread
from articles.models.snippets import Author
from articles.moderation import Blocked, Context, Finding, Verdict, Weight, screen

LATELY = datetime.timedelta(days=90)  # a rejection within it undoes trust
FEWEST_COPIED = 20  # characters below which the same words are no repetition
FIRST, TRUSTED, AFTER, STAFF = "first", "trusted", "after", "staff"  # the rules on who reads first
VERSION = 1
OF_THE_SENDER = ("trap", "haste")  # what they found is not undone by another text


@transaction.atomic
def screen_comment(
    *, comment: Comment, now: datetime.datetime, seconds: float | None = None, trap: str = ""
) -> Verdict:
    """Ask the rules about a text as it is now, and keep what each found with its span.

    `seconds` passed between the form and the answer, `trap` is what stood in the hidden field.
    """
    context = _context(comment, now=now, seconds=seconds, trap=trap)
    verdict = screen(text=comment.text, name=comment.name, context=context)
    ModerationDecision.objects.bulk_create(
        _decision(comment, finding, now) for finding in verdict.findings
    )
    return verdict


@transaction.atomic
def admit_comment(*, comment: Comment, now: datetime.datetime) -> Comment:
    """Let a comment in whose writer is confirmed: to readers, to the queue, or held.

    What a moderator has decided or the writer has deleted stays as it is.
    """
    comment.refresh_from_db(from_queryset=Comment.objects.select_for_update(of=("self",)))
    if comment.status in (CommentStatus.REJECTED, CommentStatus.DELETED):
        return comment
    comment.status, rule = _standing(comment, now)
    comment.decided_at = now if comment.status == CommentStatus.APPROVED else None
    comment.decided_by = None
    comment.save(update_fields=["status", "decided_at", "decided_by"])
    if rule:
        is_public = comment.status == CommentStatus.APPROVED
        ModerationDecision.objects.create(
            comment=comment,
            deed=ModerationDeed.APPROVED if is_public else ModerationDeed.QUEUED,
            made_at=now,
            rule=rule,
            rule_version=VERSION,
        )
    count_contributions(comment.article_uuid)
    return comment


def note_finding(*, comment: Comment, finding: Finding, now: datetime.datetime) -> None:
    """Keep what a rule found that is asked elsewhere, such as Akismet."""
    _decision(comment, finding, now).save(force_insert=True)


def _standing(comment: Comment, now: datetime.datetime) -> tuple[CommentStatus, str]:
    """Where it goes, and the rule on who reads first, where that is what decided."""
    if comment.is_by_staff:
        return CommentStatus.APPROVED, STAFF
    since = comment.edited_at or comment.created_at
    in_force = Q(made_at__gte=since) | Q(rule__in=OF_THE_SENDER)
    found = comment.decisions.filter(in_force).exclude(rule="")
    deeds = set(found.values_list("deed", flat=True))
    if ModerationDeed.HELD in deeds:
        return CommentStatus.HELD, ""
    if ModerationDeed.QUEUED in deeds:
        return CommentStatus.PENDING, ""
    mode = _mode(comment)
    if mode == AFTER:
        return CommentStatus.APPROVED, AFTER
    if not mode and is_trusted(comment.commenter, now=now):
        return CommentStatus.APPROVED, TRUSTED
    return CommentStatus.PENDING, FIRST


def is_trusted(commenter: Commenter, *, now: datetime.datetime) -> bool:
    """Whether enough of what a confirmed commenter wrote was approved, and nothing was rejected
    lately.
    """
    enough: int = settings.COMMENTS_TRUSTED_AFTER
    if not enough or not commenter.confirmed_at or commenter.is_banned:
        return False
    counts = commenter.comments.aggregate(
        approved=Count("pk", filter=Q(status=CommentStatus.APPROVED)),
        rejected=Count("pk", filter=Q(status=CommentStatus.REJECTED, decided_at__gte=now - LATELY)),
    )
    return bool(counts["approved"] >= enough and not counts["rejected"])


def _context(
    comment: Comment, *, now: datetime.datetime, seconds: float | None, trap: str
) -> Context:
    return Context(
        mode=_mode(comment),
        is_trusted=is_trusted(comment.commenter, now=now),
        seconds=seconds,
        trap=trap,
        copies=_copies(comment),
        most_links=settings.COMMENTS_MOST_LINKS,
        blocked=tuple(
            Blocked(*row) for row in BlockedPattern.objects.values_list("pattern", "is_expression")
        ),
        newsroom=() if comment.is_by_staff else _newsroom(),
    )


def _newsroom() -> tuple[str, ...]:
    """What the site, its authors and those with an account are called."""
    people = get_user_model().objects.filter(is_active=True).exclude(last_name="")
    accounts = (person.get_full_name() for person in people.only("first_name", "last_name"))
    authors = Author.objects.values_list("name", flat=True)
    return (settings.SITE_NAME, *authors, *accounts)


def _mode(comment: Comment) -> str:
    thread = Thread.objects.filter(article_uuid=comment.article_uuid).only("mode").first()
    return thread.mode if thread else ""


def _copies(comment: Comment) -> int:
    """How often the same words stand elsewhere, whoever wrote them."""
    if len(comment.text) < FEWEST_COPIED:
        return 0
    same = Comment.objects.filter(text_sha256=comment.text_sha256)
    return same.exclude(pk=comment.pk).exclude(status=CommentStatus.DELETED).count()


def _decision(comment: Comment, finding: Finding, now: datetime.datetime) -> ModerationDecision:
    is_heavy = finding.weight is Weight.HEAVY
    return ModerationDecision(
        comment=comment,
        deed=ModerationDeed.HELD if is_heavy else ModerationDeed.QUEUED,
        made_at=now,
        rule=finding.rule,
        rule_version=finding.version,
        start=finding.start,
        end=finding.end,
        note=_words(finding)[:250],
    )


def _words(finding: Finding) -> str:
    """What it says, in the language of the newsroom, whatever the reader's."""
    with override(settings.LANGUAGE_CODE):
        return gettext(finding.says) % finding.values
