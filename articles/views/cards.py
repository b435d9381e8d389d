"""The pictures of shared links; an address names its edition, so it may be kept for a year."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.formats.card import Card, card_of, draw
from articles.formats.site import this_site
from articles.queries.editions import article_at
from articles.views.article import not_here

A_YEAR = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"


@require_safe
def card(request: HttpRequest, address: str, number: str) -> HttpResponse:
    """The picture of the current edition; earlier ones are not shared any more."""
    current = article_at(address)
    if current is None:
        return not_here(request, address, f"card-{number}.png")
    if current.edition.number != int(number):
        raise Http404
    return _picture(request, card_of(current.edition.content, site=this_site()), A_YEAR)


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """The picture of every page that has none of its own."""
    line = _("Industry briefings in which every claim shows where it comes from.")
    return _picture(request, Card(site_name=this_site().name, title=line), A_DAY)


def _picture(request: HttpRequest, card: Card, cache_control: str) -> HttpResponse:
    etag = f'"{hashlib.sha256(repr(card).encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(draw(card), content_type="image/png")
    response["ETag"] = etag
    response["Cache-Control"] = cache_control
    return response
