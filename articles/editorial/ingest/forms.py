"""The forms of the Ingest screens."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from articles.models.folders import ArticleIndexPage
from sources.enums import OrganisationKind


class CaptureForm(forms.Form):
    """One item, by one of three ways."""

    text = forms.CharField(
        label=_("Paste the text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Everything, as it is: what does not belong to the news is found and marked."),
    )
    file = forms.FileField(
        label=_("Or upload a file"), required=False, help_text=_("Text, HTML or a saved web page.")
    )
    address = forms.URLField(
        label=_("Or give an address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=_("The page is fetched once, as a reader without an account would see it."),
    )

    def clean_file(self) -> Any:
        """Refuse what ingest would refuse, before it is read into memory."""
        file = self.cleaned_data["file"]
        if file and file.size > settings.INGEST_MAX_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(limit)d bytes; one item is never that long."),
                params={"limit": settings.INGEST_MAX_BYTES},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Exactly one way."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        given = [name for name in ("text", "file", "address") if _is_given(cleaned.get(name))]
        if not given:
            raise forms.ValidationError(_("Paste a text, choose a file, or give an address."))
        if len(given) > 1:
            raise forms.ValidationError(_("Only one at a time: a text, a file, or an address."))
        return cleaned


class DraftForm(forms.Form):
    """What may be changed before the draft is made."""

    title = forms.CharField(label=_("Title"), max_length=255)
    briefing_date = forms.DateField(
        label=_("Briefing date"),
        widget=AdminDateInput(),
        help_text=_("Ownership is judged as it was on this day."),
    )
    parent = forms.ModelChoiceField(
        label=_("Folder"), queryset=ArticleIndexPage.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, parents: list[ArticleIndexPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        folder = cast("forms.ModelChoiceField[ArticleIndexPage]", self.fields["parent"])
        keys = [parent.pk for parent in parents]
        folder.queryset = ArticleIndexPage.objects.filter(pk__in=keys)
        folder.initial = keys[0]
        if len(parents) == 1:
            folder.widget = forms.HiddenInput()


class OrganisationForm(forms.Form):
    """An organisation that the item names and that is not on record yet."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices)


def _is_given(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)
