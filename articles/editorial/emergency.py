"""Publishing in an emergency: the form, and the task that stays until somebody else has looked."""

from collections.abc import Mapping, MutableSequence
from typing import Any

from django import forms
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from articles.actions.emergency import (
    PERMISSION,
    acknowledge,
    may_publish_in_emergency,
    publish_in_emergency,
)
from articles.editorial.checks import read_checks
from articles.editorial.publishing import tell_of_publication
from articles.editorial.screens import ArticleScreen
from articles.models.emergencies import EmergencyPublication


class EmergencyForm(forms.Form):
    """Why it cannot wait, and the second thought."""

    reason = forms.CharField(
        label=gettext_lazy("Why can it not wait for its reviews?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "For the history and for the chief editors. Readers are not shown it."
        ),
        error_messages={"required": gettext_lazy("Say why. Your colleagues will ask.")},
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("I have read the text against its sources and answer for it"),
        error_messages={"required": gettext_lazy("Nobody else has: somebody has to answer.")},
    )


class EmergencyView(ArticleScreen):
    """Asks for the reason and a second thought, and publishes."""

    name = "emergency"
    page_title = gettext_lazy("Publish in an emergency")
    header_icon = "warning"
    template_name = "editorial/emergency.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise PermissionDenied for those who may not."""
        if not may_publish_in_emergency(article=self.article, user=request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Publish; a refusal is told on the Checks screen."""
        form = EmergencyForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        done = publish_in_emergency(
            article=self.article, reason=form.cleaned_data["reason"], user=request.user
        )
        self.article.refresh_from_db()
        tell_of_publication(request=request, article=self.article, edition=done.edition)
        return HttpResponseRedirect(reverse("assay_checks", args=[self.article.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the form and what the gate says."""
        kwargs.setdefault("form", EmergencyForm())
        return super().get_context_data(checks=read_checks(self.article), **kwargs)


class EmergencyPanel(Component):
    """What was published without its reviews and nobody else has looked at yet."""

    name = "emergencies"
    template_name = "editorial/emergencies.html"
    order = 90

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect it for those who could have done it themselves."""
        request = parent_context["request"]
        emergencies = emergencies_for(request.user)
        return {"emergencies": emergencies, "csrf_token": get_token(request)}


class AcknowledgeView(View):
    """Takes an emergency publication off the dashboard."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note who has looked, and go back."""
        emergency = get_object_or_404(EmergencyPublication, pk=pk)
        acknowledge(emergency=emergency, user=request.user, now=timezone.now())
        text = _("Noted that you have looked at “%(title)s”.")
        messages.success(request, text % {"title": emergency.edition.title})
        return HttpResponseRedirect(reverse("wagtailadmin_home"))


def show_emergencies(_request: HttpRequest, panels: MutableSequence[Component]) -> None:
    """Hook `construct_homepage_panels`."""
    panels.append(EmergencyPanel())


def grantable_permissions() -> QuerySet[Permission]:
    """Hook `register_permissions`: what can be ticked on a group's form."""
    return Permission.objects.filter(
        content_type__app_label="articles", codename="publish_in_emergency"
    )


def emergencies_for(user: Any) -> list[tuple[EmergencyPublication, bool]]:
    """Each with whether it is this person's to acknowledge."""
    if not user.has_perm(PERMISSION):
        return []
    waiting = EmergencyPublication.objects.unacknowledged()
    return [(each, each.may_be_acknowledged_by(user)) for each in waiting]
