"""PROV-JSON: loads with a reader of the model, loses nothing, and leads from claims to owners."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from prov.model import ProvDocument

from articles.enums import EditionKind
from articles.formats.prov import Version, provenance
from articles.formats.site import Site
from tests.articles.public import BODY, seed_content

UUID = seed_content()["uuid"]
DOCUMENT = seed_content()["sources"][0]["uuid"]
ARTICLE, SOURCE, COPY = f"article:{UUID}/", f"source:{DOCUMENT}/", f"source:{DOCUMENT}/#copy"
Relation = dict[str, Any]


def version(number: int, kind: EditionKind, reason: str = "") -> Version:
    return Version(number, kind, reason, f"2025-10-{23 + number}T09:30:00Z", str(number) * 64)


PUBLISHED = version(1, EditionKind.PUBLISHED)
CORRECTED = version(2, EditionKind.CORRECTED, "A figure was wrong.")


def document(
    content: dict[str, Any] | None = None,
    versions: Sequence[Version] = (PUBLISHED,),
    body_html: str = BODY,
) -> dict[str, Any]:
    return provenance(
        content or seed_content(),
        body_html=body_html,
        versions=versions,
        site=Site(name="Assay", base_url="https://assay.example"),
    )


def retracted(*earlier: Version) -> dict[str, Any]:
    last = version(len(earlier) + 1, EditionKind.RETRACTED, "The source was forged.")
    content = {"uuid": UUID, "reason": last.reason}
    return document(content, (*earlier, last), body_html="")


def told(found: dict[str, Any], kind: str) -> list[Relation]:
    """The relations of a kind."""
    return list(found.get(kind, {}).values())


def kinds(relation: Relation) -> str:
    return str(relation.get("prov:type", {}).get("$", ""))


def read(found: dict[str, Any]) -> ProvDocument:
    return ProvDocument.deserialize(content=json.dumps(found), format="json")


def with_everything() -> dict[str, Any]:
    """Content in which nothing is left out."""
    content = seed_content()
    [source] = content["sources"]
    source |= {
        "url": "https://news.example/item",
        "publisher": source["originators"][0],
        "language": "zh-Hans",
    }
    content["sources"] += [
        {**source, "uuid": f"{number}" * 8, "role": role}
        for number, role in enumerate(("supporting", "contradicting", "background"))
    ]
    content["ai_assistance"] = {
        "tool": "A model",
        "purpose": "translation",
        "responsible": "L. Hartwig",
    }
    return content


HISTORIES = {
    "first": document(),
    "everything": document(with_everything(), (PUBLISHED, CORRECTED)),
    "published again": document(
        versions=(
            PUBLISHED,
            version(2, EditionKind.WITHDRAWN, "A legal matter."),
            version(3, EditionKind.PUBLISHED),
        )
    ),
    "retracted": retracted(PUBLISHED, CORRECTED),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_a_reader_of_the_model_loads_it_and_loses_nothing(name: str) -> None:
    found = HISTORIES[name]
    loaded = read(found)
    count = sum(len(records) for kind, records in found.items() if kind != "prefix")
    assert len([*loaded.get_records()]) == count
    assert loaded == ProvDocument.deserialize(content=loaded.serialize(format="json"))


@pytest.mark.parametrize("name", HISTORIES)
def test_all_that_is_related_is_described(name: str) -> None:
    found = HISTORIES[name]
    described = {*found["entity"], *found["activity"], *found["agent"]}
    relations = [
        relation
        for kind, records in found.items()
        if kind not in ("prefix", "entity", "activity", "agent")
        for relation in records.values()
    ]
    named = {
        value
        for relation in relations
        for key, value in relation.items()
        if key.startswith("prov:") and key not in ("prov:type", "prov:time", "prov:role")
        if key != "prov:label"
    }
    assert named <= described


def test_a_claim_leads_to_quote_document_capture_and_owner() -> None:
    found = document()
    claim = next(
        name
        for name, entity in found["entity"].items()
        if entity.get("prov:value", "").startswith("Northern Rare Earth convened")
    )
    derived = {
        (row["prov:generatedEntity"], row["prov:usedEntity"]): kinds(row)
        for row in told(found, "wasDerivedFrom")
    }
    assert (claim, "here:citation-1") in derived
    assert derived["here:citation-1", SOURCE] == "prov:Quotation"
    quote = found["entity"]["here:citation-1"]
    assert quote["prov:value"] == "convened its 2025 third-quarter operational analysis meeting"
    assert (quote["oa:start"]["$"], quote["oa:end"]["$"]) == ("872", "932")
    made = {row["prov:entity"]: row["prov:activity"] for row in told(found, "wasGeneratedBy")}
    assert found["activity"][made[SOURCE]]["prov:label"] == "uploaded as a file"
    assert owners_above(found, "organisation:baogang-daily/") == [
        "Baogang Group",
        "People’s Government of Inner Mongolia",
    ]


def owners_above(found: dict[str, Any], agent: str) -> list[str]:
    above = {
        row["prov:influencee"]: row["prov:influencer"] for row in told(found, "wasInfluencedBy")
    }
    names = []
    while agent := above.get(agent, ""):
        names.append(found["agent"][agent]["schema:name"])
    return names


def test_a_step_of_ownership_is_told_once_for_all_below() -> None:
    pairs = [
        (row["prov:influencee"], row["prov:influencer"])
        for row in told(document(), "wasInfluencedBy")
    ]
    assert len(pairs) == len(set(pairs)) == 3


def test_the_stored_copy_is_another_form_of_the_document_with_its_digest() -> None:
    found = document()
    assert found["entity"][COPY]["schema:sha256"] == seed_content()["sources"][0]["sha256"]
    pair = {"prov:alternate1": COPY, "prov:alternate2": SOURCE}
    assert told(found, "alternateOf") == [pair]


def test_a_document_is_attributed_to_publisher_and_originators() -> None:
    found = document(with_everything())
    speakers = [
        (row["prov:agent"], kinds(row))
        for row in told(found, "wasAttributedTo")
        if row["prov:entity"] == SOURCE
    ]
    assert speakers == [
        ("organisation:baogang-daily/", "schema:publisher"),
        ("organisation:baogang-daily/", "schema:sourceOrganization"),
        ("organisation:northern-rare-earth-group/", "schema:sourceOrganization"),
    ]


def test_only_a_primary_source_is_called_one() -> None:
    found = document(with_everything())
    rows = [
        row for row in told(found, "wasDerivedFrom") if row["prov:generatedEntity"].endswith("-1")
    ]
    rows = [row for row in rows if row["prov:usedEntity"].startswith("source:")]
    primary = [row["prov:usedEntity"] for row in rows if kinds(row) == "prov:PrimarySource"]
    assert primary == [SOURCE]
    roles = [row["prov:role"] for row in told(found, "used")]
    assert roles == ["primary", "supporting", "contradicting", "background"]


def test_an_edition_revises_the_one_before_and_is_one_of_the_article() -> None:
    found = document(versions=(PUBLISHED, CORRECTED))
    [revision] = [r for r in told(found, "wasDerivedFrom") if kinds(r) == "prov:Revision"]
    assert revision["prov:generatedEntity"] == "here:edition-2"
    assert revision["prov:usedEntity"] == "here:edition-1"
    assert {row["prov:generalEntity"] for row in told(found, "specializationOf")} == {ARTICLE}
    edition = found["entity"]["here:edition-2"]
    assert edition["schema:sha256"] == "2" * 64
    assert edition["schema:correction"] == "A figure was wrong."
    assert "schema:backstory" in edition
    assert "schema:backstory" not in found["entity"]["here:edition-1"]


def test_a_withdrawal_ends_what_could_be_read_and_keeps_its_reason() -> None:
    found = HISTORIES["published again"]
    ended = [(r["prov:entity"], r["prov:activity"]) for r in told(found, "wasInvalidatedBy")]
    assert ended == [("here:edition-1", "here:withdrawal-2")]
    assert "legal" not in json.dumps(found)
    [revision] = [r for r in told(found, "wasDerivedFrom") if kinds(r) == "prov:Revision"]
    assert revision["prov:usedEntity"] == "here:edition-1"


def test_a_retraction_ends_edition_and_article_and_says_why() -> None:
    found = retracted(PUBLISHED)
    ended = {row["prov:entity"]: row["prov:activity"] for row in told(found, "wasInvalidatedBy")}
    assert ended == {"here:edition-1": "here:retraction-2", ARTICLE: "here:retraction-2"}
    assert found["activity"]["here:retraction-2"]["schema:correction"] == "The source was forged."


def test_nothing_is_told_of_a_retracted_article_but_its_history() -> None:
    found = retracted(PUBLISHED, CORRECTED)
    assert "A figure was wrong." not in json.dumps(found)
    assert set(found["agent"]) == {"site:newsroom"}
    assert set(found["entity"]) == {ARTICLE, "here:edition-1", "here:edition-2"}


def test_authors_draft_and_a_tool_acts_for_the_one_who_answers() -> None:
    found = document(with_everything())
    people = {
        row["prov:agent"]: row.get("prov:role")
        for row in told(found, "wasAssociatedWith")
        if row["prov:activity"] == "here:drafting-1"
    }
    assert people == {"site:author-lena-hartwig": "author", "here:ai-tool": "translation"}
    assert found["agent"]["here:ai-tool"]["prov:type"]["$"] == "prov:SoftwareAgent"
    assert told(found, "actedOnBehalfOf") == [
        {
            "prov:delegate": "here:ai-tool",
            "prov:responsible": "here:responsible",
            "prov:activity": "here:drafting-1",
        }
    ]


def test_names_stay_when_an_article_moves() -> None:
    moved = seed_content() | {"address": "elsewhere/"}
    names = document()["entity"].keys()
    assert document(moved)["entity"].keys() == names
    assert not any("elsewhere" in name for name in names)
