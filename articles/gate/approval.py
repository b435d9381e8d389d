"""Four eyes: were both reviews of exactly this content given, by someone other than its editor?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState

from articles.gate import findings
from articles.gate.findings import Finding
from articles.models.fingerprints import content_fingerprint, last_content_editor_id
from articles.models.pages import ArticlePage
from articles.models.workflow import EditorialApprovalTask, ReviewTaskState, SourceCheckTask


def approval_findings(*, article: ArticlePage, revision: Revision) -> Iterator[Finding]:
    """What is missing before this revision may be published."""
    approvers = _approvers(article, content_fingerprint(revision.content))
    editor = last_content_editor_id(article, revision=revision)
    if not approvers.get(SourceCheckTask, set()) - {editor}:
        yield Finding(findings.NOT_CHECKED, _("Nobody has checked the sources of this version."))
    if not approvers.get(EditorialApprovalTask, set()) - {editor}:
        yield Finding(findings.NOT_APPROVED, _("Nobody has approved this version."))


def _approvers(article: ArticlePage, fingerprint: str) -> dict[type, set[int | None]]:
    states = ReviewTaskState.objects.for_instance(article).filter(
        status=TaskState.STATUS_APPROVED, content_sha256=fingerprint
    )
    approvers: dict[type, set[int | None]] = {}
    for state in states.select_related("task__content_type"):
        task = state.task.content_type.model_class()
        approvers.setdefault(task, set()).add(state.finished_by_id)
    return approvers
