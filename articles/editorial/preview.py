"""How a draft would read: a passing edition compiled from it, in the template that readers get."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from articles.compile import compile_edition
from articles.compile.information import information_html
from articles.dossier import open_dossier
from articles.enums import EditionKind
from articles.formats.language import written_in
from articles.formats.page import briefing_page
from articles.formats.site import this_site
from articles.models.information import Information
from articles.models.information_pages import InformationPage
from articles.models.pages import ArticlePage

NOT_SEALED = "0" * 64


def preview(_request: HttpRequest, article: ArticlePage) -> HttpResponse:
    """Render a draft, stored or still in the form, as its next edition."""
    dossier = open_dossier(article)
    compiled = compile_edition(dossier, kind=EditionKind.PUBLISHED, now=timezone.now())
    number = dossier.previous.number + 1 if dossier.previous else 1
    site = this_site()
    with written_in(article.language):
        page = briefing_page(
            compiled.content, number=number, sha256=NOT_SEALED, site=site, is_open=False
        )
        context = {
            "article": page,
            "body_html": compiled.body_html,
            "site_name": site.name,
            "current": "briefings",
            "title": page.title,
            "robots": "noindex",
        }
        return HttpResponse(render_to_string("articles/article.html", context))


def preview_information(_request: HttpRequest, page: InformationPage) -> HttpResponse:
    """Render a draft of an information page as it would be read."""
    context = {
        "information": Information(
            title=page.title,
            summary=page.summary,
            html=information_html(page),
            updated_at=timezone.now(),
        ),
        "site_name": this_site().name,
        "title": page.title,
        "robots": "noindex",
    }
    return HttpResponse(render_to_string("articles/information.html", context))
