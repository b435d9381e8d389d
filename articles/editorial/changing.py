"""Updating, clarifying, correcting or retracting a public briefing: one form, one text."""

from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import PagePermissionTester

from articles.actions.changing import announce
from articles.actions.standing import retract
from articles.editorial.screens import ArticleScreen
from articles.enums import ChangeKind, EditionKind
from articles.models.editions import Edition
from articles.queries.editions import article_by_uuid

RETRACTION = (
    EditionKind.RETRACTED.value,
    gettext_lazy("Retraction: it should not be relied on at all"),
)


class ChangeForm(forms.Form):
    """What kind of change it is, and what readers are told."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("What readers are told"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What changed, or what was wrong, in a sentence or two. Readers, feeds and the API "
            "show it as it stands."
        ),
        error_messages={"required": gettext_lazy("Say why. Readers will ask.")},
    )

    def __init__(self, *args: Any, may_retract: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [*ChangeKind.choices, RETRACTION] if may_retract else ChangeKind.choices
        cast("forms.ChoiceField", self.fields["kind"]).choices = kinds


class ChangeView(ArticleScreen):
    """Asks what kind of change it is and for the text, and does it or opens the draft for it."""

    name = "change"
    page_title = gettext_lazy("Correct or retract")
    header_icon = "warning"
    template_name = "editorial/change.html"

    def is_allowed(self, permissions: PagePermissionTester) -> bool:
        """Whoever may edit it, unless it is locked."""
        return bool(permissions.can_edit()) and not permissions.page_locked()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or say that there is nothing to change."""
        if self.current is None:
            return self._nothing_to_change()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Retract, or save the draft in which the text is put right."""
        if self.current is None:
            return self._nothing_to_change()
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if form.cleaned_data["kind"] == EditionKind.RETRACTED:
            return self._retract(form.cleaned_data["reason"])
        return self._announce(ChangeKind(form.cleaned_data["kind"]), form.cleaned_data["reason"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the form and the edition that readers see."""
        kwargs.setdefault("form", self._form())
        return super().get_context_data(
            edition=self.current, may_retract=self.may_retract, **kwargs
        )

    @cached_property
    def current(self) -> Edition | None:
        """The edition that readers see now."""
        row = article_by_uuid(self.article.uuid)
        return row.edition if row else None

    @cached_property
    def may_retract(self) -> bool:
        """Who may retract: whoever may unpublish it."""
        return bool(self.article.permissions_for_user(self.request.user).can_unpublish())

    def _form(self, *args: Any) -> ChangeForm:
        return ChangeForm(*args, may_retract=self.may_retract)

    def _retract(self, reason: str) -> HttpResponse:
        edition = retract(article=self.article, reason=reason, user=self.request.user)
        text = _("Retracted as edition %(number)d. Its address now says so and gives the reason.")
        messages.success(self.request, text % {"number": edition.number})
        return HttpResponseRedirect(reverse("assay_editions", args=[self.article.pk]))

    def _announce(self, kind: ChangeKind, note: str) -> HttpResponse:
        announce(article=self.article, kind=kind, note=note, user=self.request.user)
        messages.success(
            self.request,
            _(
                "What readers are told is saved, under Change. Now put the text right and submit "
                "it: readers see both together, once it is approved."
            ),
        )
        return HttpResponseRedirect(self.edit_url)

    def _nothing_to_change(self) -> HttpResponse:
        text = _("It is not public, so there is nothing to correct or retract.")
        messages.warning(self.request, text)
        return HttpResponseRedirect(self.edit_url)
