"""RSS, Atom and JSON Feed of everything public; one topic and one organisation have the same."""

import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.feeds.shapes import AtomFeed, RssFeed, json_answer
from articles.formats.feed import FeedEntry, feed_entry, json_item
from articles.formats.site import this_site
from articles.formats.wording import in_words
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.organisations import is_public_organisation
from articles.queries.topics import public_topic

LIMIT = 30
DESCRIPTION = _("Industry briefings in which every claim shows where it comes from.")


def subject(topic: str, organisation: str) -> BriefingFilters:
    """What a feed is about; raises Http404 for what no public briefing knows."""
    if topic and public_topic(topic) is None:
        raise Http404
    if organisation and not is_public_organisation(organisation):
        raise Http404
    return BriefingFilters(topic=topic, organisation=organisation)


def title_of(filters: BriefingFilters) -> str:
    """The name of the site, and what the feed is about."""
    about = filters.topic or filters.organisation
    return f"{settings.SITE_NAME}: {about}" if about else settings.SITE_NAME


def page_of_subject(filters: BriefingFilters) -> str:
    """The page that shows the same."""
    if filters.topic:
        return f"{settings.BASE_URL}/topics/{filters.topic}/"
    if filters.organisation:
        return f"{settings.BASE_URL}/organisations/{filters.organisation}/"
    return f"{settings.BASE_URL}/"


def newest_of(filters: BriefingFilters) -> list[FeedEntry]:
    """The newest briefings on a subject; one query."""
    rows = briefings(filters=filters, limit=LIMIT).rows
    return [feed_entry(row.summary, site=this_site()) for row in rows]


@require_safe
def json_feed(request: HttpRequest, topic: str = "", organisation: str = "") -> HttpResponse:
    """The same as JSON Feed 1.1."""
    filters = subject(topic, organisation)
    feed = {
        "title": title_of(filters),
        "description": str(DESCRIPTION),
        "home_page_url": page_of_subject(filters),
        "feed_url": f"{settings.BASE_URL}{request.path}",
        "language": get_language(),
        "items": [json_item(entry) for entry in newest_of(filters)],
    }
    return json_answer(feed)


class AtomBriefings(AtomFeed):
    """The newest briefings, all or of one topic or organisation."""

    description = subtitle = DESCRIPTION

    def get_object(
        self, request: HttpRequest, topic: str = "", organisation: str = ""
    ) -> BriefingFilters:
        """Read what the feed is about; 404 for what no public briefing knows."""
        self.feed_url = f"{settings.BASE_URL}{request.path}"
        return subject(topic, organisation)

    def title(self, filters: BriefingFilters) -> str:
        """The name of the site, and what the feed is about."""
        return title_of(filters)

    def link(self, filters: BriefingFilters) -> str:
        """The page that shows the same."""
        return page_of_subject(filters)

    def feed_guid(self, filters: BriefingFilters) -> str:
        """An identity that does not depend on the format's address."""
        return uuid5(NAMESPACE_URL, self.link(filters)).urn

    def items(self, filters: BriefingFilters) -> list[FeedEntry]:
        """The newest briefings; one query."""
        return newest_of(filters)

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

    def item_extra_kwargs(self, item: FeedEntry) -> dict[str, Any]:
        """The language of the briefing."""
        return {"language": item.language}

    def item_categories(self, item: FeedEntry) -> list[str]:
        """The topics."""
        return item.topics


class RssBriefings(AtomBriefings):
    """The same as RSS 2.0."""

    feed_type = RssFeed
