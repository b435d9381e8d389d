"""Retracting a public briefing: one form, one reason, one action."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import PagePermissionTester

from articles.actions.standing import retract
from articles.editorial.screens import ArticleScreen
from articles.models.editions import CurrentEdition, Edition


class RetractionForm(forms.Form):
    """Why the briefing is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What was wrong, in a sentence or two. Readers, feeds and the API show it as it stands."
        ),
        error_messages={"required": gettext_lazy("Say why. Readers will ask.")},
    )


class RetractView(ArticleScreen):
    """Asks for the reason and takes the briefing back."""

    name = "retract"
    page_title = gettext_lazy("Retract")
    header_icon = "warning"
    template_name = "editorial/retract.html"

    def is_allowed(self, permissions: PagePermissionTester) -> bool:
        """Who may retract: whoever may unpublish it."""
        return bool(permissions.can_unpublish())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or say that there is nothing to retract."""
        if self.current is None:
            return self._nothing_to_retract()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Retract, for the reason given."""
        if self.current is None:
            return self._nothing_to_retract()
        form = RetractionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        reason = form.cleaned_data["reason"]
        edition = retract(article=self.article, reason=reason, user=request.user)
        messages.success(request, _said(edition))
        return HttpResponseRedirect(reverse("assay_editions", args=[self.article.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the form and the edition that would be taken back."""
        kwargs.setdefault("form", RetractionForm())
        return super().get_context_data(edition=self.current, **kwargs)

    @cached_property
    def current(self) -> Edition | None:
        """The edition that readers see now."""
        row = CurrentEdition.objects.whole().filter(article_uuid=self.article.uuid).first()
        return row.edition if row else None

    def _nothing_to_retract(self) -> HttpResponse:
        messages.warning(self.request, _("It is not public, so there is nothing to retract."))
        return HttpResponseRedirect(self.edit_url)


def _said(edition: Edition) -> str:
    text = _("Retracted as edition %(number)d. Its address now says so and gives the reason.")
    return text % {"number": edition.number}
