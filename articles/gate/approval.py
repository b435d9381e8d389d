"""Four eyes: were both reviews of exactly this content given, by someone other than its editor?"""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision, TaskState, WorkflowState

from articles.gate import findings
from articles.gate.findings import Finding
from articles.models.fingerprints import content_fingerprint, last_content_editor_id
from articles.models.pages import ArticlePage
from articles.models.workflow import EditorialApprovalTask, ReviewTaskState, SourceCheckTask

REVIEWS = (
    (
        SourceCheckTask,
        findings.NOT_CHECKED,
        gettext_lazy("Nobody has checked the sources of this version."),
    ),
    (
        EditorialApprovalTask,
        findings.NOT_APPROVED,
        gettext_lazy("Nobody has approved this version."),
    ),
)


def approval_findings(*, article: ArticlePage, revision: Revision) -> Iterator[Finding]:
    """What is missing before this revision may be published."""
    approvers = _approvers(article, content_fingerprint(revision.content))
    editor = last_content_editor_id(article, revision=revision)
    lacking = [
        Finding(rule, str(message))
        for task, rule, message in REVIEWS
        if not approvers.get(task, set()) - {editor}
    ]
    advice = _advice(article) if lacking else ""
    yield from (replace(finding, advice=advice) for finding in lacking)


def _advice(article: ArticlePage) -> str:
    """What to do where a review has begun; empty where none has: then it has to be submitted."""
    state = article.current_workflow_state
    if state is None:
        return ""
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("Changes were asked for: make them and submit the briefing again.")
    task = state.current_task_state.task.name
    message = _("The review is under way: “%(task)s” waits for somebody who did not edit it last.")
    return message % {"task": task}


def _approvers(article: ArticlePage, fingerprint: str) -> dict[type, set[int | None]]:
    states = ReviewTaskState.objects.for_instance(article).filter(
        status=TaskState.STATUS_APPROVED, content_sha256=fingerprint
    )
    approvers: dict[type, set[int | None]] = {}
    for state in states.select_related("task__content_type"):
        task = state.task.content_type.model_class()
        approvers.setdefault(task, set()).add(state.finished_by_id)
    return approvers
