"""One comment with its whole history, and the decision on an objection."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.comments.appealing import decide_appeal, may_decide
from articles.editorial.comments.access import OnComment
from articles.editorial.comments.forms import AppealForm
from articles.editorial.comments.marks import pieces
from articles.models.moderation import Appeal


class CommentView(OnComment, WagtailAdminTemplateMixin, TemplateView):
    """A comment: its text with what the rules found, every decision, every report."""

    page_title = gettext_lazy("Comment")
    header_icon = "comment"
    template_name = "editorial/comments/comment.html"

    def get_page_subtitle(self) -> str:
        """Whose comment it is."""
        return self.comment.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With all that is on record."""
        decisions = list(self.comment.decisions.select_related("made_by"))
        return super().get_context_data(
            comment=self.comment,
            pieces=pieces(self.comment.text, decisions),
            decisions=decisions,
            reports=self.comment.reports.select_related("decided_by"),
            appeal=getattr(self.comment, "appeal", None),
            **kwargs,
        )


class AppealView(OnComment, WagtailAdminTemplateMixin, FormView[AppealForm]):
    """The decision on an objection, by somebody who did not reject the comment."""

    form_class = AppealForm
    page_title = gettext_lazy("Decide on an objection")
    header_icon = "comment"
    template_name = "editorial/comments/appeal.html"

    @cached_property
    def appeal(self) -> Appeal:
        """The objection that waits."""
        found: Appeal | None = getattr(self.comment, "appeal", None)
        if found is None:
            raise Http404
        return found

    def form_valid(self, form: AppealForm) -> HttpResponse:
        """Decide and return to the list."""
        said = form.cleaned_data
        try:
            decide_appeal(
                appeal=self.appeal,
                user=self.request.user,
                is_granted=said["outcome"] == "granted",
                answer=said["answer"],
                now=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        except PermissionDenied as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        text = _("%(name)s has been told of your decision.") % {"name": self.comment.name}
        messages.success(self.request, text)
        return HttpResponseRedirect(self.back())

    def get_page_subtitle(self) -> str:
        """Who objects."""
        return self.comment.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the comment, the decision, and whether this person may decide."""
        return super().get_context_data(
            comment=self.comment,
            appeal=self.appeal,
            may_decide=may_decide(appeal=self.appeal, user=self.request.user),
            back=self.back(),
            **kwargs,
        )
