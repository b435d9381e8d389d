"""What can be subscribed to: briefings (all, or on a subject), directives, corrections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from articles.formats.correction import correction_of
from articles.formats.feed import FeedEntry, briefing_entry, correction_entry, directive_entry
from articles.formats.site import this_site
from articles.queries.authors import public_author
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.directives import newest_directives
from articles.queries.editions import correction_log
from articles.queries.organisations import organisation_record
from articles.queries.topics import public_topic

LIMIT = 30


@dataclass(frozen=True)
class Channel:
    """A feed in any format; `path` is the page that shows the same."""

    title: str
    description: str
    path: str
    entries: Sequence[FeedEntry]


ChannelOf = Callable[..., Channel]


def all_briefings() -> Channel:
    """Everything public. One query."""
    return _briefings("", "/", BriefingFilters())


def of_topic(slug: str) -> Channel:
    """The briefings on a topic; raises Http404 for one that no public briefing is about."""
    topic = public_topic(slug)
    if topic is None:
        raise Http404
    return _briefings(topic.name, f"/topics/{slug}/", BriefingFilters(topic=slug))


def of_organisation(slug: str) -> Channel:
    """The briefings that involve an organisation; raises Http404 where there are none."""
    record = organisation_record(slug)
    if record is None:
        raise Http404
    filters = BriefingFilters(organisation=slug)
    return _briefings(record.name, f"/organisations/{slug}/", filters)


def of_author(slug: str) -> Channel:
    """What an author wrote; raises Http404 for one without a public briefing."""
    author = public_author(slug)
    if author is None:
        raise Http404
    return _briefings(author.name, f"/authors/{slug}/", BriefingFilters(author=slug))


def new_directives() -> Channel:
    """The newest directives, each as an item of its own. One query."""
    site = this_site()
    return Channel(
        title=_("%(site)s: directives") % {"site": site.name},
        description=_("Every order, guidance and target that our briefings report."),
        path="/directives/",
        entries=[
            directive_entry(row.content, row.current.summary, site=site)
            for row in newest_directives(LIMIT)
        ],
    )


def corrections() -> Channel:
    """What was wrong, and what was taken back. One query."""
    site = this_site()
    return Channel(
        title=_("%(site)s: corrections") % {"site": site.name},
        description=_("What was wrong in our briefings, and what we took back."),
        path="/corrections/",
        entries=[
            correction_entry(correction_of(row), site=site)
            for row in correction_log(limit=LIMIT).rows
        ],
    )


def _briefings(about: str, path: str, filters: BriefingFilters) -> Channel:
    site = this_site()
    return Channel(
        title=f"{site.name}: {about}" if about else site.name,
        description=_("Industry briefings in which every claim shows where it comes from."),
        path=path,
        entries=[
            briefing_entry(row.summary, site=site)
            for row in briefings(filters=filters, limit=LIMIT).rows
        ],
    )
