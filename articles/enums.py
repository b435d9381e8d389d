"""The choices of the upper domain, with the behaviour that belongs to a choice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionKind(models.TextChoices):
    """Why an edition was issued; readers see the label."""

    PUBLISHED = "published", _("Published")
    UPDATED = "updated", _("Updated")
    CORRECTED = "corrected", _("Corrected")
    CLARIFIED = "clarified", _("Clarified")
    PROVENANCE = "provenance", _("Ownership record changed")
    MOVED = "moved", _("Moved")
    RETRACTED = "retracted", _("Retracted")
    WITHDRAWN = "withdrawn", _("Withdrawn")

    @property
    def is_public(self) -> bool:
        """Whether an article whose newest edition is of this kind can be read."""
        return self not in (EditionKind.RETRACTED, EditionKind.WITHDRAWN)

    @property
    def is_correction(self) -> bool:
        """Whether readers are told what was wrong (the corrections log)."""
        return self in (
            EditionKind.CORRECTED,
            EditionKind.CLARIFIED,
            EditionKind.RETRACTED,
        )


class ChangeKind(models.TextChoices):
    """What an editor says of the next edition while preparing it."""

    UPDATED = EditionKind.UPDATED.value, _("Update: there is something new")
    CORRECTED = EditionKind.CORRECTED.value, _("Correction: something was wrong")
    CLARIFIED = EditionKind.CLARIFIED.value, _("Clarification: something was unclear")

    @classmethod
    def corrections(cls) -> list["ChangeKind"]:
        """Those of which readers are told what was wrong."""
        return [kind for kind in cls if EditionKind(kind.value).is_correction]


class Transition(models.TextChoices):
    """The steps of a briefing on its way out, in their order; the gate stands before each."""

    SUBMIT = "submit", _("Submission")
    SOURCE_CHECK = "source-check", _("Source check")
    APPROVE = "approve", _("Editorial approval")
    PUBLISH = "publish", _("Publication")

    @property
    def position(self) -> int:
        """Its place in the order, counted from 0."""
        return list(Transition).index(self)


class DirectiveForce(models.TextChoices):
    """How binding a directive is on its addressee."""

    ORDER = "order", _("Order")
    GUIDANCE = "guidance", _("Guidance")
    TARGET = "target", _("Target")


class DirectiveStatus(models.TextChoices):
    """How far a directive has been carried out."""

    ANNOUNCED = "announced", _("Announced")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    OVERDUE = "overdue", _("Overdue")
    DROPPED = "dropped", _("Dropped")


class CommentStatus(models.TextChoices):
    """What a moderator decided."""

    PENDING = "pending", _("Waiting for a moderator")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")


class CommentPolicy(models.TextChoices):
    """Whether readers may comment on an article."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
