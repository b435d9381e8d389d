"""How a feed is answered: cacheable, whoever asks, and not twice to those who have it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.feeds.channels import ChannelOf
from articles.feeds.shapes import Shape
from articles.formats.site import this_site

CACHE_CONTROL = "public, max-age=60"


@require_safe
def answer(
    request: HttpRequest, *, channel_of: ChannelOf, shape: Shape, **about: str
) -> HttpResponseBase:
    """A channel in a format; `about` is what the address says of the channel."""
    feed_url = this_site().absolute(request.path)
    body = shape.write(channel_of(**about), feed_url).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        body, content_type=f"{shape.media_type}; charset=utf-8"
    )
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    if settings.WEBSUB_HUB:  # WebSub 4: for those who subscribe without reading the feed
        response["Link"] = f'<{settings.WEBSUB_HUB}>; rel="hub", <{feed_url}>; rel="self"'
    return response
