"""API tokens in the admin: Wagtail's own screens, and on them what a token may do here.

Wagtail shows them only where its own API is installed, so we register them, under the name that
its templates expect. Scopes are granted by superusers alone.
"""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.models import APIToken
from wagtail.users.views.api_tokens import (
    APITokenForm,
    APITokenViewSet,
    CreateView,
    EditView,
    IndexView,
)

from sources.actions.scopes import grant_scopes
from sources.enums import Scope
from sources.models.tokens import scopes_of


class _ScopesForm(forms.Form):
    """The scopes as boxes to tick."""

    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"),
        required=False,
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Reading needs no scope. Its user must be allowed to do it, too."),
    )


class TokenCreateForm(APITokenForm, _ScopesForm):
    """A new token: its name, whose it is, and what it may do."""

    field_order = ["name", "user", "scopes"]


class TokenEditForm(WagtailAdminModelForm, _ScopesForm):
    """What may change of a token: its name, and what it may do."""

    field_order = ["name", "scopes"]

    class Meta:
        model = APIToken
        fields = ["name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].initial = scopes_of(self.instance)


class _GrantsScopes:
    """Keeps the boxes from all but superusers, and grants what they ticked."""

    def get_form(self: Any, form_class: Any = None) -> forms.Form:
        form: forms.Form = super().get_form(form_class)  # type: ignore[misc]  # the view's own
        if not self.request.user.is_superuser:
            del form.fields["scopes"]
        return form

    @transaction.atomic
    def form_valid(self: Any, form: forms.Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # the view's own
        if "scopes" in form.cleaned_data:
            scopes = form.cleaned_data["scopes"]
            grant_scopes(token=self.object, scopes=scopes, user=self.request.user)
        return response


class TokenCreateView(_GrantsScopes, CreateView):
    """Makes a token and shows it once."""


class TokenEditView(_GrantsScopes, EditView):
    """Renames a token and changes what it may do."""


class TokenIndexView(IndexView):
    """Tokens, each with what it may do."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns, and the scopes before the dates."""
        token, name, user, *dates = super().columns
        return [token, name, user, Column("scopes", label=_("May"), accessor=_scope_words), *dates]

    def get_queryset(self) -> QuerySet[APIToken]:
        """With the scopes."""
        rows: QuerySet[APIToken] = super().get_queryset()
        return rows.select_related("assay_scope")


class TokenViewSet(APITokenViewSet):
    """Wagtail's viewset with our three views."""

    index_view_class = TokenIndexView
    add_view_class = TokenCreateView
    edit_view_class = TokenEditView

    def get_form_class(self, for_update: bool = False) -> type[forms.Form]:  # noqa: FBT001, FBT002 - as Wagtail calls it
        """The form of a new token, or of one that is there."""
        return TokenEditForm if for_update else TokenCreateForm


def _scope_words(token: APIToken) -> str:
    return ", ".join(str(Scope(scope).label) for scope in scopes_of(token)) or _("read only")
