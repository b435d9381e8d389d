"""Organisations that public articles rest on or speak of, with the chain of their owners."""

from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from articles.api.conditional import answer
from articles.api.doors import PublicView
from articles.api.lists import listed
from articles.api.representations import organisation
from articles.api.shapes.evidence import OrganisationList as OrganisationListShape
from articles.api.shapes.evidence import OrganisationSerializer
from articles.queries.organisations import organisation_record, organisations_page
from sources.api.description import reads
from sources.api.parameters import PAGING, Day
from sources.queries import ownership_graph


class OrganisationList(PublicView):
    """Public organisations by name."""

    parameters = PAGING

    @reads(
        "organisations_list",
        summary="List organisations by name",
        shape=OrganisationListShape,
        parameters=parameters,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with a page; the chains are those of today."""
        page = organisations_page(limit=self.asked.limit, cursor=self.asked.cursor)
        graph = ownership_graph(on=timezone.now().date())
        shown = {row.pk: organisation(row, graph) for row in page.rows}
        return listed(
            request, page, shown=lambda row: shown[row.pk], state=lambda row: [shown[row.pk]]
        )


class OrganisationDetail(PublicView):
    """One public organisation."""

    parameters = (Day("on", "The day of the chain; without it, today."),)

    @reads(
        "organisations_read",
        summary="Read an organisation and the chain of its owners",
        shape=OrganisationSerializer,
        parameters=parameters,
        refuses=(404,),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """Answer with the organisation; the chain is that of a day, or of today."""
        found = organisation_record(slug)
        if found is None:
            raise NotFound("No public article rests on or speaks of such an organisation.")
        on = self.asked.get("on") or timezone.now().date()
        shown = organisation(found, ownership_graph(on=on))
        return answer(request, state=[shown], body=lambda: shown)
