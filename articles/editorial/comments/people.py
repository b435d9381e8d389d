"""A commenter's record, and the ban."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.comments.banning import ban_commenter, lift_ban
from articles.editorial.comments.access import ModeratorView
from articles.editorial.comments.forms import BanForm
from articles.editorial.comments.queue import with_all_that_counts
from articles.models.commenters import Commenter
from articles.models.comments import Comment

MOST_SHOWN = 50


class _OnCommenter(ModeratorView):
    @cached_property
    def commenter(self) -> Commenter:
        """The commenter of the address."""
        rows = Commenter.objects.select_related("banned_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class CommenterView(_OnCommenter, WagtailAdminTemplateMixin, FormView[BanForm]):
    """What somebody wrote and what became of it; here they are banned."""

    form_class = BanForm
    page_title = gettext_lazy("Commenter")
    header_icon = "user"
    template_name = "editorial/comments/commenter.html"

    def form_valid(self, form: BanForm) -> HttpResponse:
        """Take nothing more from them."""
        ban_commenter(
            commenter=self.commenter,
            reason=form.cleaned_data["reason"],
            user=self.request.user,
            now=timezone.now(),
        )
        text = _("%(name)s is banned.") % {"name": self.commenter.name}
        messages.success(self.request, text)
        return HttpResponseRedirect(self.request.path)

    def get_page_subtitle(self) -> str:
        """Who it is."""
        return self.commenter.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the newest comments, each with its record."""
        written = Comment.objects.filter(commenter=self.commenter).order_by("-created_at", "-pk")
        return super().get_context_data(
            commenter=self.commenter,
            comments=with_all_that_counts(written)[:MOST_SHOWN],
            **kwargs,
        )


class LiftBanView(_OnCommenter):
    """Takes comments of somebody again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Lift the ban and go back."""
        lift_ban(commenter=self.commenter, user=request.user)
        text = _("Comments by %(name)s are taken again.") % {"name": self.commenter.name}
        messages.success(request, text)
        return HttpResponseRedirect(self.back())
