"""What the lists of the record share: columns that say words before codes, search by any name."""

from django.db.models import Model, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView
from wagtail.snippets.views.snippets import IndexView

from sources.models import Organisation, OrganisationName
from sources.names import fold


class GradeColumn(Column):
    """A grade of the Admiralty code: its words, then the code in small type."""

    cell_template_name = "editorial/sources/grade_cell.html"


class RecordIndexView(IndexView):
    """A list without ticks: nothing is done to many rows at once."""

    is_searchable = True

    def title_column(self, *, label: str, sort_key: str) -> Column:
        """The column that leads to a row: to its form for those who may change it."""
        column_class = self._get_title_column_class(TitleColumn)
        return column_class(
            "title", label=label, accessor=str, get_url=self.url_of, sort_key=sort_key
        )

    def url_of(self, row: Model) -> str | None:
        """Where a row is changed, else where it is shown."""
        url: str | None = self.get_edit_url(row) or self.get_inspect_url(row)
        return url


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


def going_by(organisations: QuerySet[Organisation], query: str) -> QuerySet[Organisation]:
    """Those of which a name or alias contains the query, case and accents folded."""
    names = OrganisationName.objects.filter(folded__contains=fold(query))
    return organisations.filter(pk__in=names.values("organisation"))
