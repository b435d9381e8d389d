"""From rows to answers: the stored JSON of an edition as it is, and the little that is added."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from articles.formats.challenged import Doubt
from articles.formats.changes import change_type
from articles.formats.moments import timestamp
from articles.formats.site import this_site
from articles.models.challenges import Challenge
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.snippets import Topic
from articles.queries.comments import ThreadComment
from articles.queries.documents import PublicDocument, Quoting
from sources.enums import OrganisationKind, Reliability
from sources.models import Organisation
from sources.ownership import OwnershipGraph, Step

Answer = dict[str, Any]
NOT_SHOWN = ("address", "translation_key")
NOT_OF_THE_DOCUMENT = ("role",)  # what an article makes of a document is the article's


def article(current: CurrentEdition, translations: Iterable[CurrentEdition]) -> Answer:
    """A public article with all of its content, and where it is read in other languages."""
    return {
        **_content(current.edition.content),
        "translations": [_translation(row) for row in translations],
        **_standing(current),
    }


def article_item(current: CurrentEdition) -> Answer:
    """A public article in a list."""
    return {**_content(current.summary), **_standing(current)}


def article_state(current: CurrentEdition) -> Sequence[Any]:
    """All that both of the above depend on: editions never change."""
    counted = current.comment_count, current.translations_changed_at
    return current.edition_id, current.edition.sha256, *counted


def directive(row: Directive) -> Answer:
    """A directive as its edition has it, with the briefing that reports it."""
    edition = row.current.edition
    briefing = {
        "uuid": str(edition.article_uuid),
        "title": edition.title,
        "url": absolute(edition.address),
    }
    return {**row.content, "briefing": briefing}


def directive_state(row: Directive) -> Sequence[Any]:
    """All that a directive's representation depends on."""
    return str(row.uuid), row.current.edition.sha256


def comment(row: ThreadComment) -> Answer:
    """A comment at its place in the thread, or the place of one that others answered."""
    return {
        "id": row.id,
        "parent": row.parent,
        "depth": row.depth,
        "state": row.state,
        "name": row.name,
        "by_staff": row.is_by_staff,
        "text": row.text,
        "about": {"kind": row.about_kind, "id": row.about_id, "text": row.about_text}
        if row.about_id
        else None,
        "created_at": timestamp(row.created_at),
        "edited_at": timestamp(row.edited_at) if row.edited_at else None,
    }


def comment_state(row: ThreadComment) -> Sequence[Any]:
    """All that a comment's representation depends on."""
    return row.id, row.state, row.name, row.edited_at


def challenge(row: Challenge, told: Doubt) -> Answer:
    """A challenge as readers are told of it."""
    return {
        "id": told.id,
        "claim": {"kind": row.claim_kind, "id": told.claim_id, "text": told.claim},
        "reason": row.reason,
        "source_url": told.source_url,
        "status": told.status,
        "edition": told.edition,
        "answer": told.answer,
        "answer_edition": told.answer_edition,
        "made_at": timestamp(told.made_at),
        "decided_at": timestamp(told.decided_at) if told.decided_at else None,
        "url": absolute(told.url.removeprefix("/")),
    }


def challenge_state(row: Challenge, told: Doubt) -> Sequence[Any]:
    """All that a challenge's representation depends on: an answer is given once."""
    return row.pk, told.status, told.url


def topic(row: Topic) -> Answer:
    """A topic with the number of its public briefings."""
    return {
        "name": row.name,
        "slug": row.slug,
        "description": row.description,
        "briefings": _briefings(row),
    }


def organisation(row: Organisation, graph: OwnershipGraph) -> Answer:
    """An organisation: who it is, how far it can be trusted, who stands above it."""
    reliability = Reliability(row.reliability)
    kind = OrganisationKind(row.kind)
    return {
        "name": row.name,
        "slug": row.slug,
        "native_name": row.native_name,
        "aliases": _aliases(row),
        "kind": kind.value,
        "country": row.country,
        "website": row.website,
        "wikidata_id": row.wikidata_id,
        "lei": row.lei,
        "reliability": {
            "code": reliability.value,
            "words": reliability.words,
            "reason": row.reliability_reason,
            "assessed_on": _day(row.reliability_on),
        },
        "ownership": ownership(row.pk, graph),
        "briefings": _briefings(row),
        "url": absolute(f"organisations/{row.slug}/"),
    }


def ownership(organisation_id: int, graph: OwnershipGraph) -> Answer:
    """The chain of owners on the graph's day, from the organisation upwards."""
    status = graph.status(organisation_id)
    return {
        "status": str(status.value),
        "words": status.words,
        "on": graph.on.isoformat(),
        "chain": [_step(step) for step in graph.path(organisation_id)],
    }


def document(found: PublicDocument) -> Answer:
    """A source document with every quote that public briefings take from it."""
    description = {
        key: value for key, value in found.description.items() if key not in NOT_OF_THE_DOCUMENT
    }
    return {**description, "quoted_by": [_quoting(row) for row in found.quoted_by]}


def change(edition: Edition) -> Answer:
    """An edition as a line of the record; no URL where its article cannot be read any more."""
    is_public = getattr(edition, "is_public")
    return {
        "position": edition.pk,
        "uuid": str(edition.article_uuid),
        "number": edition.number,
        "kind": edition.kind,
        "type": change_type(edition.kind).value,
        "issued_at": timestamp(edition.issued_at),
        "url": absolute(edition.address) if is_public else None,
        "sha256": edition.sha256,
    }


def _content(stored: Mapping[str, Any]) -> Answer:
    """The stored content with a URL in the place of its address."""
    shown = {key: value for key, value in stored.items() if key not in NOT_SHOWN}
    return {"uuid": stored["uuid"], "url": absolute(stored["address"]), **shown}


def _translation(current: CurrentEdition) -> Answer:
    return {
        "uuid": str(current.article_uuid),
        "language": current.language,
        "title": current.edition.title,
        "url": absolute(current.address),
    }


def _standing(current: CurrentEdition) -> Answer:
    edition = current.edition
    return {
        "edition": {
            "number": edition.number,
            "kind": edition.kind,
            "reason": edition.reason,
            "issued_at": timestamp(edition.issued_at),
            "sha256": edition.sha256,
        },
        "comment_count": current.comment_count,
    }


def _step(step: Step) -> Answer:
    owner = {"name": step.owner.name, "slug": step.owner.slug} if step.owner else None
    return {
        "organisation": {"name": step.organisation.name, "slug": step.organisation.slug},
        "control": step.control.value,
        "control_words": step.control.words,
        "owner": owner,
        "share": str(step.share) if step.share is not None else None,
        "valid_from": _day(step.valid_from),
        "valid_to": _day(step.valid_to),
        "evidence_note": step.evidence_note,
    }


def _quoting(row: Quoting) -> Answer:
    quotes: list[Mapping[str, Any]] = [
        {key: citation[key] for key in ("number", "quote", "prefix", "suffix", "start", "end")}
        for citation in row.citations
    ]
    return {"uuid": row.uuid, "title": row.title, "url": absolute(row.address), "quotes": quotes}


def _aliases(row: Organisation) -> list[str]:
    own = {row.name, row.native_name}
    return [alias.name for alias in row.names.all() if alias.name not in own]


def _briefings(row: Topic | Organisation) -> int:
    """The count that the query adds to a row."""
    return getattr(row, "briefings")


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def absolute(address: str) -> str:
    """The public URL of an address."""
    return this_site().absolute(address)
