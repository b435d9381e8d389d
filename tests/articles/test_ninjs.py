"""ninjs: valid against IPTC's schema, with the disclaimer in it, and canceled once retracted."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from articles.formats.ninjs import cancelled_item, news_item
from articles.formats.site import Site
from tests.articles.public import seed_content

SITE = Site(name="Assay", base_url="https://assay.example")
SCHEMA = Path(__file__).parents[1] / "contracts" / "schemas" / "ninjs-schema_3.1.json"
UUID = seed_content()["uuid"]
CORRECTION = {
    "kind": "corrected",
    "kind_words": "Corrected",
    "text": "A figure was wrong.",
    "issued_at": "2025-10-24T09:30:00Z",
    "number": 2,
}
CANCELLED = cancelled_item(
    uuid=UUID,
    number=3,
    reason="The source was forged.",
    published_at="2025-10-24T09:30:00Z",
    retracted_at="2025-10-26T09:30:00Z",
)


def item(**changes: Any) -> dict[str, Any]:
    return news_item(seed_content() | changes, number=2, sha256="a" * 64, site=SITE)


def everything() -> dict[str, Any]:
    """An item from content in which nothing is left out."""
    content = seed_content()
    [source] = content["sources"]
    published = {
        **source,
        "url": "https://news.example/item",
        "publisher": source["originators"][0],
    }
    use = {"tool": "A model", "purpose": "translation", "responsible": "L. Hartwig"}
    return item(sources=[published], corrections=[CORRECTION], ai_assistance=use)


def bare() -> dict[str, Any]:
    """An item from content in which everything that may be missing is."""
    names = ("authors", "topics", "highlights", "sections", "directives", "citations", "sources")
    empty: dict[str, Any] = {name: [] for name in names}
    return item(**empty, analysis=None, standfirst="")


def texts(found: dict[str, Any], key: str) -> dict[tuple[str, str], str]:
    """The values under a key, by role and media type."""
    return {(row["role"], row["contentType"]): row["value"] for row in found[key]}


@pytest.mark.parametrize("found", [item(), everything(), bare(), CANCELLED])
def test_an_item_is_valid_against_the_schema(found: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator(schema).validate(found)


def test_the_version_rises_with_the_edition_and_the_identity_stays() -> None:
    found = item()
    assert (found["uri"], found["version"]) == (f"urn:uuid:{UUID}", "2")
    assert found["versionCreated"] == seed_content()["updated_at"]


def test_the_disclaimer_stands_for_readers_and_for_editors() -> None:
    disclaimer = seed_content()["disclaimer"]
    found = item()
    assert texts(found, "descriptions")["disclaimer", "text/plain"] == disclaimer
    assert found["edNote"] == disclaimer


def test_editors_are_told_every_correction() -> None:
    assert everything()["edNote"].startswith("Corrected: A figure was wrong.\n\n")


def test_analysis_is_a_body_of_its_own() -> None:
    bodies = texts(item(), "bodies")
    analysis = seed_content()["analysis"]["text"]
    assert analysis in bodies["analysis", "text/plain"]
    assert analysis not in bodies["main", "text/plain"]
    assert set(bodies) == {
        (role, media_type)
        for role in ("main", "analysis")
        for media_type in ("text/html", "text/plain")
    }


def test_words_are_those_of_the_plain_text() -> None:
    section = {
        "id": "s-1",
        "heading": "A & B",
        "role": "text",
        "html": "<p>C d.</p>",
        "text": "C d.",
    }
    [html, plain] = item(sections=[section], analysis=None, directives=[])["bodies"]
    assert html["value"] == "<h2>A &amp; B</h2><p>C d.</p>"
    assert plain["value"] == "A & B\n\nC d."
    assert html["wordCount"] == plain["wordCount"] == 5
    assert html["charCount"] == plain["charCount"] == 11


def test_directives_stand_in_their_section() -> None:
    section = {"id": "s-1", "heading": "", "html": "", "text": "Cut <costs>."}
    order = {**seed_content()["directives"][0], "section": "s-1", "text": "Cut <costs>."}
    [html, _plain] = item(sections=[section], directives=[order], analysis=None)["bodies"]
    assert html["value"] == "<ol><li>Cut &lt;costs&gt;.</li></ol>"


def test_outlets_are_named_in_their_capacity() -> None:
    named = [(row["name"], row["role"]) for row in everything()["infoSources"]]
    assert named == [
        ("Baogang Daily", "publisher"),
        ("Baogang Daily", "originator"),
        ("Northern Rare Earth Group", "originator"),
    ]
    relations = {row["name"]: row["rel"] for row in everything()["organisations"]}
    assert relations["Baogang Daily"] == "source"
    assert relations["Baogang Group"] == "owner"
    assert relations["Subsidiaries and departments"] == "addressee"


def test_a_source_is_associated_with_the_digest_of_its_bytes() -> None:
    [source] = everything()["associations"]
    ids = {row["role"]: row["value"] for row in source["altIds"]}
    assert ids["sha256"] == seed_content()["sources"][0]["sha256"]
    assert ids["url"] == "https://news.example/item"
    assert source["rel"] == "primary source"


def test_the_help_of_a_machine_is_declared_and_nothing_else_is() -> None:
    assert everything()["digitalSourceType"]["uri"].endswith("compositeWithTrainedAlgorithmicMedia")
    assert "digitalSourceType" not in item()


def test_a_retracted_article_is_canceled_and_nothing_of_it_is_left() -> None:
    assert CANCELLED["pubStatus"] == "canceled"
    assert CANCELLED["edNote"] == "The source was forged."
    assert CANCELLED["uri"] == item()["uri"]
    assert not {"title", "headlines", "descriptions", "bodies"} & CANCELLED.keys()
