"""What comes next for a draft and the person who looks at it: each screen's primary button."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, Task, TaskState

from articles.gate import approval_findings
from articles.models.pages import ArticlePage


class Step(StrEnum):
    """The steps of a briefing on its way out."""

    EDIT = "edit"
    SUBMIT = "submit"
    APPROVE = "approve"
    PUBLISH = "publish"
    WAIT = "wait"


@dataclass(frozen=True)
class NextStep:
    """A step, what its button says, and the task it answers to."""

    step: Step
    label: str | Promise
    task_state: TaskState | None = None


def next_step(*, article: ArticlePage, user: Any) -> NextStep:
    """The next step for this person, of the content that was saved last."""
    task = article.current_workflow_task
    if task and may_approve(article=article, user=user):
        label = approve_label(article)
        return NextStep(Step.APPROVE, label, article.current_workflow_task_state)
    if task:
        return NextStep(Step.WAIT, _("Waiting for somebody else’s review"))
    permissions = article.permissions_for_user(user)
    if has_unpublished_content(article) and is_approved(article):
        if permissions.can_publish():
            return NextStep(Step.PUBLISH, _("Publish"))
        return NextStep(Step.WAIT, _("Approved, waiting for an editor to publish it"))
    if has_unpublished_content(article) and permissions.can_submit_for_moderation():
        return NextStep(Step.SUBMIT, submit_label(article))
    return NextStep(Step.EDIT, _("Edit"))


def may_approve(*, article: ArticlePage, user: Any) -> bool:
    """Whether the task at hand is this person's to approve."""
    task = article.current_workflow_task
    return bool(task) and offers_approval(task=task, article=article, user=user)


def offers_approval(*, task: Task, article: ArticlePage, user: Any) -> bool:
    """Whether a task lets this person approve the article."""
    return any(name == "approve" for name, _label, _modal in task.get_actions(article, user))


def is_approved(article: ArticlePage) -> bool:
    """Whether both reviews of exactly the newest content were given."""
    revision: Revision | None = article.get_latest_revision()
    return revision is not None and not any(approval_findings(article=article, revision=revision))


def has_unpublished_content(article: ArticlePage) -> bool:
    """Whether there is a draft that readers do not have yet."""
    return not article.live or article.has_unpublished_changes


def approve_label(article: ArticlePage) -> str | Promise:
    """What approving does: the last approval publishes, and says so."""
    state = article.current_workflow_state
    if not state or not state.is_at_final_task:
        return _("Approve")
    if article.go_live_at and article.go_live_at > timezone.now():
        return _("Approve and schedule")
    return _("Approve and publish")


def submit_label(article: ArticlePage) -> str:
    """Names the workflow, as Wagtail's own button does."""
    workflow = article.get_workflow()
    name = workflow.name if workflow else _("review")
    return str(_("Submit to %(workflow)s") % {"workflow": name})
