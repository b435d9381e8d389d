"""Choosing from the record: organisations by any of their names, documents by their origin."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from sources.editorial.listing import going_by, origin, with_origin
from sources.models import Organisation, SourceDocument


class NameFilterForm(SearchFilterMixin, BaseFilterForm):
    """The search of the chooser of organisations."""

    def filter(self, objects: QuerySet[Organisation]) -> QuerySet[Organisation]:
        """Those that go by such a name."""
        if query := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, query
            return going_by(objects, query)
        return objects


class ChooseOrganisationView(ChooseView):
    """The chooser of organisations."""

    filter_form_class = NameFilterForm


class ChooseOrganisationResultsView(ChooseResultsView):
    """What the chooser of organisations found."""

    filter_form_class = NameFilterForm


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """Choosing an organisation by any of its names."""

    choose_view_class = ChooseOrganisationView
    choose_results_view_class = ChooseOrganisationResultsView


class _ChoosesDocument:
    """Documents to choose from, each with where it comes from."""

    def get_object_list(self: Any) -> QuerySet[SourceDocument]:
        return with_origin(SourceDocument.objects.all())

    @property
    def columns(self: Any) -> list[Column]:
        return [
            self.title_column,
            Column("origin", label=_("From"), accessor=origin),
            DateColumn("captured_at", label=_("Captured")),
        ]


class ChooseDocumentView(_ChoosesDocument, ChooseView):
    """The chooser of documents."""


class ChooseDocumentResultsView(_ChoosesDocument, ChooseResultsView):
    """What the chooser of documents found."""


class DocumentChooserViewSet(SnippetChooserViewSet):
    """Choosing a document by its title and where it comes from."""

    choose_view_class = ChooseDocumentView
    choose_results_view_class = ChooseDocumentResultsView
