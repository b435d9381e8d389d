"""What a current edition is linked to: read in one query, and changed only where it differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.snippets import Author, Topic
from articles.queries.files import files_in
from sources.models import Organisation, OrganisationName, SourceDocument

# Relations of a current edition, each with the column of its rows that says what is linked.
RELATIONS = {
    "topics": "topic_id",
    "authors": "author_id",
    "organisations": "organisation_id",
    "documents": "sourcedocument_id",
    "files": "document_id",
}
Keys = Mapping[str, frozenset[int]]  # primary keys of what is linked, by relation


@dataclass(frozen=True)
class Named:
    """The records that the content of an edition names: primary keys by slug, uuid or id."""

    topics: Mapping[str, int]
    authors: Mapping[str, int]
    organisations: Mapping[str, int]
    documents: Mapping[str, int]
    files: Mapping[str, int]
    names: Mapping[int, list[str]]  # every name of each organisation

    @property
    def keys(self) -> Keys:
        """What a current edition of this content is linked to."""
        return {name: frozenset(getattr(self, name).values()) for name in RELATIONS}


def named_in(edition: Edition) -> Named:
    """Every record that an edition names and that is there. One query."""
    content = edition.content
    slugs = {party["slug"] for party in _parties(content) if party} - {None}
    uuids = [source["uuid"] for source in content["sources"]]
    topics = Topic.objects.filter(slug__in=[row["slug"] for row in content["topics"]])
    authors = Author.objects.filter(slug__in=[row["slug"] for row in content["authors"]])
    parties = Organisation.objects.filter(slug__in=slugs)
    names = OrganisationName.objects.filter(organisation__slug__in=slugs)
    found: dict[str, dict[str, int]] = {name: {} for name in RELATIONS}
    called: dict[int, list[str]] = {}
    rows = _together(
        _rows("topics", topics, key="pk", call="slug"),
        _rows("authors", authors, key="pk", call="slug"),
        _rows("organisations", parties, key="pk", call="slug"),
        _rows("names", names, key="organisation_id", call="name"),
        _rows("documents", SourceDocument.objects.filter(uuid__in=uuids), key="pk", call="uuid"),
        _rows("files", files_in(edition.body_html), key="pk", call="pk"),
    )
    for name, key, call in rows:
        if name == "names":
            called.setdefault(key, []).append(call)
        else:  # SQLite keeps a uuid without its hyphens
            found[name][str(UUID(call)) if name == "documents" else call] = key
    return Named(**found, names={key: sorted(names) for key, names in called.items()})


@dataclass(frozen=True)
class Links:
    """What a current edition is linked to, and its directives to their addressees."""

    keys: Keys
    addressees: frozenset[tuple[int, int]]  # directive and organisation


def linked_to(current_id: int) -> Links:
    """What a current edition is linked to as it stands. One query."""
    found: dict[str, set[int]] = {name: set() for name in RELATIONS}
    addressees = set()
    rows = _together(
        *(
            _rows(
                name,
                CurrentEdition.links(name).filter(currentedition=current_id),
                key=end,
                call="pk",
            )
            for name, end in RELATIONS.items()
        ),
        _rows(
            "addressees",
            Directive.addressees.through.objects.filter(directive__current=current_id),
            key="organisation_id",
            call="directive_id",
        ),
    )
    for name, key, call in rows:
        if name == "addressees":
            addressees.add((int(call), key))
        else:
            found[name].add(key)
    keys = {name: frozenset(linked) for name, linked in found.items()}
    return Links(keys, frozenset(addressees))


def link(current_id: int, *, was: Keys, now: Keys) -> None:
    """Change what a current edition is linked to."""
    for name, end in RELATIONS.items():
        links = CurrentEdition.links(name)
        if gone := was[name] - now[name]:
            links.filter(**{f"{end}__in": gone}, currentedition=current_id).delete()
        new = ({"currentedition_id": current_id, end: key} for key in sorted(now[name] - was[name]))
        links.bulk_create([links.model(**columns) for columns in new])


def address(*, was: frozenset[tuple[int, int]], now: frozenset[tuple[int, int]]) -> None:
    """Change whom directives are addressed to."""
    links = Directive.addressees.through.objects
    if gone := was - now:
        directives, organisations = zip(*gone, strict=True)
        there = links.filter(directive__in=directives, organisation__in=organisations)
        pairs = there.values_list("pk", "directive_id", "organisation_id")
        links.filter(pk__in=[key for key, *pair in pairs if tuple(pair) in gone]).delete()
    new = sorted(now - was)
    links.bulk_create([links.model(directive_id=a, organisation_id=b) for a, b in new])


def _parties(content: Mapping[str, Any]) -> Iterable[Mapping[str, Any] | None]:
    for source in content["sources"]:
        for party in (source["publisher"], *source["originators"]):
            yield party
            yield from party["ownership"]["path"] if party else ()
    for directive in content["directives"]:
        yield directive["issuer"]
        yield from directive["addressees"]


def _rows(name: str, rows: QuerySet[Any], *, key: str, call: str) -> QuerySet[Any]:
    called = Cast(call, CharField())
    return rows.order_by().values_list(Value(name, CharField()), key, called)


def _together(first: QuerySet[Any], *others: QuerySet[Any]) -> QuerySet[Any]:
    return first.union(*others, all=True)
