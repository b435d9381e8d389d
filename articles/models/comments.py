"""What readers say about an article. Keyed to its uuid, so that it survives moves and renames."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ClaimKind, CommentReason, CommentStatus
from articles.models.commenters import Commenter
from articles.models.decided import Decided

DEEPEST = 90  # levels that `path` has room for, the top included
STEP = 11  # digits of one level in `path`


class Comment(Decided):
    """One contribution to the thread of an article; public once approved.

    `path` holds the thread in reading order: the path of the parent, then the own key as STEP
    digits. Ordering by it walks the tree depth first, and any page of a thread is one index range.
    """

    article_uuid = models.UUIDField(_("article"))
    parent = models.ForeignKey(
        "self",
        verbose_name=_("reply to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies",
    )
    path = models.CharField(_("place in the thread"), max_length=DEEPEST * STEP, blank=True)
    depth = models.PositiveSmallIntegerField(_("level"), default=1)
    commenter = models.ForeignKey(
        Commenter, verbose_name=_("written by"), on_delete=models.PROTECT, related_name="comments"
    )
    name = models.CharField(_("name"), max_length=80)
    is_by_staff = models.BooleanField(_("by the newsroom"), default=False)
    text = models.TextField(_("text"))
    text_sha256 = models.CharField(_("SHA-256 of the folded text"), max_length=64)
    about_kind = models.CharField(_("about"), max_length=10, choices=ClaimKind, blank=True)
    about_id = models.CharField(_("claim"), max_length=40, blank=True)
    about_text = models.TextField(_("words of the claim"), blank=True)
    network = models.CharField(_("hash of the network address"), max_length=64, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=CommentStatus, default=CommentStatus.PENDING
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)
    decision_reason = models.CharField(
        _("reason"), max_length=12, choices=CommentReason, blank=True
    )
    decision_note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(fields=["article_uuid", "path"], name="comment_thread_idx"),
            models.Index(fields=["status", "created_at"], name="comment_queue_idx"),
            models.Index(fields=["article_uuid", "status"], name="comment_count_idx"),
            models.Index(fields=["text_sha256"], name="comment_copies_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                name="comment_decided_or_undecided",
                condition=models.Q(status=CommentStatus.DELETED)
                | models.Q(status__in=CommentStatus.undecided(), decided_at__isnull=True)
                | models.Q(
                    status__in=[CommentStatus.APPROVED, CommentStatus.REJECTED],
                    decided_at__isnull=False,
                ),
            ),
            models.UniqueConstraint(
                name="comment_sent_once",
                fields=["article_uuid", "commenter", "text_sha256"],
                condition=models.Q(status=CommentStatus.UNCONFIRMED),
            ),
            models.UniqueConstraint(
                name="comment_said_once",
                fields=["article_uuid", "commenter", "text_sha256"],
                condition=~models.Q(status__in=[CommentStatus.UNCONFIRMED, CommentStatus.DELETED]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


def path_of(comment: Comment) -> str:
    """The place of a stored comment in its thread."""
    above = comment.parent.path if comment.parent else ""
    return f"{above}{comment.pk:0{STEP}d}"
