"""The forms of moderation: a reason and a note, a ban, an answer to an objection."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import CommentReason, ModerationMode

NOTE = 250


class RejectionForm(forms.Form):
    """Why a comment does not stand; the writer is told both."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *CommentReason.choices],
        error_messages={"required": _("Say why: the writer has a right to know.")},
    )
    note = forms.CharField(
        label=_("In other words"),
        max_length=NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The writer is told the reason and this. Other readers see neither."),
    )

    def clean_note(self) -> str:
        """A reason that says nothing has to be put in words."""
        note: str = self.cleaned_data["note"].strip()
        if self.cleaned_data.get("reason") == CommentReason.OTHER and not note:
            raise forms.ValidationError(_("Say in a few words what the other reason is."))
        return note


class BanForm(forms.Form):
    """Why nothing more is taken from somebody."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "The writer is told when writing again. What still waits for a decision is rejected."
        ),
        error_messages={"required": _("Say why: the writer has a right to know.")},
    )


class AppealForm(forms.Form):
    """What came of an objection."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            ("granted", _("Show the comment again")),
            ("refused", _("The rejection stands")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of the comment.")},
    )
    answer = forms.CharField(
        label=_("Answer"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mailed to the writer, and shown behind the link in the mail."),
        error_messages={"required": _("Say why: the writer has a right to know.")},
    )


class ThreadForm(forms.Form):
    """What is set for the comments of one article."""

    deed = forms.ChoiceField(choices=[(name, name) for name in ("close", "reopen", "mode")])
    note = forms.CharField(max_length=NOTE, required=False)
    mode = forms.ChoiceField(choices=[("", ""), *ModerationMode.choices], required=False)
