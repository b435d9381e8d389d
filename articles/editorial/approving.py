"""Approving in the admin: of the words that were looked at, not of what was saved meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.forms import TaskStateCommentForm

from articles.models.fingerprints import content_fingerprint
from articles.models.workflow import ChangedSinceOpened

APPROVE = "approve"


class ApprovalForm(TaskStateCommentForm):
    """Wagtail's form for a comment, with the fingerprint of what was on the screen."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class ArticleWorkflowActionView(WorkflowActionView):
    """The address that Checks posts to, and Wagtail's modal."""

    def get_form_class(self) -> Callable[..., forms.Form]:
        """For an approval the form that says what was seen; the task compares it."""
        if self.action_name != APPROVE:
            form: Callable[..., forms.Form] = super().get_form_class()
            return form
        seen = seen_in(self.object.get_latest_revision())
        return partial(ApprovalForm, initial={"seen": seen})


class ArticleEditView(EditView):
    """The editor, whose form holds the words that are approved."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse to approve from a form that is out of date, before it is saved over newer words.

        Raises ChangedSinceOpened.
        """
        is_approval = (
            "action-workflow-action" in request.POST
            and request.POST.get("workflow-action-name") == APPROVE
        )
        if is_approval and self.is_out_of_date:
            raise ChangedSinceOpened(self.page.specific)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


def seen_in(revision: Any) -> str:
    """What a screen that shows a revision says of it."""
    return content_fingerprint(revision.content) if revision else ""
