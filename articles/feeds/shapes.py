"""What every feed has in common: how long it may be kept, and the shape of each format."""

from collections.abc import Mapping
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

CACHE_CONTROL = "public, max-age=60"


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 that tells readers not to poll more often than every quarter of an hour."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the time to live, in minutes."""
        super().add_root_elements(handler)
        handler.addQuickElement("ttl", "15")


class TranslatedAtom(Atom1Feed):
    """Atom whose entries say in which language they are; the feed itself speaks the site's."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """The language of the entry, where the feed knows it."""
        language = item.get("language")
        return {"xml:lang": language} if language else {}


class AtomFeed(Feed[Any, Any]):
    """A feed that is answered cacheable, whoever asks; items are no addresses of their own."""

    feed_type: type[SyndicationFeed] = TranslatedAtom
    item_guid_is_permalink = False

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer cacheable."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = CACHE_CONTROL
        return response


def json_answer(feed: Mapping[str, Any]) -> HttpResponse:
    """A JSON Feed 1.1 as an answer."""
    response = JsonResponse(
        {"version": "https://jsonfeed.org/version/1.1", **feed},
        content_type="application/feed+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = CACHE_CONTROL
    return response
