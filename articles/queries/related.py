"""Briefings that touch another one, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from articles.formats.wording import in_words
from articles.models.editions import CurrentEdition
from articles.queries.editions import current_editions

CONSIDERED = 8


@dataclass(frozen=True)
class Related:
    """Another briefing; `reason` names what both share."""

    url: str
    language: str
    title: str
    reason: str


def related(current: CurrentEdition, *, limit: int = 3) -> list[Related]:
    """Of the newest briefings that share a topic or source, those that share most. One query."""
    topics, parties = _topics(current.summary), _parties(current.summary)
    if not topics and not parties:
        return []
    on_topic = CurrentEdition.topics.through.objects.filter(topic__slug__in=topics)
    about = CurrentEdition.organisations.through.objects.filter(organisation__slug__in=parties)
    shares = Q(pk__in=on_topic.values("currentedition")) | Q(pk__in=about.values("currentedition"))
    others = current_editions().exclude(translation_key=current.translation_key).filter(shares)
    found = [
        (address, summary, _shared(summary, topics, parties))
        for address, summary in others.values_list("address", "summary")[:CONSIDERED]
    ]
    found.sort(key=lambda row: -len(row[2]))
    return [
        Related(
            url=f"/{address}",
            language=summary["language"],
            title=summary["title"],
            reason=in_words(names),
        )
        for address, summary, names in found[:limit]
        if names
    ]


def _shared(
    summary: Mapping[str, Any], topics: Mapping[str, str], parties: Mapping[str, str]
) -> list[str]:
    """The names of what both share: sources first, because they weigh more."""
    theirs = {**_parties(summary), **_topics(summary)}
    return [name for slug, name in {**parties, **topics}.items() if slug in theirs][:3]


def _topics(summary: Mapping[str, Any]) -> dict[str, str]:
    return {topic["slug"]: topic["name"] for topic in summary["topics"]}


def _parties(summary: Mapping[str, Any]) -> dict[str, str]:
    """Publishers and originators by slug."""
    return {
        party["slug"]: party["name"]
        for source in summary["sources"]
        for party in [source["publisher"], *source["originators"]]
        if party
    }
