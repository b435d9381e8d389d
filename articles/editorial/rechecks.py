"""Documents that changed or vanished at their addresses: a task until somebody has looked."""

from collections.abc import Mapping, MutableSequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from articles.models.editions import CurrentEdition, Edition
from sources.actions.rechecking import see
from sources.enums import CheckOutcome
from sources.models import SourceCheck

MAY_LOOK = "sources.change_sourcedocument"
MOST_SHOWN = 10


@dataclass(frozen=True)
class Changed:
    """A look that found something, with the public editions that rest on the document."""

    check: SourceCheck
    editions: list[Edition]

    @property
    def words(self) -> str:
        """What was found at the address."""
        return CheckOutcome(self.check.outcome).words


class ChangedSourcesPanel(Component):
    """What was found and nobody has looked at; nothing at all where there is none."""

    name = "changed_sources"
    template_name = "editorial/rechecks.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect what this person may look at."""
        request = parent_context["request"]
        may_look = request.user.has_perm(MAY_LOOK)
        changed = changed_sources() if may_look else []
        return {"changed": changed, "csrf_token": get_token(request)}


class SeenView(View):
    """Takes a task off the dashboard."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note who has looked, and go back."""
        if not request.user.has_perm(MAY_LOOK):
            raise PermissionDenied
        check = see(
            check=get_object_or_404(SourceCheck, pk=pk), user=request.user, now=timezone.now()
        )
        messages.success(
            request, _("Noted that you have looked at “%(title)s”.") % {"title": check.document}
        )
        return HttpResponseRedirect(reverse("wagtailadmin_home"))


def show_changed(_request: HttpRequest, panels: MutableSequence[Component]) -> None:
    """Hook `construct_homepage_panels`."""
    panels.append(ChangedSourcesPanel())


def changed_sources() -> list[Changed]:
    """The newest that wait, with what rests on each. Two queries."""
    public = CurrentEdition.objects.filter(documents=OuterRef("document"))
    waiting = SourceCheck.objects.standing().worrying().unseen().filter(Exists(public))
    checks = waiting.select_related("document").defer(
        "document__text", "document__repairs", "document__removals"
    )
    resting = Prefetch("document__current_editions", CurrentEdition.objects.sealed())
    return [
        Changed(check, [row.edition for row in check.document.current_editions.all()])
        for check in checks.prefetch_related(resting)[:MOST_SHOWN]
    ]
