"""Whether source documents bear one another out, decided by who owns their originators.

The rule stands in docs/glossary.md: independent documents have originators that share no
controlling organisation on the day, all known, and do not republish each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.enums import CorroborationState, OwnershipStatus, TestimonyRole
from sources.ownership import OwnershipGraph, Party


@dataclass(frozen=True)
class Testimony:
    """One source document as a witness; `originators` are the publisher where none is named."""

    document_id: int
    uuid: str
    title: str
    originators: tuple[int, ...]
    cluster: str
    role: str


@dataclass(frozen=True)
class Corroboration:
    """The verdict, one plain sentence that gives its reason, and the owner that all share."""

    state: CorroborationState
    reason: str
    shared_owner: str | None = None


def assess(testimonies: Iterable[Testimony], graph: OwnershipGraph) -> Corroboration:
    """Whether the testimonies confirm one another, on the day of the graph."""
    given = tuple(testimonies)
    if against := [each for each in given if each.role == TestimonyRole.CONTRADICTING]:
        return Corroboration(CorroborationState.DISPUTED, _contradicted(against, graph))
    bearing = _bearing(given)
    for one, other in combinations(bearing, 2):
        if are_independent(one, other, graph):
            return Corroboration(CorroborationState.CORROBORATED, _borne_out(one, other, graph))
    if not any(_is_known(each, graph) for each in bearing):
        return Corroboration(CorroborationState.UNVERIFIED, _unverified(bearing, graph))
    return _single_source(bearing, graph)


def are_independent(one: Testimony, other: Testimony, graph: OwnershipGraph) -> bool:
    """Whether neither depends on the other; what is unknown never counts as independent."""
    if not (_is_known(one, graph) and _is_known(other, graph)) or _republishes(one, other):
        return False
    return _controllers(one, graph).isdisjoint(_controllers(other, graph))


def listed(names: Iterable[str]) -> str:
    """Names as they stand in a sentence: "A", "A and B", "A, B and C"."""
    return get_text_list(list(dict.fromkeys(names)), _("and"))


def _bearing(testimonies: Iterable[Testimony]) -> tuple[Testimony, ...]:
    roles = (TestimonyRole.PRIMARY, TestimonyRole.SUPPORTING)
    return tuple(each for each in testimonies if each.role in roles)


def _is_known(testimony: Testimony, graph: OwnershipGraph) -> bool:
    originators = testimony.originators
    return bool(originators) and all(graph.is_known(each) for each in originators)


def _republishes(one: Testimony, other: Testimony) -> bool:
    same_document = one.document_id == other.document_id
    return same_document or (bool(one.cluster) and one.cluster == other.cluster)


def _controllers(testimony: Testimony, graph: OwnershipGraph) -> frozenset[int]:
    return frozenset().union(*(graph.controllers(each) for each in testimony.originators))


def _parties(testimonies: Iterable[Testimony], graph: OwnershipGraph) -> tuple[Party, ...]:
    ids = dict.fromkeys(party for each in testimonies for party in each.originators)
    return tuple(graph.parties[party] for party in ids)


def _witnesses(testimonies: Iterable[Testimony], graph: OwnershipGraph) -> str:
    """By which names a reader knows the documents: their originators, or their titles."""
    names: list[str] = []
    for each in testimonies:
        own = [party.name for party in _parties([each], graph)]
        names += own or [_("“%(title)s”") % {"title": each.title}]
    return listed(names)


def _contradicted(against: Sequence[Testimony], graph: OwnershipGraph) -> str:
    return _("Contradicted by %(names)s.") % {"names": _witnesses(against, graph)}


def _borne_out(one: Testimony, other: Testimony, graph: OwnershipGraph) -> str:
    words = {"one": _witnesses([one], graph), "other": _witnesses([other], graph)}
    return _("%(one)s and %(other)s share no controlling organisation.") % words


def _unverified(bearing: Sequence[Testimony], graph: OwnershipGraph) -> str:
    if not bearing:
        return _("No source document bears it out.")
    return _not_known(bearing, graph)


def _not_known(unknown: Sequence[Testimony], graph: OwnershipGraph) -> str:
    if nameless := [each for each in unknown if not each.originators]:
        names = _witnesses(nameless, graph)
        sentence = ngettext(
            "Where %(names)s comes from is not known.",
            "Where %(names)s come from is not known.",
            len(nameless),
        )
        return sentence % {"names": names}
    parties = [party for party in _parties(unknown, graph) if not graph.is_known(party.id)]
    return _("The ownership of %(names)s is not known.") % {
        "names": listed(each.name for each in parties)
    }


def _single_source(bearing: Sequence[Testimony], graph: OwnershipGraph) -> Corroboration:
    parties = _parties(bearing, graph)
    group = _largest_group(parties, graph)
    owner = shared_owner(group, graph) if len(group) > 1 else None
    if owner:
        together = shared_owner(parties, graph)
        reason = _one_owner(group, owner, graph)
        return Corroboration(
            CorroborationState.SINGLE_SOURCE, reason, together.name if together else None
        )
    return Corroboration(CorroborationState.SINGLE_SOURCE, _alone(bearing, graph))


def shared_owner(parties: Sequence[Party], graph: OwnershipGraph) -> Party | None:
    """The nearest organisation that controls all of these, which may be one of them."""
    if not parties:
        return None
    others = [graph.controllers(party.id) for party in parties[1:]]
    above = graph.upwards(parties[0].id)
    return next((each for each in above if all(each.id in ids for ids in others)), None)


def _largest_group(parties: Sequence[Party], graph: OwnershipGraph) -> tuple[Party, ...]:
    """The most originators that answer to one owner, in the order of their citation."""
    groups = [
        tuple(party for party in parties if owner in graph.controllers(party.id))
        for owner in sorted(frozenset().union(*(graph.controllers(p.id) for p in parties)))
    ]
    return max(groups, key=len, default=())


def _one_owner(group: Sequence[Party], owner: Party, graph: OwnershipGraph) -> str:
    below = [party for party in group if party.id != owner.id]
    words = {
        "names": listed(party.name for party in group),
        "below": listed(party.name for party in below),
        "owner": _with_status(owner, graph),
    }
    if len(below) < len(group):
        return _("%(names)s: %(below)s controlled by %(owner)s.") % words
    if len(group) == 2:
        return _("%(names)s: both controlled by %(owner)s.") % words
    return _("%(names)s: all controlled by %(owner)s.") % words


def _with_status(owner: Party, graph: OwnershipGraph) -> str:
    if owner.is_terminal:
        return owner.name
    words = OwnershipStatus(graph.status(owner.id)).words
    return _("%(name)s, %(status)s") % {"name": owner.name, "status": words}


def _alone(bearing: Sequence[Testimony], graph: OwnershipGraph) -> str:
    if unknown := [each for each in bearing if not _is_known(each, graph)]:
        return _not_known(unknown, graph)
    names = _witnesses(bearing, graph)
    if len({each.document_id for each in bearing}) > 1 and len(_parties(bearing, graph)) > 1:
        return _("%(names)s: each republishes the same text.") % {"names": names}
    return _("%(names)s: no other source bears it out.") % {"names": names}
