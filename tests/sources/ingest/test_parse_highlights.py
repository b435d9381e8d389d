"""Fourth stage: the highlights, and the tree that a flattened list once was."""

from typing import Any

import pytest

from tests.sources.ingest.stages import STORY, parsed, tree

BODY = "\n\n".join(STORY)


def highlights(*lines: str, label: str = "Highlights") -> list[Any]:
    return tree(parsed("\n".join([label, *lines, "", BODY])).highlights)


@pytest.mark.parametrize(
    "label",
    """
    Highlights
    HIGHLIGHTS:
    ## Highlights
    **Highlights**
    **Key Takeaways:**
    Key Points
    Key Highlights
    Story Highlights
    At a glance
    TL;DR
    Summary
    Executive Summary
    What to know
    Key Findings
    Quick Read
    🔑 Key Takeaways
    ## 1. Key Takeaways
    In brief
    """.strip().splitlines(),
)
def test_label_of_the_highlights_is_known(label: str) -> None:
    assert highlights("- One", "- Two", label=label.strip()) == ["One", "Two"]


@pytest.mark.parametrize(
    "mark", ["-", "*", "•", "•\t", "–", "▪", "o", "1.", "1)", "(a)", "✓", "✅", "🔹", "👉"]
)
def test_mark_of_the_list_is_known(mark: str) -> None:
    assert highlights(f"{mark} One", f"{mark} Two") == ["One", "Two"]


def test_list_before_the_first_paragraph_needs_no_label() -> None:
    item = parsed(f"Plant Opens in the Salt Flat\n\n- One\n- Two\n\n{BODY}")
    assert tree(item.highlights) == ["One", "Two"]


def test_label_behind_the_lead_is_known_where_it_is_plain() -> None:
    item = parsed(f"{BODY}\n\nKey Takeaways\n\n- One\n- Two")
    assert tree(item.highlights) == ["One", "Two"]
    assert item.sections == ()


@pytest.mark.parametrize(
    "line",
    ["TL;DR: The plant opened.", "**Summary:** The plant opened.", "In short: The plant opened."],
)
def test_summary_in_one_line_is_one_highlight(line: str) -> None:
    item = parsed(f"{line}\n\nSecond Plant Opens in the Salt Flat\n\n{BODY}")
    assert tree(item.highlights) == ["The plant opened."]
    assert item.title == "Second Plant Opens in the Salt Flat"


def test_lines_that_lost_their_marks_end_at_a_blank_line() -> None:
    assert highlights("The plant opened", "Water comes from the hills") == [
        "The plant opened",
        "Water comes from the hills",
    ]


def test_indentation_tells_the_tree() -> None:
    assert highlights("- One", "  - Two", "    - Three", "      - Four", "- Five") == [
        ("One", [("Two", ["Three", "Four"])]),
        "Five",
    ]


def test_different_marks_tell_the_tree() -> None:
    assert highlights("• One", "– Two", "– Three", "• Four") == [("One", ["Two", "Three"]), "Four"]
    assert highlights("1. One", "a) Two", "b) Three", "2. Four") == [
        ("One", ["Two", "Three"]),
        "Four",
    ]


def test_list_of_a_word_processor_keeps_its_levels() -> None:
    assert highlights("•\tOne", "\to\tTwo", "\to\tThree", "•\tFour") == [
        ("One", ["Two", "Three"]),
        "Four",
    ]


def test_indented_lines_without_marks_are_a_tree() -> None:
    lines = ("", "    One", "    Two in a row:", "        Three", "        Four")
    assert highlights(*lines) == ["One", ("Two in a row:", ["Three", "Four"])]


def test_line_that_ends_in_a_colon_takes_what_follows() -> None:
    assert highlights(
        "- The plant will:",
        "- Double its output",
        "- Halve its water use",
        "- The rivals now face:",
        "- Lower prices",
        "- Fewer buyers",
    ) == [
        ("The plant will:", ["Double its output", "Halve its water use"]),
        ("The rivals now face:", ["Lower prices", "Fewer buyers"]),
    ]


def test_statement_ends_a_series_of_phrases() -> None:
    assert highlights(
        "- The plan rests on:",
        "- Efficiency",
        "- Discipline",
        "- Buyers abroad should expect tighter supply.",
        "- Rivals remain cautious on price",
    ) == [
        ("The plan rests on:", ["Efficiency", "Discipline"]),
        "Buyers abroad should expect tighter supply.",
        "Rivals remain cautious on price",
    ]


def test_announced_number_ends_a_series() -> None:
    assert highlights(
        "- Two tasks for the year:",
        "- Expand the works",
        "- Open an office",
        "- Raise the dividend",
    ) == [("Two tasks for the year:", ["Expand the works", "Open an office"]), "Raise the dividend"]


def test_figure_that_measures_announces_nothing() -> None:
    assert highlights(
        "- Over five years it plans:", "- A mine", "- A mill", "- A port", "- A rail line"
    ) == [("Over five years it plans:", ["A mine", "A mill", "A port", "A rail line"])]


def test_stem_behind_a_stem_is_its_child() -> None:
    assert highlights(
        "- The plan has two parts:", "- In the north:", "- A mine", "- In the south:", "- A port"
    ) == [
        ("The plan has two parts:", [("In the north:", ["A mine"]), ("In the south:", ["A port"])])
    ]


def test_list_without_stems_is_flat() -> None:
    assert highlights("- One opened.", "- Two closed.", "- Three burned.") == [
        "One opened.",
        "Two closed.",
        "Three burned.",
    ]


def test_bullet_goes_on_in_the_next_line() -> None:
    assert highlights("- The plant opened and", "  takes its water from the hills", "- Two") == [
        "The plant opened and takes its water from the hills",
        "Two",
    ]


def test_items_with_a_sign_of_their_own_each_are_a_list_under_their_label() -> None:
    item = parsed(f"**Highlights:**\n✅ Dust falls\n🔋 Power rises\n⚙️ The mill waits\n\n{STORY[0]}")
    assert tree(item.highlights) == ["Dust falls", "Power rises", "The mill waits"]


def test_highlights_may_stand_in_a_quoted_block() -> None:
    item = parsed(f"> **At a glance**\n> - Dust falls\n> - Power rises\n\n{STORY[0]}")
    assert tree(item.highlights) == ["Dust falls", "Power rises"]


def test_items_whose_sign_was_damaged_are_a_list() -> None:
    item = parsed(f"Highlights\n鉁\ufffd Dust falls\n鉁\ufffd Power rises\n\n{STORY[0]}")
    assert tree(item.highlights) == ["Dust falls", "Power rises"]
