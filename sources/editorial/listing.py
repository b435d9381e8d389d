"""What lists and choosers share: columns with words before codes, origins, search by any name."""

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView

from sources.models import Organisation, OrganisationName, SourceDocument
from sources.names import fold
from sources.queries import LONG


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


def going_by(organisations: QuerySet[Organisation], query: str) -> QuerySet[Organisation]:
    """Those of which a name or alias contains the query, case and accents folded."""
    names = OrganisationName.objects.filter(folded__contains=fold(query))
    return organisations.filter(pk__in=names.values("organisation"))


def with_origin(documents: QuerySet[SourceDocument]) -> QuerySet[SourceDocument]:
    """The documents with what their lists show, and without their long texts."""
    return documents.select_related("publisher").prefetch_related("originators").defer(*LONG)


def origin(document: SourceDocument) -> str:
    """Whose words they are: the originators, else the publisher."""
    names = [row.name for row in document.originators.all()]
    return ", ".join(names) or (document.publisher.name if document.publisher else _("not stated"))
