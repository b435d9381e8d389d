"""What readers say about an article. Keyed to its uuid, so that it survives moves and renames."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import CommentStatus


class Comment(models.Model):
    """One contribution to the thread of an article; public once approved."""

    article_uuid = models.UUIDField(_("article"), db_index=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("reply to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies",
    )
    name = models.CharField(_("name"), max_length=80)
    email = models.EmailField(_("e-mail"))
    text = models.TextField(_("text"))
    status = models.CharField(
        _("status"), max_length=10, choices=CommentStatus, default=CommentStatus.PENDING
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decision_note = models.CharField(_("reason"), max_length=250, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(
                fields=["article_uuid", "status", "created_at"],
                name="comment_thread_idx",
            ),
            models.Index(fields=["status", "created_at"], name="comment_queue_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                name="comment_decided_or_pending",
                condition=models.Q(status=CommentStatus.PENDING, decided_at__isnull=True)
                | (~models.Q(status=CommentStatus.PENDING) & models.Q(decided_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"
