"""Keeping search in step with the record: what is public can be found, and nothing else.

Called in the transaction that changes what is public, and under the lock of the chain: what is
counted of an edition is what was counted before, and the change.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery

from articles.actions.linking import Named, linked_to, named_in
from articles.fulltext import BRIEFINGS, DIRECTIVES, DOCUMENTS, ORGANISATIONS, Row
from articles.fulltext.marks import (
    CORROBORATION,
    ISSUER,
    ORGANISATION,
    TOPIC,
    language_marks,
    mark,
)
from articles.models.editions import CurrentEdition, Directive
from articles.models.locking import lock_chain
from sources.models import Organisation, OrganisationName, SourceDocument


@dataclass(frozen=True)
class Neighbours:
    """What is found because of a current edition, by primary keys."""

    organisations: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()
    directives: frozenset[int] = frozenset()
    unchanged: frozenset[int] = frozenset()  # directives that are found as before


def neighbours(current_id: int) -> Neighbours:
    """What is found because of a current edition as it stands. Two queries."""
    links = linked_to(current_id).keys
    directives = Directive.objects.filter(current=current_id).order_by()
    return Neighbours(
        organisations=links["organisations"],
        documents=links["documents"],
        directives=frozenset(directives.values_list("pk", flat=True)),
    )


def index(
    current: CurrentEdition,
    *,
    named: Named,
    directives: Iterable[Directive],
    was: Neighbours,
) -> None:
    """Make a current edition and what it brings findable; `was` is what it brought before.

    What an organisation is called has been indexed with the first briefing that spoke of it, and
    whenever it changed.
    """
    rows, day = list(directives), current.briefing_date
    marks = [
        *language_marks(current.language),
        *(mark(TOPIC, key) for key in named.topics.values()),
    ]
    BRIEFINGS.put([_briefing(current, marks, named, rows)])
    DIRECTIVES.drop(sorted(was.directives - {row.pk for row in rows}))
    anew = (row for row in rows if row.pk not in was.unchanged)
    DIRECTIVES.put(_directive(row, day, marks, named) for row in anew)
    new = sorted(named.names.keys() - was.organisations)
    ORGANISATIONS.put(Row(id=key, title="\n".join(named.names[key])) for key in new)
    titles = {row["uuid"]: row["title"] for row in current.edition.content["sources"]}
    documents = sorted(named.documents.items())
    DOCUMENTS.put(Row(id=key, title=titles[uuid]) for uuid, key in documents)
    _renew_organisations(was.organisations - set(named.organisations.values()))
    _renew_documents(was.documents - set(named.documents.values()))


def unindex(current_id: int, was: Neighbours) -> None:
    """Make an article unfindable that is no longer public, and what was public by it alone."""
    BRIEFINGS.drop([current_id])
    DIRECTIVES.drop(sorted(was.directives))
    _renew_organisations(was.organisations)
    _renew_documents(was.documents)


def index_again(*, organisation_id: int) -> int:
    """Let what an organisation is called now find it and its briefings; returns how many.

    Each in a transaction of its own, so that nobody who publishes waits for all of them.
    """
    with transaction.atomic():
        lock_chain()
        _renew_organisations(frozenset([organisation_id]))
    about_it = CurrentEdition.objects.filter(organisations=organisation_id).order_by("-pk")
    return sum(_index_once_more(key) for key in list(about_it.values_list("pk", flat=True)))


@transaction.atomic
def _index_once_more(key: int) -> bool:
    """Index a current edition as it stands; False where it is none any more."""
    lock_chain()
    current = CurrentEdition.objects.whole().filter(pk=key).first()
    if current is None:
        return False
    named = named_in(current.edition)
    index(current, named=named, directives=current.directives.all(), was=neighbours(current.pk))
    return True


def _briefing(
    current: CurrentEdition,
    marks: list[str],
    named: Named,
    directives: Iterable[Directive],
) -> Row:
    edition = current.edition
    issuers = {row.issuer_id for row in directives if row.issuer_id}
    spoken_of = [name for key in named.organisations.values() for name in named.names.get(key, ())]
    sources = [row["title"] for row in edition.content["sources"]]
    return Row(
        id=current.pk,
        day=current.briefing_date,
        marks=[
            *marks,
            mark(CORROBORATION, current.corroboration),
            *(mark(ORGANISATION, key) for key in sorted(named.organisations.values())),
            *(mark(ISSUER, key) for key in sorted(issuers)),
        ],
        title=edition.title,
        standfirst=edition.standfirst,
        names="\n".join([*spoken_of, *sources]),
        body=edition.search_text,
    )


def _directive(
    row: Directive,
    day: datetime.date,
    marks: list[str],
    named: Named,
) -> Row:
    content: Mapping[str, Any] = row.content
    parties = [party for party in (content["issuer"], *content["addressees"]) if party]
    known = named.organisations
    keys = sorted({known[p["slug"]] for p in parties if p["slug"] in known})
    called = [name for key in keys for name in named.names.get(key, ())]
    return Row(
        id=row.pk,
        day=day,
        marks=[
            *marks,
            mark(CORROBORATION, row.corroboration),
            *(mark(ORGANISATION, key) for key in keys),
            *([mark(ISSUER, row.issuer_id)] if row.issuer_id else []),
        ],
        title=row.text,
        standfirst=row.target,
        names="\n".join([*(party["name"] for party in parties), *called]),
        body=content["rationale"],
    )


def _names(organisation_ids: Iterable[int]) -> dict[int, list[str]]:
    """Every name of each organisation."""
    found: dict[int, list[str]] = {}
    rows = OrganisationName.objects.filter(organisation__in=list(organisation_ids))
    for key, name in rows.values_list("organisation_id", "name"):
        found.setdefault(key, []).append(name)
    return {key: sorted(names) for key, names in found.items()}


def _renew_organisations(keys: frozenset[int]) -> None:
    """Organisations that may be no longer public, or are called otherwise. Two queries to read."""
    if not keys:
        return
    speaking = CurrentEdition.organisations.through.objects.filter(organisation=OuterRef("pk"))
    spoken_of = Organisation.objects.filter(Exists(speaking), pk__in=keys)
    public = set(spoken_of.values_list("pk", flat=True))
    ORGANISATIONS.drop(sorted(keys - public))
    names = _names(sorted(public))
    ORGANISATIONS.put(Row(id=key, title="\n".join(names[key])) for key in sorted(names))


def _renew_documents(keys: frozenset[int]) -> None:
    """Documents that may be cited no longer, or by another title. Two queries to read."""
    if not keys:
        return
    citing = CurrentEdition.objects.filter(documents=OuterRef("pk")).order_by("-edition_id")
    documents = SourceDocument.objects.filter(pk__in=keys)
    newest = documents.annotate(newest=Subquery(citing.values("pk")[:1])).exclude(newest=None)
    cited = {key: (str(uuid), by) for key, uuid, by in newest.values_list("pk", "uuid", "newest")}
    summaries = CurrentEdition.objects.in_bulk([by for _uuid, by in cited.values()])
    DOCUMENTS.drop(sorted(keys - cited.keys()))
    DOCUMENTS.put(
        Row(id=key, title=source["title"])
        for key, (uuid, by) in sorted(cited.items())
        for source in summaries[by].summary["sources"]
        if source["uuid"] == uuid
    )
