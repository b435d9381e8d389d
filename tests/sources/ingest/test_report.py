"""The JSON object of an item: the keys that others rely on, and nothing that JSON cannot hold."""

import json
from typing import Any

from sources.ingest.report import report_item
from tests.sources.ingest.stages import ingested

TEXT = """Certainly! Here is your article:

Second Plant Opens in the Salt Flat

By Ida Berg | Jan 4, 2026

Highlights
- The plant will:
  - halve the dust

Kestrel’s Vell Group, a state-owned miner, opened its second plant on Monday, itโs said.

The notice orders the plant to:

- Report each shipment.

| Quarter | Tonnes |
|---|---|
| Q1 | 31 |

It has two parts:

1. A mill

Why It Matters

Water is power in the salt flat, and Kestrel owns the water.

Disclaimer: This news comes from the Vell Group.

3 Comments
"""


def report() -> dict[str, Any]:
    return report_item(ingested(TEXT, ("vell-group", ("Vell Group",))))


def test_report_has_a_key_for_every_part() -> None:
    assert list(report()) == [
        "encoding",
        "title",
        "date",
        "byline",
        "lead",
        "highlights",
        "opening",
        "sections",
        "directives",
        "disclaimer",
        "organisations",
        "comments_count",
        "repairs",
        "removals",
        "repaired_text",
        "source_text",
    ]


def test_report_is_json_that_comes_back_equal() -> None:
    assert json.loads(json.dumps(report())) == report()


def test_head_is_plain_values() -> None:
    found = report()
    assert (found["title"], found["date"]) == ("Second Plant Opens in the Salt Flat", "2026-01-04")
    assert (found["byline"], found["comments_count"], found["encoding"]) == ("Ida Berg", 3, "utf-8")
    assert found["lead"].startswith("Kestrel’s Vell Group")


def test_highlights_nest() -> None:
    assert report()["highlights"] == [
        {"text": "The plant will:", "children": [{"text": "halve the dust", "children": []}]}
    ]


def test_parts_say_what_they_are() -> None:
    opening = report()["opening"]
    assert [part["type"] for part in opening] == [
        "paragraph",
        "paragraph",
        "directives",
        "table",
        "paragraph",
        "list",
    ]
    assert opening[2]["directives"] == [{"text": "Report each shipment.", "summary": ""}]
    assert opening[3]["rows"] == [["Quarter", "Tonnes"], ["Q1", "31"]]
    assert opening[5] == {
        "type": "list",
        "ordered": True,
        "items": [{"text": "A mill", "children": []}],
    }


def test_sections_carry_their_role() -> None:
    (section,) = report()["sections"]
    assert (section["heading"], section["role"]) == ("Why It Matters", "analysis")
    assert [part["type"] for part in section["parts"]] == ["paragraph"]


def test_source_is_matched_and_its_ownership_quoted() -> None:
    assert report()["organisations"] == [
        {
            "name": "Vell Group",
            "role": "source",
            "state_owned": True,
            "words": "a state-owned miner",
            "slug": "vell-group",
        }
    ]


def test_records_are_whole() -> None:
    found = report()
    assert found["repairs"] == [
        {
            "position": found["source_text"].index("โ"),
            "before": "โ",
            "after": "’",
            "rule": "Thai code page, bytes lost: apostrophe in a word",
            "sure": True,
        }
    ]
    assert [removal["reason"] for removal in found["removals"]] == [
        "assistant's talk",
        "line of date and author",
        "comment counter",
    ]
