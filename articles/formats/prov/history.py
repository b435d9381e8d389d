"""The half of a provenance document that tells what was done, when and by whom.

People stand in it by the names that the edition shows to readers: those of the byline, those who
checked and approved, and whoever answers for a tool. Of earlier editions it tells what the list of
versions tells.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.enums import EditionKind, Transition
from articles.formats.prov.names import Names
from articles.formats.prov.records import Records, moment, named

Content = Mapping[str, Any]
# What a review is called: as a name in the document, as a kind, and as the part of who gave it.
REVIEWS = {
    Transition.SOURCE_CHECK: ("source-check", "SourceCheck", "source checker"),
    Transition.APPROVE: ("approval", "EditorialApproval", "approver"),
}


@dataclass(frozen=True)
class Version:
    """An edition without its content; `issued_at` is in RFC 3339, `sha256` is the seal."""

    number: int
    kind: EditionKind
    reason: str
    issued_at: str
    sha256: str


def tell_history(records: Records, names: Names, versions: Iterable[Version]) -> str:
    """Tell the editions, the oldest first; returns the name of the last that could be read."""
    before = ""
    for version in versions:
        if version.kind.is_public:
            before = _tell_edition(records, names, version, before)
        elif before:
            _tell_end(records, names, version, before)
    return before


def tell_drafting(
    records: Records, names: Names, content: Content, *, number: int, edition: str
) -> None:
    """Tell who wrote an edition, out of what, and with which tool."""
    drafting = names.deed("drafting", number)
    records.tell("activity", drafting, {"prov:type": named("assay:Drafting")})
    _inform(records, names.deed("publication", number), drafting)
    for source in content["sources"]:
        use = {"prov:activity": drafting, "prov:entity": names.source(source["uuid"])}
        records.relate("used", use | {"prov:role": source["role"]})
    for author in content["authors"]:
        _tell_author(records, names.author(author), author, drafting, edition)
    _tell_reviews(records, names, content.get("reviews", ()), number=number)
    if content["ai_assistance"]:
        _tell_tool(records, names, content["ai_assistance"], drafting)


def _tell_reviews(
    records: Records, names: Names, reviews: Iterable[Content], *, number: int
) -> None:
    """Who checked and who approved, after the drafting and before the publication."""
    before = names.deed("drafting", number)
    agents: dict[str, str] = {"": names.newsroom}  # where nobody is named
    for review in reviews:
        deed, kind, role = REVIEWS[Transition(review["step"])]
        done = {
            "prov:endTime": review["reviewed_at"],
            "prov:type": named(f"assay:{kind}"),
            "prov:label": review["words"],
        }
        activity = records.tell("activity", names.deed(deed, number), done)
        reviewer = review["reviewer"]
        if reviewer not in agents:
            described = {"prov:type": named("prov:Person"), "schema:name": reviewer}
            name = names.fragment(f"reviewer-{len(agents)}")
            agents[reviewer] = records.tell("agent", name, described)
        association = {"prov:activity": activity, "prov:agent": agents[reviewer]}
        records.relate("wasAssociatedWith", association | {"prov:role": role})
        _inform(records, activity, before)
        before = activity
    if before != names.deed("drafting", number):
        _inform(records, names.deed("publication", number), before)


def _inform(records: Records, later: str, earlier: str) -> None:
    records.relate("wasInformedBy", {"prov:informed": later, "prov:informant": earlier})


def _tell_edition(records: Records, names: Names, version: Version, before: str) -> str:
    edition = records.tell(
        "entity",
        names.edition(version.number),
        {
            "prov:type": [named("schema:NewsArticle"), named("prov:Collection")],
            "prov:label": f"Edition {version.number}: {version.kind.label}",
            "schema:version": str(version.number),
            "schema:sha256": version.sha256,
            "schema:dateModified": moment(version.issued_at),
            "schema:correction" if version.kind.is_correction else "assay:reason": version.reason,
        },
    )
    special = {"prov:specificEntity": edition, "prov:generalEntity": names.article}
    records.relate("specializationOf", special)
    _tell_deed(records, names, version, "publication")
    generation = {
        "prov:entity": edition,
        "prov:activity": names.deed("publication", version.number),
        "prov:time": version.issued_at,
    }
    records.relate("wasGeneratedBy", generation)
    if before:
        revision = {"prov:generatedEntity": edition, "prov:usedEntity": before}
        records.relate("wasDerivedFrom", revision | {"prov:type": named("prov:Revision")})
    return edition


def _tell_end(records: Records, names: Names, version: Version, before: str) -> None:
    """A retraction is for good and ends the article; a withdrawal ends what could be read."""
    is_retracted = version.kind is EditionKind.RETRACTED
    what = "retraction" if is_retracted else "withdrawal"
    deed = _tell_deed(records, names, version, what)
    if is_retracted:
        records.tell("activity", deed, {"schema:correction": version.reason})
    for ended in (before, names.article) if is_retracted else (before,):
        end = {"prov:entity": ended, "prov:activity": deed, "prov:time": version.issued_at}
        records.relate("wasInvalidatedBy", end)


def _tell_deed(records: Records, names: Names, version: Version, what: str) -> str:
    deed = records.tell(
        "activity",
        names.deed(what, version.number),
        {
            "prov:startTime": version.issued_at,
            "prov:endTime": version.issued_at,
            "prov:type": named(f"assay:{what.title()}"),
            "prov:label": str(version.kind.label),
        },
    )
    association = {"prov:activity": deed, "prov:agent": names.newsroom}
    records.relate("wasAssociatedWith", association)
    return deed


def _tell_author(records: Records, name: str, author: Content, drafting: str, edition: str) -> None:
    described = {
        "prov:type": named("prov:Person"),
        "schema:name": author["name"],
        "schema:jobTitle": author["role"],
    }
    person = records.tell("agent", name, described)
    association = {"prov:activity": drafting, "prov:agent": person, "prov:role": "author"}
    records.relate("wasAssociatedWith", association)
    records.relate("wasAttributedTo", {"prov:entity": edition, "prov:agent": person})


def _tell_tool(records: Records, names: Names, use: Content, drafting: str) -> None:
    """A machine helped, and a person answers for what it did."""
    described = {"prov:type": named("prov:SoftwareAgent"), "schema:name": use["tool"]}
    tool = records.tell("agent", names.fragment("ai-tool"), described)
    association = {"prov:activity": drafting, "prov:agent": tool, "prov:role": use["purpose"]}
    records.relate("wasAssociatedWith", association)
    if use["responsible"]:
        described = {"prov:type": named("prov:Person"), "schema:name": use["responsible"]}
        person = records.tell("agent", names.fragment("responsible"), described)
        delegation = {"prov:delegate": tool, "prov:responsible": person}
        records.relate("actedOnBehalfOf", delegation | {"prov:activity": drafting})
