"""Source documents in the admin: what people say of them may change, what was captured may not."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import EditView, SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from sources.actions.describing import describe_document, mark_republication
from sources.actions.judging import refuse_unconfirmed
from sources.editorial.choosing import DocumentChooserViewSet
from sources.editorial.listing import GradeColumn, RecordIndexView, origin, with_origin
from sources.enums import CaptureWay, Credibility
from sources.models import Organisation, SourceDocument
from sources.queries import unconfirmed


class DoubtPanel(HelpPanel):
    """Says beside the grade that a document graded 1 is not borne out any more, and why."""

    class BoundPanel(HelpPanel.BoundPanel):
        """Shown where there is something to say."""

        @cached_property
        def reason(self) -> str:
            """Why nothing confirms the document; empty where it is not graded 1, or confirmed."""
            document: SourceDocument = self.instance
            return unconfirmed([document] if document.pk else []).get(document.pk, "")

        def is_shown(self) -> bool:
            """Only where the grade no longer stands."""
            return super().is_shown() and bool(self.reason)


class DocumentForm(WagtailAdminModelForm):
    """What people say of a document; the originators by name, one a line."""

    originator_names = forms.CharField(
        label=gettext_lazy("Originators"),
        required=False,
        widget=AdminAutoHeightTextInput(),
        help_text=gettext_lazy(
            "From whom the document says that its content comes: one organisation a line, "
            "by any of its names."
        ),
    )

    same_as = forms.ModelChoiceField(
        label=gettext_lazy("Republishes the same text as"),
        queryset=SourceDocument.objects.all(),
        required=False,
        widget=AdminSnippetChooser(SourceDocument),
        help_text=gettext_lazy(
            "Another document with the same text. The two never count as independent."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [row.name for row in self.instance.originators.all()]
        self.fields["originator_names"].initial = "\n".join(names)
        self.fields["same_as"].initial = _fellow(self.instance)

    def clean_originator_names(self) -> list[Organisation]:
        """The organisations; refuse a name that nobody or more than one goes by."""
        lines = self.cleaned_data["originator_names"].splitlines()
        found = [_named(line.strip()) for line in lines if line.strip()]
        return list(dict.fromkeys(found))

    def clean_same_as(self) -> SourceDocument | None:
        """The other document; refuse this one."""
        chosen: SourceDocument | None = self.cleaned_data["same_as"]
        if chosen and chosen.pk == self.instance.pk:
            raise ValidationError(_("This is the document itself. Choose another one."))
        return chosen

    def clean(self) -> dict[str, Any]:
        """Ask why, where somebody judges."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_judged = Credibility(cleaned.get("credibility") or Credibility.UNJUDGED).is_judged
        if is_judged and not cleaned.get("credibility_reason"):
            self.add_error("credibility_reason", _("Say in a few words what the grade rests on."))
        return cleaned

    def _post_clean(self) -> None:
        """With the document as it would be: refuse "confirmed" where nothing confirms it."""
        super()._post_clean()
        if self.errors:
            return
        other = self.cleaned_data["same_as"]
        try:
            refuse_unconfirmed(
                document=self.instance,
                originators=self.cleaned_data["originator_names"],
                same_as=other,
            )
        except ValidationError as error:
            self.add_error(None, error)


class DocumentEditView(EditView):
    """Changes what is said of a document."""

    def save_instance(self) -> SourceDocument:
        """Save through the action, which logs what was said before."""
        document = describe_document(
            document=self.form.instance,
            originators=self.form.cleaned_data["originator_names"],
            user=self.request.user,
        )
        if "same_as" in self.form.changed_data:
            other = self.form.cleaned_data["same_as"]
            mark_republication(document=document, same_as=other, user=self.request.user)
        return document


class DocumentIndexView(RecordIndexView):
    """Documents, the newest first, with where they come from."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With what is to be said of the grades on this page of the list."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        self.doubts = unconfirmed(context["object_list"])
        return context

    def get_base_queryset(self) -> QuerySet[SourceDocument]:
        """With publisher and originators, without the long texts."""
        return with_origin(super().get_base_queryset())

    @cached_property
    def columns(self) -> list[Column]:
        """Title, origin, capture and credibility, in words."""
        return [
            self.title_column(label=_("Title"), sort_key="title"),
            Column("origin", label=_("From"), accessor=origin),
            DateColumn("captured_at", label=_("Captured"), sort_key="captured_at"),
            Column("captured_way", label=_("How"), accessor=_way),
            GradeColumn(
                "credibility",
                label=_("Credibility"),
                accessor=lambda row: _grade(row, self.doubts),
                sort_key="credibility",
            ),
        ]


class DocumentViewSet(SnippetViewSet):
    """Listing, form, history and chooser of source documents."""

    model = SourceDocument
    icon = "doc-full"
    index_view_class = DocumentIndexView
    edit_view_class = DocumentEditView
    chooser_viewset_class = DocumentChooserViewSet
    copy_view_enabled = False
    list_filter = ["credibility", "captured_way"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("publisher"),
            FieldPanel("originator_names"),
            FieldPanel("same_as"),
            FieldPanel("url"),
            FieldRowPanel([FieldPanel("language"), FieldPanel("published_on")]),
            MultiFieldPanel(
                [
                    FieldPanel("credibility"),
                    FieldPanel("credibility_reason"),
                    FieldPanel("borne_out_by"),
                    DoubtPanel(template="editorial/sources/doubt.html"),
                ],
                heading=gettext_lazy("Credibility"),
            ),
            HelpPanel(
                template="editorial/sources/capture.html",
                heading=gettext_lazy("What was captured"),
            ),
        ],
        base_form_class=DocumentForm,
    )


def _grade(document: SourceDocument, doubts: Mapping[int, str]) -> dict[str, str]:
    grade = Credibility(document.credibility)
    return {"words": grade.words, "value": grade.value, "doubt": doubts.get(document.pk, "")}


def _fellow(document: SourceDocument) -> SourceDocument | None:
    """The oldest other document of the same mark."""
    marked = SourceDocument.objects.republishing(document.republication_cluster)
    return marked.exclude(pk=document.pk).order_by("captured_at", "pk").first()


def _way(document: SourceDocument) -> str:
    return CaptureWay(document.captured_way).words


def _named(name: str) -> Organisation:
    found = list(Organisation.objects.named(name)[:2])
    if not found:
        raise ValidationError(
            _("Nobody on record goes by “%(name)s”. Add the organisation first."),
            params={"name": name},
        )
    if len(found) > 1:
        raise ValidationError(
            _("More than one organisation goes by “%(name)s”. Write a name that only it has."),
            params={"name": name},
        )
    return found[0]
