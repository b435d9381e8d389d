"""The Checks screen: findings, provenance and reviews of the saved draft, and the next step."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from articles.editorial.approving import seen_in
from articles.editorial.checks import read_checks
from articles.editorial.next_step import NextStep, Step, next_step
from articles.editorial.publishing import publish_latest
from articles.editorial.screens import ArticleScreen
from articles.models.workflow import ReviewTaskState


class ChecksView(ArticleScreen):
    """What the gate says, and the button for what comes next."""

    name = "checks"
    page_title = gettext_lazy("Checks")
    header_icon = "tasks"
    template_name = "editorial/checks.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With findings, provenance, reviews and the next step."""
        step = next_step(article=self.article, user=self.request.user)
        checks = read_checks(self.article)
        return super().get_context_data(
            checks=checks,
            seen=seen_in(checks.revision) if checks else "",
            reviews=reviews_of(self.article),
            step=step,
            step_url=self.step_url(step),
            history_url=reverse("wagtailadmin_pages:history", args=[self.article.pk]),
            **kwargs,
        )

    def step_url(self, step: NextStep) -> str:
        """Where the button of a step posts to."""
        if step.step is Step.APPROVE and step.task_state:
            arguments = [self.article.pk, "approve", step.task_state.pk]
            address = reverse("wagtailadmin_pages:workflow_action", args=arguments)
            return f"{address}?next={self.request.path}"
        return self.request.path

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Submit or publish; whatever else the form says is no longer the next step."""
        step = next_step(article=self.article, user=request.user).step
        if request.POST.get("step") != step:
            messages.warning(request, _("Something has changed meanwhile. Please look again."))
        elif step is Step.SUBMIT:
            self._submit()
        elif step is Step.PUBLISH:
            publish_latest(request=request, article=self.article)
        else:
            raise PermissionDenied
        return HttpResponseRedirect(request.path)

    def _submit(self) -> None:
        state = self.article.current_workflow_state
        if state:
            state.resume(self.request.user)
        else:
            self.article.get_workflow().start(self.article, self.request.user)
        messages.success(self.request, _("Submitted. Somebody else checks and approves it now."))


def reviews_of(article: Any) -> list[ReviewTaskState]:
    """What reviewers decided on the article so far, newest first."""
    states = ReviewTaskState.objects.for_instance(article).select_related("task", "finished_by")
    return list(states.order_by("-started_at")[:10])
