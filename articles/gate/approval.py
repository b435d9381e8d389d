"""Four eyes: were both reviews of exactly this content given, by someone other than its editor?"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision, WorkflowState

from articles.gate import findings
from articles.gate.findings import Finding
from articles.models.pages import ArticlePage
from articles.models.workflow import (
    EditorialApprovalTask,
    ReviewTask,
    SourceCheckTask,
    reviews_given,
)

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


def approval_findings(
    *,
    article: ArticlePage,
    revision: Revision,
    given: Collection[type[ReviewTask]] | None = None,
) -> Iterator[Finding]:
    """What is missing before this revision may be published.

    `given` are the reviews of its content, where somebody has read them already.
    """
    if given is None:
        given = reviews_given(article=article, revision=revision)
    lacking = [Finding(rule, str(message)) for task, rule, message in REVIEWS if task not in given]
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
