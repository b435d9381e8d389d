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
    """Where a comment stands."""

    UNCONFIRMED = "unconfirmed", _("Waiting for the writer to confirm the address")
    PENDING = "pending", _("Waiting for a moderator")
    HELD = "held", _("Held by a rule")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    DELETED = "deleted", _("Deleted by the writer")

    @classmethod
    def undecided(cls) -> list["CommentStatus"]:
        """Those on which nobody has decided."""
        return [cls.UNCONFIRMED, cls.PENDING, cls.HELD]

    @classmethod
    def queued(cls) -> list["CommentStatus"]:
        """Those that wait for a moderator."""
        return [cls.PENDING, cls.HELD]


class CommentState(models.TextChoices):
    """What readers see at the place of a comment."""

    SHOWN = "shown", _("Shown")
    DELETED = "deleted", _("Deleted by the writer")
    REMOVED = "removed", _("Taken down by a moderator")
    WAITING = "waiting", _("Waiting for a moderator")

    @classmethod
    def of(cls, status: CommentStatus) -> "CommentState":
        """What is left of a comment with a status, where others have answered it."""
        places = {
            CommentStatus.APPROVED: cls.SHOWN,
            CommentStatus.DELETED: cls.DELETED,
            CommentStatus.REJECTED: cls.REMOVED,
        }
        return places.get(status, cls.WAITING)


class CommentReason(models.TextChoices):
    """Why a comment is reported, or does not stand."""

    SPAM = "spam", _("Advertising or spam")
    ABUSE = "abuse", _("Insult, threat or hatred")
    ILLEGAL = "illegal", _("Against the law")
    PRIVATE = "private", _("Private details of somebody")
    FALSE = "false", _("False or misleading")
    OFF_TOPIC = "off_topic", _("Not about this briefing")
    REPEATED = "repeated", _("Said before")
    OTHER = "other", _("Another reason")


class ModerationDeed(models.TextChoices):
    """What was done with a comment."""

    QUEUED = "queued", _("Queued")
    HELD = "held", _("Held")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    EDITED = "edited", _("Edited by the writer")
    DELETED = "deleted", _("Deleted by the writer")
    KEPT = "kept", _("Kept after a report")
    RESTORED = "restored", _("Restored after an appeal")
    CONFIRMED = "confirmed", _("Rejection confirmed after an appeal")


class ModerationMode(models.TextChoices):
    """Whether a moderator reads before or after readers do."""

    BEFORE = "before", _("A moderator reads first")
    AFTER = "after", _("Shown at once, read afterwards")


class ClaimKind(models.TextChoices):
    """What a comment or a challenge is about."""

    HIGHLIGHT = "highlight", _("Highlight")
    DIRECTIVE = "directive", _("Directive")


class ChallengeReason(models.TextChoices):
    """What a reader holds against a claim."""

    FIGURE = "figure", _("A figure, date or name is wrong")
    MISREAD = "misread", _("The source does not say this")
    OUTDATED = "outdated", _("It is no longer so")
    CONTRADICTED = "contradicted", _("Another source says otherwise")
    DEPENDENT = "dependent", _("The sources are not independent")
    CONTEXT = "context", _("Something important is left out")
    OTHER = "other", _("Another reason")


class ChallengeStatus(models.TextChoices):
    """Where a challenge stands; the outcome is shown to readers."""

    UNCONFIRMED = "unconfirmed", _("Waiting for the reader to confirm the address")
    OPEN = "open", _("Being looked into")
    KEPT = "kept", _("Kept as it is")
    CORRECTED = "corrected", _("Corrected")
    SOURCE_ADDED = "source_added", _("Source added")

    @classmethod
    def undecided(cls) -> list["ChallengeStatus"]:
        """Those without an outcome."""
        return [cls.UNCONFIRMED, cls.OPEN]


class Policy(models.TextChoices):
    """What readers and machines look for at a newsroom, by the address at which it is read."""

    ABOUT = "about/", _("About")
    SOURCING = "sourcing-policy/", _("Sourcing policy")
    CORRECTIONS = "corrections-policy/", _("Corrections policy")
    CONTACT = "contact/", _("Contact")

    @property
    def link(self) -> str:
        """Where a page of this site finds it."""
        return f"/{self.value}"


class CommentPolicy(models.TextChoices):
    """Whether readers may comment on an article."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
