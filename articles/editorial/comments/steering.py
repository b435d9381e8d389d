"""What a moderator sets for the comments of one article, from the row of any of them."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from articles.actions.comments.steering import close_thread, reopen_thread, set_mode
from articles.editorial.comments.access import ModeratorView
from articles.editorial.comments.forms import ThreadForm
from articles.models.editions import Edition


class ThreadView(ModeratorView):
    """Closes, reopens, or says who reads first."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponse:
        """Set it and go back."""
        uuid, user, form = kwargs["uuid"], request.user, ThreadForm(request.POST)
        if not Edition.objects.filter(article_uuid=uuid).exists():
            raise Http404
        if not form.is_valid():
            raise BadRequest
        said = form.cleaned_data
        if said["deed"] == "close":
            close_thread(article_uuid=uuid, user=user, now=timezone.now(), note=said["note"])
            text = _("Comments on this briefing are closed.")
        elif said["deed"] == "reopen":
            reopen_thread(article_uuid=uuid, user=user)
            text = _("Comments on this briefing are open again.")
        else:
            set_mode(article_uuid=uuid, mode=said["mode"], user=user)
            text = _("How comments on this briefing are moderated is set.")
        messages.success(request, text)
        return HttpResponseRedirect(self.back())
