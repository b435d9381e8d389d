"""References to an edition as files for reference managers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.enums import EditionKind
from articles.formats.cite import FILES, reference_of
from articles.formats.site import this_site
from articles.queries.editions import article_at, version
from articles.views.article import not_here
from articles.views.rendering import CACHE_CONTROL


@require_safe
def reference_file(
    request: HttpRequest, address: str, ending: str, number: str | None = None
) -> HttpResponse:
    """How to refer to the current edition, or to the one with this number."""
    rest = f"versions/{number}/cite.{ending}" if number else f"cite.{ending}"
    current = article_at(address)
    if current is None:
        return not_here(request, address, rest)
    edition = version(current, int(number)) if number else current.edition
    if edition is None or not EditionKind(edition.kind).is_public:
        raise Http404
    form = FILES[ending]
    reference = reference_of(
        edition.content, number=edition.number, sha256=edition.sha256, site=this_site()
    )
    response = HttpResponse(form.write(reference), content_type=f"{form.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{reference.key}.{ending}"'
    response["Cache-Control"] = CACHE_CONTROL
    response["X-Robots-Tag"] = "noindex"
    return response
