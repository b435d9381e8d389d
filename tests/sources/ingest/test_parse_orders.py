"""Fourth stage: orders in whatever form a newsroom gives them, and what only sounds like one."""

import pytest

from sources.ingest import DirectiveList, Paragraph
from sources.ingest.parse.orders import is_order_sentence
from tests.sources.ingest.stages import STORY, parsed

BODY = "\n\n".join(STORY)
DUTIES = (
    "1. Makers must report each shipment by 31 March 2026.",
    "2. The port police is to inspect every berth.",
    "3. Night loading is prohibited between 22:00 and 06:00.",
)


def directives(text: str) -> list[str]:
    parts = (part for section in parsed(text).sections for part in section.parts)
    lists = (part for part in parts if isinstance(part, DirectiveList))
    return [directive.text for part in lists for directive in part.directives]


@pytest.mark.parametrize(
    "sentence",
    [
        "Report each shipment within 30 days.",
        "Makers must report each shipment.",
        "Makers shall not store cells near a berth.",
        "Kestrel is required to hold reserves by mid-2027.",
        "The mill was told to shift rolling to nights until further notice.",
        "All four mills were instructed to raise the share of scrap.",
        "The port police is to inspect each berth.",
        "The ministry ordered the mill to bank two furnaces from 10 November.",
        "The board has barred traders from shipping ore at night.",
        "No shift may exceed nine hours.",
        "First, cut the losses.",
        "Second, it must publish its plan.",
    ],
)
def test_sentence_orders_in_any_wording(sentence: str) -> None:
    assert is_order_sentence(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Must makers report each shipment?",
        "Prices rose by 2.4 percent on Tuesday.",
        "The order is the third this year.",
        "The report is likely to raise questions.",
        "First, the price rose.",
        "Traders said that the orders were late.",
        "The decree obliges makers to do the following:",
    ],
)
def test_statement_is_no_order(sentence: str) -> None:
    assert not is_order_sentence(sentence)


def test_list_of_duties_needs_no_heading_that_says_so() -> None:
    assert len(directives("\n".join([BODY, "", "What Comes Next", "", *DUTIES]))) == 3


def test_list_of_duties_under_a_reading_of_the_news_orders_nothing() -> None:
    assert directives("\n".join([BODY, "", "Why It Matters", "", *DUTIES])) == []


@pytest.mark.parametrize("heading", ["The Orders", "What Was Ordered", "Key Directives"])
def test_paragraph_of_orders_under_such_a_heading_is_a_list_of_them(heading: str) -> None:
    orders = "The board told the mill to bank two furnaces. All mills were ordered to save gas."
    assert directives(f"{BODY}\n\n{heading}\n\n{orders}") == [
        "The board told the mill to bank two furnaces.",
        "All mills were ordered to save gas.",
    ]


def test_paragraph_that_says_more_than_orders_stays_a_paragraph() -> None:
    text = "The board told the mill to bank two furnaces. Prices rose on Tuesday."
    assert directives(f"{BODY}\n\nThe Orders\n\n{text}") == []


def test_orders_counted_in_running_text_are_a_list_between_the_sentences_around_them() -> None:
    text = "The board issued three orders. First, cut dust. Second, train staff. Prices rose."
    (section,) = parsed(f"{BODY}\n\nA Letter to the Mills\n\n{text}").sections
    assert [type(part) for part in section.parts] == [Paragraph, DirectiveList, Paragraph]
    assert directives(f"{BODY}\n\nA Letter to the Mills\n\n{text}") == [
        "First, cut dust.",
        "Second, train staff.",
    ]


def test_three_lines_of_orders_in_a_row_are_one_list() -> None:
    lines = [
        "The holding directed Kestrel to close its office in Zug.",
        "It also instructed the board to submit a plan within 90 days.",
        "Its labs must switch to another release of samples.",
    ]
    text = "\n".join([BODY, "", "Messages of the Letter", "", *lines])
    (section,) = parsed(text).sections
    assert [type(part) for part in section.parts] == [DirectiveList]
    assert directives(text) == lines


@pytest.mark.parametrize("marks", ["A) B)", "(a) (b)", "a. b.", "i. ii.", "👉 👉"])
def test_orders_may_be_numbered_in_any_way(marks: str) -> None:
    first, second = marks.split()
    text = f"{BODY}\n\nKey Directives\n\n{first} Cut the dust.\n{second} Train the staff."
    assert directives(text) == ["Cut the dust.", "Train the staff."]


def test_table_may_hold_its_orders_in_another_column() -> None:
    rows = ["| Plant | Order | By |", "|---|---|---|", "| One | Build stocks | May |"]
    table = "\n".join([*rows, "| Two | Cut dust | June |"])
    (section,) = parsed(f"{BODY}\n\n## Who Must Do What\n\n{table}").sections
    (orders,) = section.parts
    assert isinstance(orders, DirectiveList)
    assert [(each.text, each.summary) for each in orders.directives] == [
        ("Build stocks", "One May"),
        ("Cut dust", "Two June"),
    ]
