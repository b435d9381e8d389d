"""Taking statements of ownership from a file: tried one by one, stored together or not at all.

A trial does everything that the import does and undoes it in the end, so the two cannot disagree.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from sources.actions.organisations import save_organisation
from sources.actions.ownership import lock_record, state_ownership
from sources.enums import OrganisationKind
from sources.imports import Claim, Named, Reading
from sources.models import Organisation, Ownership, SourceDocument


class Verdict(Enum):
    """What became of a claim."""

    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Outcome:
    """A claim of the file, what became of it, and why; `added` are organisations new with it."""

    place: str
    verdict: Verdict
    words: str
    reason: str = ""
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deed:
    """Who imports, and when."""

    now: datetime.datetime
    user: Any


@transaction.atomic
def import_ownership(
    *, reading: Reading, is_trial: bool, now: datetime.datetime, user: Any = None
) -> list[Outcome]:
    """Put on record what the file claims and the record does not contradict.

    A claim that is refused leaves no trace, not even an organisation, and holds up no other. A
    trial stores nothing.
    """
    lock_record()
    deed = Deed(now, user)
    outcomes = [_take(claim, deed) for claim in reading.claims]
    outcomes += [
        Outcome(row.place, Verdict.UNREADABLE, "", row.reason) for row in reading.unreadable
    ]
    if is_trial:
        transaction.set_rollback(True)
    return outcomes


def _take(claim: Claim, deed: Deed) -> Outcome:
    words = _words(claim)
    try:
        with transaction.atomic():
            added: list[str] = []
            owned = _organisation(claim.owned, deed, added)
            owner = _organisation(claim.owner, deed, added) if claim.owner else None
            if _is_known(claim, owned, owner):
                return Outcome(claim.place, Verdict.KNOWN, words)
            _state(claim, owned, owner, deed.user)
    except ValidationError as error:
        return Outcome(claim.place, Verdict.REFUSED, words, " ".join(error.messages))
    return Outcome(claim.place, Verdict.NEW, words, added=tuple(added))


def _words(claim: Claim) -> str:
    parts = (str(claim.owned), claim.control.words, str(claim.owner) if claim.owner else "")
    share = f", {claim.share.normalize():f} %" if claim.share is not None else ""
    return " ".join(filter(None, parts)) + share


def _organisation(named: Named, deed: Deed, added: list[str]) -> Organisation:
    """The organisation on record, by its Wikidata id or its names; else a new one."""
    found = list(_on_record(named))
    if len(found) > 1:
        raise ValidationError(
            _("More than one organisation on record goes by “%(name)s”."), params={"name": named}
        )
    if found:
        return found[0]
    if not named.name:
        raise ValidationError(
            _("The file does not name %(id)s, and nobody on record has that Wikidata id."),
            params={"id": named.wikidata_id},
        )
    return _new(named, deed, added)


def _on_record(named: Named) -> Iterable[Organisation]:
    rows = Organisation.objects.order_by("pk")
    if named.wikidata_id and (found := rows.filter(wikidata_id=named.wikidata_id)[:2]):
        return found
    for name in filter(None, (named.name, named.native_name)):
        # Whoever has another Wikidata id is somebody else, even of the same name.
        same = rows.named(name).filter(wikidata_id__in={"", named.wikidata_id})
        if found := (same if named.wikidata_id else rows.named(name))[:2]:
            return found
    return ()


def _new(named: Named, deed: Deed, added: list[str]) -> Organisation:
    kind = named.kind or OrganisationKind.COMPANY
    organisation = save_organisation(
        organisation=Organisation(
            name=named.name,
            kind=kind,
            country=named.country,
            native_name=named.native_name,
            wikidata_id=named.wikidata_id,
        ),
        aliases=named.aliases,
        on=deed.now.date(),
        user=deed.user,
    )
    guess = "" if named.kind else _(", for want of a kind")
    added.append(f"{organisation} ({kind.label}{guess})")
    return organisation


def _is_known(claim: Claim, owned: Organisation, owner: Organisation | None) -> bool:
    return Ownership.objects.filter(
        owned=owned,
        owner=owner,
        control=claim.control,
        share=claim.share,
        valid_from=claim.valid_from,
        valid_to=claim.valid_to,
    ).exists()


def _state(claim: Claim, owned: Organisation, owner: Organisation | None, user: Any) -> None:
    evidence = None
    if claim.evidence_url:
        evidence = SourceDocument.objects.filter(url=claim.evidence_url).order_by("pk").first()
    address = "" if evidence else claim.evidence_url
    state_ownership(
        owned=owned,
        control=claim.control,
        owner=owner,
        share=claim.share,
        valid_from=claim.valid_from,
        valid_to=claim.valid_to,
        evidence=evidence,
        evidence_note=" ".join(filter(None, (claim.evidence_note, address))),
        user=user,
    )
