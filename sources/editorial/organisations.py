"""Organisations in the admin: what they are called, who owns them, how far they are trusted."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from sources.actions.organisations import save_organisation
from sources.countries import country_choices, country_name
from sources.editorial.choosing import OrganisationChooserViewSet
from sources.editorial.listing import GradeColumn, RecordIndexView, going_by
from sources.editorial.ownership import new_statement_url
from sources.enums import Reliability
from sources.formats.chain import chain_data
from sources.formats.picture import picture_of
from sources.models import Organisation
from sources.names import fold
from sources.ownership import OwnershipGraph
from sources.queries import ownership_graph

LONGEST_NAME = 200  # as the model has it


@dataclass(frozen=True)
class Standing:
    """Who stands above an organisation; without words nothing is on record.

    `add_url` is where that can be said, empty for those who may not.
    """

    words: str = ""
    add_url: str = ""


class StandingColumn(Column):
    """The status of ownership in words."""

    cell_template_name = "editorial/sources/standing_cell.html"


class OrganisationForm(WagtailAdminModelForm):
    """An organisation with its other names, one a line."""

    aliases = forms.CharField(
        label=gettext_lazy("Other names"),
        required=False,
        widget=AdminAutoHeightTextInput(),
        help_text=gettext_lazy(
            "One a line: abbreviations, earlier names, spellings. Texts that use one are matched."
        ),
    )

    country = forms.TypedChoiceField(
        label=gettext_lazy("Country"),
        required=False,
        choices=lambda: [("", "–"), *country_choices()],
        empty_value="",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aliases"].initial = "\n".join(aliases_of(self.instance))

    def clean_name(self) -> str:
        """Refuse what is only punctuation: no text could be matched with it."""
        name = " ".join(self.cleaned_data["name"].split())
        if not fold(name):
            raise ValidationError(_("“%(name)s” is no name."), params={"name": name})
        return name

    def clean_aliases(self) -> list[str]:
        """The names, each as it is written."""
        names = [" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines()]
        if too_long := [name for name in names if len(name) > LONGEST_NAME]:
            raise ValidationError(
                _("Too long for a name: “%(name)s”."), params={"name": too_long[0]}
            )
        return [name for name in names if name]

    def clean(self) -> dict[str, Any]:
        """Ask why, where somebody judges."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_judged = Reliability(cleaned.get("reliability") or Reliability.F).is_judged
        if is_judged and not cleaned.get("reliability_reason"):
            self.add_error("reliability_reason", _("Say in a few words what the grade rests on."))
        return cleaned


class ChainPanel(HelpPanel):
    """Who stands above an organisation today, as a picture; nothing in the form of a new one."""

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel of one organisation."""

        def is_shown(self) -> bool:
            """Whether the organisation is on record yet."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """With the picture, None where nothing is on record."""
            data = chain_data(self.instance.pk, ownership_graph(on=timezone.localdate()))
            context: dict[str, Any] = super().get_context_data(parent_context)
            may_state = self.request.user.has_perm("sources.add_ownership")
            add_url = new_statement_url(self.instance) if may_state else ""
            return context | {"picture": picture_of(data), "add_url": add_url}


class _SavesOrganisation:
    """Saves through the action, so that assessor, names and log follow."""

    def save_instance(self: Any) -> Organisation:
        return save_organisation(
            organisation=self.form.instance,
            aliases=self.form.cleaned_data["aliases"],
            user=self.request.user,
            on=timezone.localdate(),
        )


class OrganisationCreateView(_SavesOrganisation, CreateView):
    """Puts an organisation on record."""


class OrganisationEditView(_SavesOrganisation, EditView):
    """Changes what is on record of an organisation."""


class OrganisationIndexView(RecordIndexView):
    """Organisations, each with who stands above it today."""

    @cached_property
    def graph(self) -> OwnershipGraph:
        """Who owns whom today; asked once for the whole list."""
        return ownership_graph(on=timezone.localdate())

    @cached_property
    def columns(self) -> list[Column]:
        """Name, kind, country, ownership and reliability, in words."""
        return [
            self.title_column(label=_("Name"), sort_key="name"),
            Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
            Column(
                "country",
                label=_("Country"),
                accessor=lambda row: country_name(row.country),
                sort_key="country",
            ),
            StandingColumn("ownership", label=_("Ownership"), accessor=self.standing),
            GradeColumn(
                "reliability",
                label=_("Reliability"),
                accessor=lambda row: Reliability(row.reliability),
                sort_key="reliability",
            ),
        ]

    def standing(self, organisation: Organisation) -> Standing:
        """Its status in words, or the address at which somebody may say who owns it."""
        if self.graph.has_record(organisation.pk):
            return Standing(words=self.graph.status(organisation.pk).words)
        if self.request.user.has_perm("sources.add_ownership"):
            return Standing(add_url=new_statement_url(organisation))
        return Standing()

    def search_queryset(self, queryset: QuerySet[Organisation]) -> QuerySet[Organisation]:
        """By any name, in any spelling."""
        return going_by(queryset, self.search_query) if self.is_searching else queryset


class OrganisationViewSet(SnippetViewSet):
    """Listing, form, history and chooser of organisations."""

    model = Organisation
    icon = "group"
    index_view_class = OrganisationIndexView
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    chooser_viewset_class = OrganisationChooserViewSet
    copy_view_enabled = False
    list_filter = ["kind", "reliability"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("native_name"),
            FieldPanel("aliases"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
            ChainPanel(
                template="editorial/sources/ownership_picture.html",
                heading=gettext_lazy("Ownership today"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("reliability"),
                    FieldPanel("reliability_reason"),
                    HelpPanel(template="editorial/sources/assessment.html"),
                ],
                heading=gettext_lazy("Reliability"),
            ),
            MultiFieldPanel(
                [FieldPanel("website"), FieldPanel("wikidata_id"), FieldPanel("lei")],
                heading=gettext_lazy("Elsewhere"),
            ),
        ],
        base_form_class=OrganisationForm,
    )


def aliases_of(organisation: Organisation) -> list[str]:
    """The names by which it goes besides its own."""
    if organisation.pk is None:
        return []
    own = {fold(organisation.name), fold(organisation.native_name)}
    return [row.name for row in organisation.names.all() if row.folded not in own]
