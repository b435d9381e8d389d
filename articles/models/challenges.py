"""Readers' doubts about a claim: from the challenge to its outcome, which readers see."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind
from articles.models.commenters import Commenter
from articles.models.decided import Decided


class Challenge(Decided):
    """One claim of one edition that a reader doubts; an editor's task until it has an outcome.

    The claim is kept by value: what the reader saw stands, whatever becomes of the briefing.
    """

    article_uuid = models.UUIDField(_("article"))
    edition_number = models.PositiveIntegerField(_("edition"))
    claim_kind = models.CharField(_("kind of claim"), max_length=10, choices=ClaimKind)
    claim_id = models.CharField(_("claim"), max_length=40)
    claim_text = models.TextField(_("words of the claim"))
    commenter = models.ForeignKey(
        Commenter, verbose_name=_("made by"), on_delete=models.PROTECT, related_name="challenges"
    )
    reason = models.CharField(_("reason"), max_length=14, choices=ChallengeReason)
    text = models.TextField(_("explanation"))
    source_url = models.URLField(_("address of a source"), max_length=500, blank=True)
    network = models.CharField(_("hash of the network address"), max_length=64, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=ChallengeStatus, default=ChallengeStatus.OPEN
    )
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    due_on = models.DateField(_("due"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answer = models.TextField(_("answer"), blank=True, help_text=_("Readers see it."))
    answered_edition = models.PositiveIntegerField(_("edition that answers it"), null=True)

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")
        indexes = [
            models.Index(fields=["article_uuid", "status"], name="challenge_article_idx"),
            models.Index(fields=["status", "due_on"], name="challenge_queue_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                name="challenge_outcome_has_an_answer",
                condition=models.Q(status__in=ChallengeStatus.undecided(), decided_at__isnull=True)
                | (
                    ~models.Q(status__in=ChallengeStatus.undecided())
                    & models.Q(decided_at__isnull=False)
                    & ~models.Q(answer="")
                ),
            ),
            models.UniqueConstraint(
                name="challenge_open_once",
                fields=["article_uuid", "claim_id", "commenter"],
                condition=models.Q(status=ChallengeStatus.OPEN),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.claim_text[:60]}"
