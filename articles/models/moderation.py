"""The record of moderation: what was decided on a comment and why, reports, appeals, and rules."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import CommentReason, ModerationDeed, ModerationMode
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.decided import Decided
from articles.moderation import PatternError, check_pattern

PATTERN_ERRORS = {
    "long": _("At most 200 characters."),
    "empty": _("This pattern would find nothing at all in every text."),
    "syntax": _("This is no regular expression. Is every bracket closed?"),
    "reference": _("Look-around and references to groups are not taken: they can take very long."),
    "slow": _(
        "On some texts this would take very long. Use fewer repeats, or give each a most: “{1,20}” "
        "instead of “+”."
    ),
}


class ModerationDecision(models.Model):
    """One deed on one comment, by a rule or by a person; never changed afterwards.

    A rule leaves its code, its version, and the span of the text (characters, end exclusive) that
    it looked at; a person leaves a reason.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="decisions")
    deed = models.CharField(_("decision"), max_length=12, choices=ModerationDeed)
    made_at = models.DateTimeField(_("decided at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    rule = models.CharField(_("rule"), max_length=40, blank=True)
    rule_version = models.PositiveSmallIntegerField(_("version of the rule"), null=True)
    start = models.PositiveIntegerField(_("from character"), null=True)
    end = models.PositiveIntegerField(_("to character"), null=True)
    reason = models.CharField(_("reason"), max_length=12, choices=CommentReason, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("moderation decision")
        verbose_name_plural = _("moderation decisions")
        default_permissions = ()
        indexes = [models.Index(fields=["deed", "made_at"], name="decision_deed_idx")]

    def __str__(self) -> str:
        return f"{self.get_deed_display()}: {self.comment}"


class CommentReport(Decided):
    """A reader's notice that a comment should not stand (DSA Art. 16), and what came of it.

    `reporter` is empty where no address was given: then nobody can be told of the outcome.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        Commenter, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )
    reason = models.CharField(_("reason"), max_length=12, choices=CommentReason)
    explanation = models.TextField(_("explanation"), blank=True)
    network = models.CharField(_("hash of the network address"), max_length=64, blank=True)
    created_at = models.DateTimeField(_("reported at"), default=timezone.now)
    is_upheld = models.BooleanField(_("upheld"), null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        default_permissions = ()
        indexes = [models.Index(fields=["decided_at", "created_at"], name="report_queue_idx")]
        constraints = [
            models.UniqueConstraint(
                name="report_once_per_network",
                fields=["comment", "network"],
                condition=~models.Q(network=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.comment}"


class Appeal(Decided):
    """A commenter's objection to a rejection (DSA Art. 20); decided by somebody else."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="appeal")
    text = models.TextField(_("why the decision is wrong"))
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    is_granted = models.BooleanField(_("granted"), null=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.comment}: {self.text[:60]}"


class Thread(models.Model):
    """What a moderator has set for the comments of one article; no row, the installation's rule."""

    article_uuid = models.UUIDField(_("article"), unique=True)
    mode = models.CharField(_("moderation"), max_length=10, choices=ModerationMode, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    closing_note = models.CharField(_("why it was closed"), max_length=250, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.article_uuid)


class BlockedPattern(models.Model):
    """A word, or a pattern, that holds a comment for a moderator."""

    pattern = models.CharField(_("word or pattern"), max_length=200, unique=True)
    is_expression = models.BooleanField(
        _("is a regular expression"),
        default=False,
        help_text=_("Else whole words, in any case."),
    )
    note = models.CharField(_("why"), max_length=250, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_at = models.DateTimeField(_("added at"), default=timezone.now)

    class Meta:
        ordering = ["pattern"]
        verbose_name = _("blocked word")
        verbose_name_plural = _("blocked words")

    def __str__(self) -> str:
        return self.pattern

    def clean(self) -> None:
        """Refuse an expression that is wrong, or that could take long on some text."""
        super().clean()
        if not self.is_expression:
            return
        try:
            check_pattern(self.pattern)
        except PatternError as error:
            raise ValidationError({"pattern": PATTERN_ERRORS[error.code]}) from error
