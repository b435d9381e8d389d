"""What the editor asks of a document: the passages for a claim, or those that hold some words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sources.models import SourceDocument

LONGEST_CLAIM = 4000
LONGEST_QUERY = 200


class PassageForm(forms.Form):
    """A captured document, and either a claim or a query; NUL and excess are refused."""

    document = forms.ModelChoiceField(
        queryset=SourceDocument.objects.defer("repairs", "removals"),
        error_messages={
            "required": _("Choose the source document first."),
            "invalid_choice": _("This document is not on record."),
        },
    )
    claim = forms.CharField(required=False, max_length=LONGEST_CLAIM)
    query = forms.CharField(required=False, max_length=LONGEST_QUERY)

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and bool(cleaned["claim"]) == bool(cleaned["query"]):
            raise forms.ValidationError(_("Write the claim first, or search for some words."))
        return cleaned
