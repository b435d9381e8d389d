"""The second screen of ingest: what came in beside what was made of it, and the draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.drafting import draft_from_item, working_title
from articles.editorial.ingest.access import IngestAccess
from articles.editorial.ingest.forms import DraftForm, OrganisationForm
from articles.editorial.ingest.marks import doubts, original_pieces, result_pieces
from articles.editorial.ingest.parties import named_parties, originators_of, owner_url
from articles.models.pages import ArticlePage
from sources.actions.crediting import credit_originators
from sources.actions.describing import entitle_document
from sources.actions.organisations import create_organisation
from sources.ingest import ParsedItem, ingest_bytes
from sources.ingest.errors import IngestError
from sources.models import SourceDocument
from sources.queries import directory


class _DocumentView(IngestAccess):
    """A view about one captured document."""

    @cached_property
    def document(self) -> SourceDocument:
        return get_object_or_404(SourceDocument, uuid=self.kwargs["uuid"])

    @property
    def review_url(self) -> str:
        return reverse("assay_ingest_review", args=[self.document.uuid])


class ReviewView(WagtailAdminTemplateMixin, _DocumentView, TemplateView):
    """Shows the item; posting the form makes the draft."""

    page_title = gettext_lazy("Review")
    header_icon = "upload"
    template_name = "editorial/ingest/review.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what ingest made of the document, or why it can make nothing of it."""
        try:
            return super().get(request, *args, **kwargs)
        except IngestError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("assay_ingest"))

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Make the draft and lead to its editor."""
        form = self.draft_form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        credit_originators(
            document=self.document, organisations=originators_of(self.item), user=request.user
        )
        title = form.cleaned_data["title"]
        entitle_document(document=self.document, title=title, user=request.user)
        article = draft_from_item(
            item=self.item,
            document=self.document,
            parent=form.cleaned_data["parent"],
            user=request.user,
            title=title,
            briefing_date=form.cleaned_data["briefing_date"],
        )
        text = _("Draft created, with citations to the captured document. Checks say what is left.")
        messages.success(request, text)
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    @cached_property
    def item(self) -> ParsedItem:
        """The document's bytes, read anew with the organisations that are on record now."""
        with self.document.raw.open("rb") as raw:
            return ingest_bytes(raw.read(), directory())

    def draft_form(self, data: Any = None) -> DraftForm:
        """The form, filled with what ingest found."""
        initial = {
            "title": self.item.title or working_title(self.item),
            "briefing_date": self.item.date or timezone.localdate(),
        }
        return DraftForm(data, initial=initial, parents=self.folders)

    def get_page_subtitle(self) -> str:
        """What the item is called, or will be."""
        return self.item.title or working_title(self.item)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, the first screen, this one."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("assay_ingest"), "label": _("Ingest")},
            {"url": "", "label": _("Review")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With both texts, the parts, the organisations and the form."""
        item = self.item
        kwargs.setdefault("form", self.draft_form())
        return super().get_context_data(
            document=self.document,
            item=item,
            original=original_pieces(item),
            result=result_pieces(item),
            unsure=doubts(item),
            parties=named_parties(item.organisations, on=item.date or timezone.localdate()),
            drafts=drafts_of(self.document),
            **kwargs,
        )


class CreateOrganisationView(_DocumentView):
    """Puts an organisation that the item names on record, with one click."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Create it and return to the review, where it is matched from now on."""
        form = OrganisationForm(request.POST)
        if not request.user.has_perm("sources.add_organisation"):
            messages.error(request, _("Ask an analyst or editor to put it on record."))
        elif form.is_valid():
            organisation = create_organisation(**form.cleaned_data)
            text = _("%(name)s is on record. Now say who owns it.") % {"name": organisation.name}
            address = owner_url(organisation)
            links = [messages.button(address, _("Say who owns it"))] if address else []
            messages.success(request, text, buttons=links)
        else:
            messages.error(request, _("Give the organisation a name and a kind."))
        return HttpResponseRedirect(f"{self.review_url}#organisations")


def drafts_of(document: SourceDocument) -> list[ArticlePage]:
    """The briefings that already rest on a document."""
    rows = ArticlePage.objects.filter(article_sources__source=document).distinct()
    return list(rows.order_by("-pk")[:5])
