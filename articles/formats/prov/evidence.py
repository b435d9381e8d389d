"""The half of a provenance document that leads from claims to owners: documents and quotes."""

from collections.abc import Mapping
from typing import Any

from articles.formats.claims import claims_of
from articles.formats.prov.names import Names
from articles.formats.prov.records import Records, address, day, named, number, words

Content = Mapping[str, Any]


def tell_evidence(
    records: Records, names: Names, content: Content, body_html: str, *, edition: str
) -> None:
    """Tell what an edition rests on, from its claims down to the owners of its sources."""
    for source in content["sources"]:
        _tell_source(records, names, source, edition)
        _tell_capture(records, names, source)
        _tell_parties(records, names, source)
    for citation in content["citations"]:
        _tell_quote(records, names, citation)
    for place, claim in enumerate(claims_of(content, body_html), start=1):
        _tell_claim(records, names.claim(place), claim.text, edition)
        for quoted in claim.numbers:
            _derive(records, names.claim(place), names.quote(quoted))


def _tell_source(records: Records, names: Names, source: Content, edition: str) -> None:
    document = records.tell(
        "entity",
        names.source(source["uuid"]),
        {
            "prov:type": named("schema:CreativeWork"),
            "schema:name": words(source["title"], source["language"]),
            "schema:url": address(source["url"]),
            "schema:inLanguage": source["language"],
            "schema:datePublished": day(source["published_on"]),
            "assay:role": source["role"],
            "assay:reliability": source["reliability"]["code"],
            "assay:credibility": source["credibility"]["code"],
        },
    )
    is_primary = source["role"] == "primary"
    _derive(records, edition, document, "prov:PrimarySource" if is_primary else "")


def _tell_capture(records: Records, names: Names, source: Content) -> None:
    at = source["captured_at"]
    capture = records.tell(
        "activity",
        names.capture(source["uuid"]),
        {
            "prov:startTime": at,
            "prov:endTime": at,
            "prov:type": named("assay:Capture"),
            "prov:label": source["captured_way_words"],
            "assay:way": source["captured_way"],
        },
    )
    document, copy = names.source(source["uuid"]), names.copy(source["uuid"])
    records.tell(
        "entity",
        copy,
        {"prov:type": named("schema:MediaObject"), "schema:sha256": source["sha256"]},
    )
    for made in (document, copy):
        relation = {"prov:entity": made, "prov:activity": capture, "prov:time": at}
        records.relate("wasGeneratedBy", relation)
    records.relate("alternateOf", {"prov:alternate1": copy, "prov:alternate2": document})
    association = {"prov:activity": capture, "prov:agent": names.newsroom}
    records.relate("wasAssociatedWith", association)


def _tell_parties(records: Records, names: Names, source: Content) -> None:
    speakers = [("schema:sourceOrganization", party) for party in source["originators"]]
    if source["publisher"]:
        speakers.insert(0, ("schema:publisher", source["publisher"]))
    for capacity, party in speakers:
        relation = {
            "prov:entity": names.source(source["uuid"]),
            "prov:agent": _tell_owned(records, names, party),
            "prov:type": named(capacity),
        }
        records.relate("wasAttributedTo", relation)


def _tell_owned(records: Records, names: Names, party: Content) -> str:
    """An organisation and those above it; their influence is told once for each step."""
    agent = _tell_organisation(records, names, party)
    ownership = party["ownership"]
    records.tell("agent", agent, {"schema:ownershipFundingInfo": ownership["words"]})
    below = agent
    for step in ownership["path"]:
        above = _tell_organisation(records, names, step)
        influence = {
            "prov:influencee": below,
            "prov:influencer": above,
            "prov:type": named("schema:parentOrganization"),
            "prov:label": step["control_words"],
            "assay:control": step["control"],
            "assay:since": day(step["since"]),
        }
        records.relate_once("wasInfluencedBy", influence)
        below = above
    return agent


def _tell_organisation(records: Records, names: Names, party: Content) -> str:
    described = {"prov:type": named("prov:Organization"), "schema:name": party["name"]}
    return records.tell("agent", names.organisation(party), described)


def _tell_quote(records: Records, names: Names, citation: Content) -> None:
    quote = records.tell(
        "entity",
        names.quote(citation["number"]),
        {
            "prov:type": named("schema:Quotation"),
            "prov:value": citation["quote"],
            "oa:prefix": citation["prefix"],
            "oa:suffix": citation["suffix"],
            "oa:start": number(citation["start"]),
            "oa:end": number(citation["end"]),
        },
    )
    _derive(records, quote, names.source(citation["source"]), "prov:Quotation")


def _tell_claim(records: Records, claim: str, text: str, edition: str) -> None:
    records.tell("entity", claim, {"prov:type": named("schema:Claim"), "prov:value": text})
    records.relate("hadMember", {"prov:collection": edition, "prov:entity": claim})


def _derive(records: Records, made: str, used: str, kind: str = "") -> None:
    relation = {
        "prov:generatedEntity": made,
        "prov:usedEntity": used,
        "prov:type": named(kind) if kind else None,
    }
    records.relate("wasDerivedFrom", relation)
