"""The three formats in which a channel is written: RSS 2.0, Atom, JSON Feed 1.1."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

from articles.feeds.channels import Channel
from articles.formats.feed import json_item
from articles.formats.site import this_site
from articles.formats.wording import in_words


@dataclass(frozen=True)
class Shape:
    """A format: its file, its media type, and how a channel at an address is written in it."""

    file: str
    media_type: str
    write: Callable[[Channel, str], str]


class RssFeed(Rss201rev2Feed):
    """RSS that tells readers not to poll more often than every quarter of an hour."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the time to live, in minutes, and the hub that makes polling needless."""
        super().add_root_elements(handler)
        handler.addQuickElement("ttl", "15")
        if settings.WEBSUB_HUB:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": settings.WEBSUB_HUB})


class AtomFeed(Atom1Feed):
    """Atom with the hub, and with the language of each entry."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """The language of a briefing may be another one than that of the site."""
        return {"xml:lang": item["language"]}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the hub where there is one."""
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("link", "", {"rel": "hub", "href": settings.WEBSUB_HUB})


def rss(channel: Channel, feed_url: str) -> str:
    """RSS 2.0; an item's identity is no address."""
    return _written(RssFeed, channel, feed_url)


def atom(channel: Channel, feed_url: str) -> str:
    """Atom (RFC 4287)."""
    return _written(AtomFeed, channel, feed_url)


def json_feed(channel: Channel, feed_url: str) -> str:
    """JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": this_site().absolute(channel.path),
        "feed_url": feed_url,
        "language": settings.LANGUAGE_CODE,
        "items": [json_item(entry) for entry in channel.entries],
    }
    if settings.WEBSUB_HUB:
        feed["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
    return json.dumps(feed, ensure_ascii=False)


def _written(shape: type[SyndicationFeed], channel: Channel, feed_url: str) -> str:
    link = this_site().absolute(channel.path)
    feed = shape(
        title=channel.title,
        link=link,
        description=channel.description,
        subtitle=channel.description,
        language=settings.LANGUAGE_CODE,
        feed_url=feed_url,
        feed_guid=uuid5(NAMESPACE_URL, link).urn,  # the same in every format
    )
    for entry in channel.entries:
        feed.add_item(
            title=entry.title,
            language=entry.language,
            link=entry.url,
            description=entry.html,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
            author_name=in_words(entry.authors),
            categories=entry.topics,
        )
    return feed.writeString("utf-8")


SHAPES = {
    "rss": Shape("rss.xml", "application/rss+xml", rss),
    "atom": Shape("atom.xml", "application/atom+xml", atom),
    "json": Shape("feed.json", "application/feed+json", json_feed),
}
