"""All that stands above an organisation as plain data: what editions keep, and pictures show."""

from typing import Any

from sources.ownership import OwnershipGraph, Party, Step


def chain_data(organisation_id: int, graph: OwnershipGraph) -> dict[str, list[dict[str, Any]]]:
    """`parties`, the organisation first, and `statements`, which name them by slug.

    Every statement on the ways up is there, with those that decide nothing: minority stakes, and
    that nobody stands above.
    """
    statements = graph.statements_above(organisation_id)
    parties = list(graph.upwards(organisation_id))
    parties += [step.owner for step in statements if step.owner and step.owner not in parties]
    return {
        "parties": [_party(party, graph) for party in dict.fromkeys(parties)],
        "statements": [_statement(step) for step in statements],
    }


def _party(party: Party, graph: OwnershipGraph) -> dict[str, Any]:
    return {
        "name": party.name,
        "slug": party.slug,
        "kind": str(party.kind.value),
        "words": graph.status(party.id).words,
    }


def _statement(step: Step) -> dict[str, Any]:
    return {
        "organisation": step.organisation.slug,
        "control": str(step.control.value),
        "control_words": step.control.words,
        "owner": step.owner.slug if step.owner else None,
        "share": str(step.share) if step.share is not None else None,
        "since": step.valid_from.isoformat() if step.valid_from else None,
    }
