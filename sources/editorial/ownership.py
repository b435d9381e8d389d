"""Statements of ownership in the admin: they are made and ended; what was said is never unsaid."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import CreateView, EditView, InspectView, SnippetViewSet

from sources.actions.ownership import SAID, save_statement
from sources.editorial.listing import RecordIndexView, going_by
from sources.models import Organisation, Ownership

NEW_STATEMENT = "wagtailsnippets_sources_ownership:add"
EVIDENCE = [FieldPanel("evidence"), FieldPanel("evidence_note")]
WHOLE = [
    FieldPanel("owned"),
    FieldPanel("control"),
    FieldPanel("owner"),
    FieldPanel("share"),
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    *EVIDENCE,
]
STATEMENT = HelpPanel(
    template="editorial/sources/statement.html", heading=gettext_lazy("Statement")
)
# A change is told by ending what was said and saying anew; only a mistake is put right in place.
NEW = ObjectList(WHOLE).bind_to_model(Ownership)
ENDING = ObjectList([STATEMENT, FieldPanel("valid_to"), *EVIDENCE]).bind_to_model(Ownership)
CORRECTION = ObjectList([STATEMENT, *WHOLE]).bind_to_model(Ownership)


class _SavesStatement:
    """Saves through the action, which checks again while nobody else can change the record."""

    page_subtitle = gettext_lazy("Statement of ownership")
    error_message = gettext_lazy("The statement is not on record yet.")

    def save_instance(self: Any) -> Ownership:
        return save_statement(statement=self.form.instance, user=self.request.user)

    def get_success_message(self: Any, _instance: Ownership | None = None) -> str:
        return _("On record: %(statement)s.") % {"statement": self.object}

    def form_valid(self: Any, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # the view's own
        except ValidationError as error:
            form.add_error(None, error.messages)
            self.produced_error_message = self.get_error_message()
            response = self.form_invalid(form)
        return response


class OwnershipCreateView(_SavesStatement, CreateView):
    """Puts a statement on record; `?owned=` fills in the organisation."""

    def get_initial(self) -> dict[str, Any]:
        """The organisation that the address names, where there is one."""
        asked = self.request.GET.get("owned", "")
        owned = _organisation(asked)
        return {**super().get_initial(), **({"owned": owned.pk} if owned else {})}


class OwnershipEditView(_SavesStatement, EditView):
    """Ends a statement; superusers also correct one."""

    def get_panel(self) -> Panel:
        """Everything for superusers; for others what may change of a statement."""
        return CORRECTION if self.request.user.is_superuser else ENDING


class OwnershipInspectView(InspectView):
    """Shows a statement to those who may not end it."""

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """What the statement says; words where it says nothing."""
        value = super().get_field_display_value(field_name, field)
        return _("not stated") if value in {None, ""} else value


class OwnershipIndexView(RecordIndexView):
    """Statements, each as a sentence with its days."""

    add_item_label = gettext_lazy("Add statement")
    verbose_name_plural = gettext_lazy("statements")

    def get_base_queryset(self) -> QuerySet[Ownership]:
        """With both organisations and the evidence."""
        rows: QuerySet[Ownership] = super().get_base_queryset()
        return rows.select_related("owned", "owner", "evidence").defer(
            "evidence__text", "evidence__repairs", "evidence__removals"
        )

    def search_queryset(self, queryset: QuerySet[Ownership]) -> QuerySet[Ownership]:
        """Those in which an organisation that goes by such a name owns or is owned."""
        if not self.is_searching:
            return queryset
        found = going_by(Organisation.objects.all(), self.search_query).values("pk")
        return queryset.filter(Q(owned__in=found) | Q(owner__in=found))

    @cached_property
    def columns(self) -> list[Column]:
        """What is said, when it holds, whether it does today, and what proves it."""
        today = timezone.localdate()
        return [
            self.title_column(label=_("Statement"), sort_key="owned__name"),
            Column("period", label=_("Holds"), accessor="period_words", sort_key="valid_from"),
            StatusTagColumn(
                "today",
                label=_("Today"),
                accessor=lambda row: _("holds") if row.holds_on(today) else _("does not hold"),
                primary=lambda row: row.holds_on(today),
            ),
            Column("evidence", label=_("Evidence"), accessor=_evidence),
        ]


class OwnershipViewSet(SnippetViewSet):
    """Listing, forms and history of statements of ownership."""

    model = Ownership
    icon = "link"
    index_view_class = OwnershipIndexView
    add_view_class = OwnershipCreateView
    edit_view_class = OwnershipEditView
    inspect_view_class = OwnershipInspectView
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = list(SAID)
    list_filter = ["control"]

    def get_edit_handler(self) -> Panel:
        """The panels of a new statement; the edit view chooses its own."""
        return NEW

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without a form class: it follows from the panels that the person sees."""
        return {**super().get_edit_view_kwargs(**kwargs), "form_class": None}


def new_statement_url(organisation: Organisation) -> str:
    """Where somebody says who owns an organisation."""
    return f"{reverse(NEW_STATEMENT)}?owned={organisation.pk}"


def _organisation(key: str) -> Organisation | None:
    """The organisation with a key as an address has it; no larger than a database can look up."""
    is_key = key.isascii() and key.isdecimal() and len(key) <= 18
    return Organisation.objects.filter(pk=int(key)).first() if is_key else None


def _evidence(row: Ownership) -> str:
    return str(row.evidence) if row.evidence else row.evidence_note or _("none given")
