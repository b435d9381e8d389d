"""A moderator's decision: one comment at a time, or many at once."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.comments.deciding import MODERATE, approve_comment, reject_comment
from articles.models.comments import Comment


class RejectionForm(forms.Form):
    """Why a comment is turned down."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For the record of the newsroom; readers do not see it."),
        error_messages={"required": gettext_lazy("Say in a few words why.")},
    )


class _Decision(View):
    """What both decisions share: who may take them, on what, and where they lead back to."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(MODERATE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def comment(self) -> Comment:
        return get_object_or_404(Comment, pk=self.kwargs["pk"])

    def back(self) -> str:
        target = get_valid_next_url_from_request(self.request)
        return target or reverse("assay_comments:index")


class ApproveView(_Decision):
    """Makes a comment public."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Approve and return to the list."""
        approve_comment(comment=self.comment, user=request.user, now=timezone.now())
        text = _("The comment by %(name)s is public.") % {"name": self.comment.name}
        messages.success(request, text)
        return HttpResponseRedirect(self.back())


class RejectView(WagtailAdminTemplateMixin, _Decision, FormView[RejectionForm]):
    """Asks for the reason and keeps the comment from the public."""

    form_class = RejectionForm
    page_title = gettext_lazy("Reject comment")
    header_icon = "comment"
    template_name = "editorial/comments/reject.html"

    def form_valid(self, form: RejectionForm) -> HttpResponse:
        """Reject and return to the list."""
        reason = form.cleaned_data["reason"]
        reject_comment(
            comment=self.comment, user=self.request.user, reason=reason, now=timezone.now()
        )
        text = _("The comment by %(name)s is rejected.") % {"name": self.comment.name}
        messages.success(self.request, text)
        return HttpResponseRedirect(self.back())

    def get_page_subtitle(self) -> str:
        """Whose comment it is."""
        return self.comment.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the list, this comment."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("assay_comments:index"), "label": _("Comments")},
            {"url": "", "label": _("Reject")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the comment, and the way back."""
        return super().get_context_data(comment=self.comment, back=self.back(), **kwargs)


class _DecideOnMany(BulkAction):
    """A decision on every comment that was ticked."""

    models = [Comment]
    template_name = "editorial/comments/decide_on_many.html"

    def check_perm(self, _comment: Comment) -> bool:
        return bool(self.request.user.has_perm(MODERATE))

    def get_execution_context(self) -> dict[str, Any]:
        return {
            "user": self.request.user,
            "reason": (self.cleaned_form.cleaned_data.get("reason") or "")
            if self.cleaned_form
            else "",
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "display_name": self.display_name}


class ApproveMany(_DecideOnMany):
    """Approve what is ticked."""

    display_name = gettext_lazy("Approve")
    action_type = "approve"
    aria_label = gettext_lazy("Approve the selected comments")
    action_priority = 10

    @classmethod
    def execute_action(
        cls, objects: Sequence[Comment], user: Any = None, **_context: Any
    ) -> tuple[int, int]:
        """Approve each; returns how many."""
        for comment in objects:
            approve_comment(comment=comment, user=user, now=timezone.now())
        return len(objects), 0

    def get_success_message(self, count: int, _children: int) -> str:
        """How many are public now."""
        text = ngettext("%(count)d comment is public.", "%(count)d comments are public.", count)
        return text % {"count": count}


class RejectMany(_DecideOnMany):
    """Reject what is ticked, for one reason."""

    display_name = gettext_lazy("Reject")
    action_type = "reject"
    aria_label = gettext_lazy("Reject the selected comments")
    action_priority = 20
    classes = {"serious"}
    form_class = RejectionForm

    @classmethod
    def execute_action(
        cls, objects: Sequence[Comment], user: Any = None, reason: str = "", **_context: Any
    ) -> tuple[int, int]:
        """Reject each; returns how many."""
        for comment in objects:
            reject_comment(comment=comment, user=user, reason=reason, now=timezone.now())
        return len(objects), 0

    def get_success_message(self, count: int, _children: int) -> str:
        """How many were rejected."""
        text = ngettext("%(count)d comment rejected.", "%(count)d comments rejected.", count)
        return text % {"count": count}
