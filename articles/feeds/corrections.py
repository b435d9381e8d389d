"""RSS, Atom and JSON Feed of the corrections log: what was wrong, and what was taken back."""

import datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.feeds.shapes import AtomFeed, RssFeed, json_answer
from articles.formats.correction import (
    Correction,
    correction_html,
    correction_of,
    json_correction,
)
from articles.queries.editions import correction_log

LIMIT = 30
PATH = "/corrections/"


def feed_title() -> str:
    """The name of the site, and what the feed is about."""
    return _("%(site)s: corrections") % {"site": settings.SITE_NAME}


def feed_description() -> str:
    """What a reader may expect."""
    return _("What was wrong in our briefings, and what we took back.")


def newest() -> list[Correction]:
    """The newest entries of the log; one query."""
    return [correction_of(row) for row in correction_log(limit=LIMIT).rows]


def address_of(correction: Correction) -> str:
    """The corrected briefing; a retraction is read in the log."""
    path = correction.path or f"{PATH}#{correction.anchor}"
    return f"{settings.BASE_URL}{path}"


@require_safe
def json_corrections(request: HttpRequest) -> HttpResponse:
    """The log as JSON Feed 1.1."""
    return json_answer(
        {
            "title": feed_title(),
            "description": feed_description(),
            "home_page_url": f"{settings.BASE_URL}{PATH}",
            "feed_url": f"{settings.BASE_URL}{request.path}",
            "language": get_language(),
            "items": [json_correction(row, url=address_of(row)) for row in newest()],
        }
    )


class AtomCorrections(AtomFeed):
    """The log as Atom."""

    def get_object(self, request: HttpRequest) -> str:
        """There is one log."""
        self.feed_url = f"{settings.BASE_URL}{request.path}"
        return PATH

    def title(self, _log: str) -> str:
        """The name of the site, and what the feed is about."""
        return feed_title()

    def description(self, _log: str) -> str:
        """What a reader may expect."""
        return feed_description()

    def subtitle(self, _log: str) -> str:
        """The same, as Atom calls it."""
        return feed_description()

    def link(self, log: str) -> str:
        """The page that shows the same."""
        return f"{settings.BASE_URL}{log}"

    def feed_guid(self, log: str) -> str:
        """An identity that does not depend on the format's address."""
        return uuid5(NAMESPACE_URL, self.link(log)).urn

    def items(self, _log: str) -> list[Correction]:
        """The newest entries; one query."""
        return newest()

    def item_title(self, item: Correction) -> str:
        """What it is, and of which briefing."""
        return item.headline

    def item_description(self, item: Correction) -> str:
        """What was wrong."""
        return correction_html(item)

    def item_link(self, item: Correction) -> str:
        """The corrected briefing, or the place in the log."""
        return address_of(item)

    def item_guid(self, item: Correction) -> str:
        """The identity of the edition."""
        return item.id

    def item_pubdate(self, item: Correction) -> datetime.datetime:
        """When it was put right."""
        return item.issued_at

    def item_updateddate(self, item: Correction) -> datetime.datetime:
        """The same: an entry never changes."""
        return item.issued_at


class RssCorrections(AtomCorrections):
    """The log as RSS 2.0."""

    feed_type = RssFeed
