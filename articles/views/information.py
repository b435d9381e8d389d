"""What the newsroom says of itself: about, policies, how to reach it."""

from django.http import HttpRequest, HttpResponse

from articles.models.information import Information
from articles.views.rendering import render_page


def information_response(request: HttpRequest, information: Information) -> HttpResponse:
    """The page of a public information."""
    context = {
        "title": information.title,
        "description": information.summary,
        "page_language": information.language,
        "information": information,
    }
    return render_page(request, "articles/information.html", context)
