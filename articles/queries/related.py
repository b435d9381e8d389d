"""Briefings that touch another one, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext

from articles.formats.wording import in_words
from articles.models.editions import CurrentEdition, Directive
from articles.queries.editions import current_editions
from articles.querysets import CurrentEditionQuerySet

CONSIDERED = 12
FEW = 3  # what more candidates than these all share tells nothing about any of them
NAMED = 3
Names = Mapping[str, str]  # by slug


@dataclass(frozen=True)
class Related:
    """Another briefing; `reason` says in a sentence what both share."""

    url: str
    language: str
    title: str
    reason: str


@dataclass(frozen=True)
class _Candidate:
    """Another briefing with what it shares: an order by its words, its issuer, sources, topics."""

    address: str
    summary: Mapping[str, Any]
    order: str | None
    issuer: str | None
    parties: Names
    topics: Names

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """The same order weighs most, a topic least."""
        return bool(self.order), bool(self.issuer), len(self.parties), len(self.topics)


def related(current: CurrentEdition, *, limit: int = 3) -> list[Related]:
    """Of the newest briefings that share something, those that share most. One query.

    `current` comes with its edition.
    """
    found = _telling(list(_candidates(current)))
    found.sort(key=lambda candidate: candidate.weight, reverse=True)
    return [_related(candidate) for candidate in found[:limit]]


def _candidates(current: CurrentEdition) -> Iterable[_Candidate]:
    topics, parties = _topics(current.summary), _parties(current.summary)
    rows = _with_shared_orders(_sharing(current, topics, parties), current)
    names = ("address", "summary", "shared_order", "shared_issuer")
    for address, summary, order, issuer in rows.values_list(*names)[:CONSIDERED]:
        yield _Candidate(
            address=address,
            summary=summary,
            order=order,
            issuer=issuer,
            parties=_both(parties, _parties(summary)),
            topics=_both(topics, _topics(summary)),
        )


def _sharing(current: CurrentEdition, topics: Names, parties: Names) -> CurrentEditionQuerySet:
    """The newest others on one of the topics, or with somebody who speaks or gives orders here."""
    slugs = {*parties, *_issuers(current)}
    on_topic = CurrentEdition.topics.through.objects.filter(topic__slug__in=topics)
    about = CurrentEdition.organisations.through.objects.filter(organisation__slug__in=slugs)
    shares = Q(pk__in=on_topic.values("currentedition")) | Q(pk__in=about.values("currentedition"))
    return current_editions().exclude(translation_key=current.translation_key).filter(shares)


def _with_shared_orders(
    rows: CurrentEditionQuerySet, current: CurrentEdition
) -> CurrentEditionQuerySet:
    orders = Directive.objects.filter(current=OuterRef("pk")).order_by("position")
    same = orders.filter(text__in=[row["text"] for row in current.edition.content["directives"]])
    issued = orders.filter(issuer__slug__in=_issuers(current))
    return rows.annotate(
        shared_order=Subquery(same.values("text")[:1]),
        shared_issuer=Subquery(issued.values("issuer__name")[:1]),
    )


def _telling(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that share more than all of them do, where they are many; else all."""
    if len(found) <= FEW:
        return list(found)
    common = set.intersection(*({*each.parties, *each.topics} for each in found))
    told = [
        _Candidate(
            address=each.address,
            summary=each.summary,
            order=each.order,
            issuer=each.issuer,
            parties=_without(common, each.parties),
            topics=_without(common, each.topics),
        )
        for each in found
    ]
    return [each for each in told if any(each.weight)] or list(found)


def _related(candidate: _Candidate) -> Related:
    return Related(
        url=f"/{candidate.address}",
        language=candidate.summary["language"],
        title=candidate.summary["title"],
        reason=_reason(candidate),
    )


def _reason(candidate: _Candidate) -> str:
    """The weightiest of what both share."""
    if candidate.order:
        return gettext("Both report the same directive: %(text)s") % {"text": candidate.order}
    if candidate.issuer:
        return gettext("Both report directives of %(name)s") % {"name": candidate.issuer}
    if candidate.parties:
        names = in_words([*candidate.parties.values()][:NAMED])
        return gettext("Both rest on %(names)s") % {"names": names}
    names = in_words([*candidate.topics.values()][:NAMED])
    return gettext("On the same topic: %(names)s") % {"names": names}


def _issuers(current: CurrentEdition) -> set[str]:
    issuers = (row["issuer"] for row in current.edition.content["directives"])
    return {party["slug"] for party in issuers if party and party["slug"]}


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


def _both(ours: Names, theirs: Names) -> Names:
    return {slug: name for slug, name in ours.items() if slug in theirs}


def _without(common: set[str], names: Names) -> Names:
    return {slug: name for slug, name in names.items() if slug not in common}
