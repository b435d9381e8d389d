"""The forms of a challenge: who looks into it, and what readers are told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.editorial.challenges.access import answerers
from articles.enums import ChallengeStatus


class AnswerForm(forms.Form):
    """What became of the claim."""

    outcome = forms.ChoiceField(
        label=_("What became of the claim"),
        choices=[
            (ChallengeStatus.KEPT.value, ChallengeStatus.KEPT.label),
            (ChallengeStatus.CORRECTED.value, ChallengeStatus.CORRECTED.label),
            (ChallengeStatus.SOURCE_ADDED.value, ChallengeStatus.SOURCE_ADDED.label),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what became of the claim.")},
    )
    edition = forms.IntegerField(
        label=_("Edition that corrects it or adds the source"),
        required=False,
        min_value=1,
        max_value=999_999,
        help_text=_("Publish it first. Leave this empty where the claim is kept."),
    )
    answer = forms.CharField(
        label=_("Answer"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Readers see it beside the claim; the reader who challenged gets it by mail."),
        error_messages={"required": _("Please say why; readers see it.")},
    )


class AssignForm(forms.Form):
    """Who looks into it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ModelChoiceField(
            label=_("Assigned to"), queryset=answerers(), required=False, empty_label=_("Nobody")
        )
