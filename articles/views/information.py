"""What the newsroom says of itself: about, policies, how to reach it."""

from django.http import HttpRequest, HttpResponse

from articles.formats.jsonld import about_page
from articles.formats.language import written_in
from articles.formats.site import this_site
from articles.models.information import Information
from articles.queries.information import public_policies
from articles.views.rendering import render_page


def information_response(request: HttpRequest, information: Information) -> HttpResponse:
    """The page of a public information."""
    policies, site = public_policies(), this_site()
    node = about_page(
        title=information.title,
        summary=information.summary,
        url=site.absolute(information.address),
        language=information.language,
        site=site,
        policies=policies,
    )
    context = {
        "title": information.title,
        "description": information.summary,
        "information": information,
        "policies": policies,
        "nodes": [node],
    }
    with written_in(information.language):
        return render_page(request, "articles/information.html", context)
