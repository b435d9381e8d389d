"""The two tasks of "Briefing review", and what an approval is: of one content, by one person.

An approval is bound to the fingerprint of the content, not to a revision number: autosave may
overwrite a revision in place, and a fingerprint cannot be overwritten.
"""

from typing import Any

from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Revision, TaskState

from articles.enums import Transition
from articles.models.fingerprints import content_fingerprint, last_content_editor_id
from articles.models.locking import lock_chain
from articles.refusals import Refusal


class FourEyesRefused(Refusal):
    """The person who wants to approve is the last one who edited the content."""

    def __init__(self, article: Any) -> None:
        message = _(
            "You were the last to edit this briefing, so somebody else has to approve it. "
            "Ask a colleague to open it and press Approve."
        )
        super().__init__(article, str(message))


class ChangedSinceOpened(Refusal):
    """What would be approved is not what the person has looked at."""

    def __init__(self, article: Any) -> None:
        message = _(
            "This briefing was changed since you opened it, so nothing was approved. "
            "Look again at what it says now, and then decide."
        )
        super().__init__(article, str(message))


class ReviewTaskState(TaskState):
    """A task on an article, with the fingerprint of what was approved."""

    content_sha256 = models.CharField(_("approved content SHA-256"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    @transaction.atomic
    def approve(self, user: Any = None, *, seen: str | None = None, **options: Any) -> Any:
        """Approve the newest content, which must have the fingerprint `seen` where one is given.

        Raises ChangedSinceOpened where it has another, FourEyesRefused for the one who edited it
        last, GateClosed where a finding blocks.
        """
        lock_chain()
        self.refresh_from_db(fields=["status"])  # somebody may have been faster
        article = self.workflow_state.content_object.specific
        revision = Revision.objects.select_for_update().get(pk=article.latest_revision_id)
        fingerprint = content_fingerprint(revision.content)
        if seen not in (None, fingerprint):
            raise ChangedSinceOpened(article)
        if user is None or user.pk == last_content_editor_id(article):
            raise FourEyesRefused(article)
        require_open_gate = import_string("articles.actions.gatekeeping.require_open_gate")
        require_open_gate(article=article, step=self.task.specific.step)
        self.revision = revision
        self.content_sha256 = fingerprint
        return super().approve(user=user, **options)


class ReviewTask(AbstractGroupApprovalTask):
    """A review by a group, in which the last editor of the content has no say."""

    task_state_class = ReviewTaskState
    step: Transition

    class Meta:
        abstract = True

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Wagtail's actions, without approval for the last editor of the content."""
        actions: list[tuple[str, Any, bool]] = super().get_actions(obj, user)
        if user.pk == last_content_editor_id(obj.specific):
            return [action for action in actions if action[0] != "approve"]
        return actions


class SourceCheckTask(ReviewTask):
    """Does every claim stand in its source, and is the owner of the source on record?"""

    step = Transition.SOURCE_CHECK

    class Meta:
        verbose_name = _("Source check")
        verbose_name_plural = _("Source checks")


class EditorialApprovalTask(ReviewTask):
    """May this be published?"""

    step = Transition.APPROVE

    class Meta:
        verbose_name = _("Editorial approval")
        verbose_name_plural = _("Editorial approvals")


def reviews_given(*, article: Any, revision: Any) -> dict[type[ReviewTask], ReviewTaskState]:
    """The newest review of each kind that was given of exactly the content of a revision.

    By somebody else than its last editor: what that person approves counts for nothing.
    """
    editor = last_content_editor_id(article, revision=revision)
    states = ReviewTaskState.objects.for_instance(article).filter(
        status=TaskState.STATUS_APPROVED, content_sha256=content_fingerprint(revision.content)
    )
    states = states.select_related("task__content_type", "finished_by").order_by("finished_at")
    by_others = (state for state in states if state.finished_by_id != editor)
    return {state.task.content_type.model_class(): state for state in by_others}


def carry_reviews(article: Any, revision: Any) -> None:
    """Let reviews hold for a newer revision that says the same: they are of a content.

    Wagtail asks for them again, because it counts revisions.
    """
    if state := article.current_workflow_state:
        approved = ReviewTaskState.objects.filter(
            workflow_state=state,
            status=TaskState.STATUS_APPROVED,
            content_sha256=content_fingerprint(revision.content),
        )
        approved.update(revision=revision)
