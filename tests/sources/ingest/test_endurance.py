"""Inputs that are large or vicious come to an end; a rule that looks back too far does not.

None of these asserts a time. What is not linear here would take minutes or hours.
"""

import pytest

from sources.ingest import ingest_bytes
from tests.sources.ingest.stages import STORY

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "Word ",
        "a",
        "A",
        "1",
        ".",
        "…",
        "*",
        "** ",
        "_a",
        "#",
        "|",
        "[",
        "A (",
        "A, ",
        "- ",
        "a:",
        "<",
        "<!--",
        "--wp:a",
        "“x” ",
        "โ",
        "aโb ",
        "â€",
        "&amp;",
        "He said so. ",
        "Bank of and ",
        "Vell Group, a state-owned ",
        "Source: Vell Group, ",
        "according to ",
        "the company said ",
        "Jan 4, 2026 ",
        "By A B ",
        "itβs ",
        "鈥檚 ",
        "РњРµ",
        "First, cut x. ",
        "Makers must go to ",
        "the a, a b of c, ",
        '[a b="',
    ],
)
def test_line_of_a_hundred_thousand_characters_comes_to_an_end(unit: str) -> None:
    text = unit * (MEGABYTE // 10 // len(unit))
    assert ingest_bytes(f"{STORY[0]}\n{text}\n{STORY[1]}".encode()).source_text.count(unit)


@pytest.mark.parametrize("unit", ["word ", "a", " ", "“it’s” "])
def test_line_of_a_megabyte_comes_to_an_end(unit: str) -> None:
    text = unit * (MEGABYTE // len(unit.encode()))
    assert ingest_bytes(f"x{text}x".encode()).source_text == f"x{text}x"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "- item of the list",
        "- item:",
        "1. ",
        "# a",
        "Heading of a Section",
        "| a | b |",
        "a\tb",
        "=",
        "Note: one.",
        "Note",
        "🔋 item",
        "Makers must report it.",
        "3 Comments",
        "Table of Contents",
        "Advertisement",
        "3 hours ago",
        "Related articles",
        "Disclaimer: this news comes from the Vell Group.",
        "the quick brown fox jumps over the lazy dog and then runs on",
        " " * 50,
    ],
)
def test_five_thousand_lines_alike_come_to_an_end(line: str) -> None:
    text = "\n".join([STORY[0], *[line] * 5000, STORY[1]])
    assert ingest_bytes(text.encode()).repaired_text == text


def test_twenty_thousand_bullets_are_all_there() -> None:
    text = "\n".join(["Highlights", *(f"- item {number}" for number in range(20_000)), *STORY])
    assert len(ingest_bytes(text.encode()).highlights) == 20_000


def test_five_thousand_different_organisations_are_all_there() -> None:
    names = [f"Vell{number} Group" for number in range(5_000)]
    text = " ".join(f"It rose, {name} said." for name in names)
    assert [each.name for each in ingest_bytes(text.encode()).organisations] == names


@pytest.mark.parametrize(
    "unit", ["<p>a</p>", "<div>", "<ul><li>", "<b>", "<table><tr><td>x", "&lt;p&gt;a", "<p"]
)
def test_markup_of_ten_thousand_tags_comes_to_an_end(unit: str) -> None:
    assert ingest_bytes(f"<p>x</p>{unit * 10_000}x".encode()).repaired_text
