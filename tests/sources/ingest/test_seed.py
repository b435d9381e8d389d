"""The item for which ingest was built comes out exactly, down to every mark."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sources.ingest import ParsedItem, SectionRole, ingest_bytes

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def item() -> ParsedItem:
    return ingest_bytes((DATA / "seed.txt").read_bytes())


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return dict(json.loads((DATA / "seed.expected.json").read_text()))


def test_highlights_are_a_tree_again(item: ParsedItem, expected: dict[str, Any]) -> None:
    found = [
        {"text": node.text, "children": [child.text for child in node.children]}
        for node in item.highlights
    ]
    assert found == expected["highlights"]
    assert [len(node.children) for node in item.highlights] == [3, 4, 2]


def test_sections_have_their_headings_and_roles(item: ParsedItem, expected: dict[str, Any]) -> None:
    assert [section.heading for section in item.sections] == expected["sections"]
    assert [section.role for section in item.sections] == [
        SectionRole.BODY,
        SectionRole.DIRECTIVES,
        SectionRole.ANALYSIS,
    ]


def test_five_orders_are_directives(item: ParsedItem, expected: dict[str, Any]) -> None:
    assert [" ".join(each.text.split()[:5]) for each in item.directives] == expected["directives"]


def test_lead_opens_the_body(item: ParsedItem, expected: dict[str, Any]) -> None:
    assert item.lead is not None
    assert item.lead.startswith(expected["lead_start"])


def test_what_it_does_not_say_stays_open(item: ParsedItem) -> None:
    assert (item.title, item.date, item.byline) == (None, None, None)


def test_opinion_is_analysis(item: ParsedItem) -> None:
    assert [section.heading for section in item.analysis] == [
        "Why This Matters for Western Industry"
    ]


def test_disclaimer_is_no_section_and_keeps_its_words(item: ParsedItem) -> None:
    assert item.disclaimer.present
    assert item.disclaimer.text == (
        "This news item originates from Baogang Daily and Northern Rare Earth Group (both"
        " state-owned entities). The information should be independently verified before forming"
        " any business or investment conclusions."
    )


def test_both_sources_are_in_state_hands_by_its_own_words(
    item: ParsedItem, expected: dict[str, Any]
) -> None:
    sources = [
        {"name": each.name, "state_owned": each.state_owned}
        for each in item.organisations
        if each.role == "source"
    ]
    assert sources == expected["sources"]
    assert {each.words for each in item.organisations if each.role == "source"} == {
        "both state-owned entities"
    }


def test_owner_of_the_company_is_named(item: ParsedItem) -> None:
    assert "Baogang Group" in [each.name for each in item.organisations if each.role == "owner"]


def test_twenty_three_marks_are_restored(item: ParsedItem) -> None:
    assert Counter(repair.after for repair in item.repairs) == {
        "’": 11,
        "“": 3,
        "”": 3,
        "—": 4,
        "–": 1,
        "©": 1,
    }
    assert not re.search("[\u0e00-\u0e7f]", item.repaired_text)


def test_every_repair_says_where_what_why_and_how_sure(item: ParsedItem) -> None:
    for repair in item.repairs:
        end = repair.position + len(repair.before)
        assert item.source_text[repair.position : end] == repair.before
        assert repair.rule
        assert repair.sure


def test_four_leftovers_are_removed_each_with_its_reason(
    item: ParsedItem, expected: dict[str, Any]
) -> None:
    assert [removal.text for removal in item.removals] == expected["boilerplate_removed"]
    assert [removal.reason for removal in item.removals] == [
        "assistant's talk",
        "table of contents",
        "block editor comment",
        "comment counter",
    ]


def test_every_removal_stands_at_its_place(item: ParsedItem) -> None:
    for removal in item.removals:
        assert item.repaired_text.startswith(removal.text, removal.position)


def test_counter_says_that_nobody_commented(item: ParsedItem) -> None:
    assert item.comments_count == 0
