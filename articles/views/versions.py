"""The published versions of a briefing: their list, each as it was, and what came of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.enums import EditionKind
from articles.formats.difference import compare
from articles.formats.language import written_in
from articles.formats.site import this_site
from articles.formats.versions import version_rows
from articles.models.editions import CurrentEdition, Edition
from articles.queries.editions import article_at, next_version, version, versions
from articles.views.article import above, edition_context, not_here
from articles.views.rendering import render_page


@require_safe
def version_list(request: HttpRequest, address: str) -> HttpResponse:
    """Every edition with its reason; never for search engines."""
    current = article_at(address)
    if current is None:
        return not_here(request, address, "versions/")
    title, path = current.edition.title, f"/{current.address}"
    with written_in(current.language):
        context = {
            "current": "briefings",
            "title": _("Editions: %(title)s") % {"title": title},
            "above": above(current),
            "crumb": _("Editions"),
            "robots": "noindex",
            "article": {"title": title, "path": path, "language": current.language},
            "versions": version_rows(versions(current), path=path),
        }
        return render_page(request, "articles/versions.html", context)


@require_safe
def earlier_version(request: HttpRequest, address: str, number: str) -> HttpResponse:
    """A published version as it was, and what came next; never for search engines."""
    current = article_at(address)
    if current is None:
        return not_here(request, address, f"versions/{number}/")
    edition = version(current, int(number))
    if edition is None:
        raise Http404
    with written_in(edition.language):
        if not EditionKind(edition.kind).is_public:
            context = {"reason": edition.reason, "robots": "noindex"}
            return render_page(request, "410.html", context, status=410)
        context = edition_context(edition, is_open=False) | {
            "robots": "noindex",
            "canonical": this_site().absolute(current.address),
            "above": above(current),
            "crumb": _("Edition %(number)s") % {"number": edition.number},
            "earlier": _earlier(edition, current),
            "change": _change(edition, current),
        }
        return render_page(request, "articles/article.html", context)


def _earlier(edition: Edition, current: CurrentEdition) -> dict[str, Any]:
    return {
        "number": edition.number,
        "is_current": edition.pk == current.edition_id,
        "current_number": current.edition.number,
        "current_url": f"/{current.address}",
    }


def _change(edition: Edition, current: CurrentEdition) -> dict[str, Any] | None:
    """What the next edition that could be read made of this one; None for the current one."""
    if edition.pk == current.edition_id:
        return None
    after = next_version(current, edition.number)
    return {
        "before": edition,
        "after": after,
        "url": f"/{current.address}versions/{after.number}/",
        "difference": compare(
            before=edition.content,
            after=after.content,
            before_html=edition.body_html,
            after_html=after.body_html,
        ),
    }
