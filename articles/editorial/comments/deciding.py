"""A moderator's decision: on one comment, or on many at once."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.editorial.comments.access import OnComment, may_moderate
from articles.editorial.comments.forms import RejectionForm
from articles.models.comments import Comment


class ApproveView(OnComment):
    """Makes a comment public, or keeps what was reported."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Approve and return to the list."""
        try:
            approve_comment(comment=self.comment, user=request.user, now=timezone.now())
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            text = _("The comment by %(name)s is public.") % {"name": self.comment.name}
            messages.success(request, text)
        return HttpResponseRedirect(self.back())


class RejectView(OnComment, WagtailAdminTemplateMixin, FormView[RejectionForm]):
    """Asks for the reason and keeps the comment from the public."""

    form_class = RejectionForm
    page_title = gettext_lazy("Reject comment")
    header_icon = "comment"
    template_name = "editorial/comments/reject.html"

    def form_valid(self, form: RejectionForm) -> HttpResponse:
        """Reject and return to the list."""
        try:
            reject_comment(
                comment=self.comment,
                user=self.request.user,
                now=timezone.now(),
                **form.cleaned_data,
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        text = _("The comment by %(name)s is rejected.") % {"name": self.comment.name}
        messages.success(self.request, text)
        return HttpResponseRedirect(self.back())

    def get_page_subtitle(self) -> str:
        """Whose comment it is."""
        return self.comment.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the comment, and the way back."""
        return super().get_context_data(comment=self.comment, back=self.back(), **kwargs)


class _DecideOnMany(BulkAction):
    """A decision on every comment that was ticked; one that cannot be taken is left out."""

    models = [Comment]
    template_name = "editorial/comments/decide_on_many.html"
    decide: ClassVar[Callable[..., object]]  # the action, of each comment

    def check_perm(self, _comment: Comment) -> bool:
        return may_moderate(self.request.user)

    def get_all_objects_in_listing_query(self, _parent_id: object) -> QuerySet[Comment]:
        """Nothing: Wagtail would take every comment of the site, also what nobody has looked at."""
        return Comment.objects.none()

    def get_execution_context(self) -> dict[str, Any]:
        said = self.cleaned_form.cleaned_data if self.cleaned_form else {}
        return {"user": self.request.user, **said}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "display_name": self.display_name}

    @classmethod
    def execute_action(cls, objects: Sequence[Comment], **context: Any) -> tuple[int, int]:
        """Decide on each; returns how many."""
        decided = 0
        for comment in objects:
            try:
                cls.decide(comment=comment, now=timezone.now(), **context)
            except ValidationError:  # deleted meanwhile, or not confirmed yet
                continue
            decided += 1
        return decided, 0


class ApproveMany(_DecideOnMany):
    """Approve what is ticked."""

    display_name = gettext_lazy("Approve")
    action_type = "approve"
    aria_label = gettext_lazy("Approve the selected comments")
    action_priority = 10
    decide = staticmethod(approve_comment)

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
    decide = staticmethod(reject_comment)

    def get_success_message(self, count: int, _children: int) -> str:
        """How many were rejected."""
        text = ngettext("%(count)d comment rejected.", "%(count)d comments rejected.", count)
        return text % {"count": count}
