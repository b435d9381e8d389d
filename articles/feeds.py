"""RSS and Atom of everything public; one topic and one organisation have the same."""

import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext_lazy as _
from django.utils.xmlutils import SimplerXMLGenerator

from articles.formats.feed import FeedEntry, feed_entry
from articles.formats.wording import in_words
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.organisations import is_public_organisation
from articles.queries.topics import public_topic

LIMIT = 30


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 that tells readers not to poll more often than every quarter of an hour."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the time to live, in minutes."""
        super().add_root_elements(handler)
        handler.addQuickElement("ttl", "15")


class AtomBriefings(Feed[FeedEntry, BriefingFilters]):
    """The newest briefings, all or of one topic or organisation."""

    feed_type: type[SyndicationFeed] = Atom1Feed
    language = "en"
    description = subtitle = _("Industry briefings in which every claim shows where it comes from.")
    item_guid_is_permalink = False

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer cacheable, whoever asks."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=60"
        return response

    def get_object(
        self, request: HttpRequest, topic: str = "", organisation: str = ""
    ) -> BriefingFilters:
        """Read what the feed is about; 404 for what no public briefing knows."""
        self.feed_url = f"{settings.BASE_URL}{request.path}"
        if topic and public_topic(topic) is None:
            raise Http404
        if organisation and not is_public_organisation(organisation):
            raise Http404
        return BriefingFilters(topic=topic, organisation=organisation)

    def title(self, filters: BriefingFilters) -> str:
        """The name of the site, and what the feed is about."""
        about = filters.topic or filters.organisation
        return f"{settings.SITE_NAME}: {about}" if about else settings.SITE_NAME

    def link(self, filters: BriefingFilters) -> str:
        """The page that shows the same."""
        if filters.topic:
            return f"{settings.BASE_URL}/topics/{filters.topic}/"
        if filters.organisation:
            return f"{settings.BASE_URL}/organisations/{filters.organisation}/"
        return f"{settings.BASE_URL}/"

    def feed_guid(self, filters: BriefingFilters) -> str:
        """An identity that does not depend on the format's address."""
        return uuid5(NAMESPACE_URL, self.link(filters)).urn

    def items(self, filters: BriefingFilters) -> list[FeedEntry]:
        """The newest briefings; one query."""
        rows = briefings(filters=filters, limit=LIMIT).rows
        return [feed_entry(row.summary) for row in rows]

    def item_title(self, item: FeedEntry) -> str:
        """The title as it stands on the page."""
        return item.title

    def item_description(self, item: FeedEntry) -> str:
        """Corrections, standfirst, highlights, verdict on the evidence, disclaimer."""
        return item.html

    def item_link(self, item: FeedEntry) -> str:
        """The absolute address."""
        return item.url

    def item_guid(self, item: FeedEntry) -> str:
        """The identity that survives moves."""
        return item.id

    def item_pubdate(self, item: FeedEntry) -> datetime.datetime:
        """When the first edition was issued."""
        return item.published_at

    def item_updateddate(self, item: FeedEntry) -> datetime.datetime:
        """When the current edition was issued: a correction moves it."""
        return item.updated_at

    def item_author_name(self, item: FeedEntry) -> str:
        """All authors in words."""
        return in_words(item.authors)

    def item_categories(self, item: FeedEntry) -> list[str]:
        """The topics."""
        return item.topics


class RssBriefings(AtomBriefings):
    """The same as RSS 2.0."""

    feed_type = RssFeed
