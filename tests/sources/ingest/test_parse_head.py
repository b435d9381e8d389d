"""Fourth stage: title, date and byline, however a page lays them out."""

import datetime

import pytest

from sources.ingest.parse.body import running_texts
from sources.ingest.parse.dates import dateline, find_date, is_date_line
from tests.sources.ingest.stages import STORY, parsed

DAY = datetime.date(2026, 1, 4)
BODY = "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    """
    Jan 4, 2026
    Jan. 4, 2026
    January 4th, 2026
    JANUARY 4, 2026
    4 January 2026
    4th of January, 2026
    04-Jan-2026
    Sunday, January 4, 2026
    Sun, 04 Jan 2026 10:00:00 +0000
    2026-01-04
    2026-01-04T10:00:00Z
    2026/01/04
    04.01.2026
    2026年1月4日
    Published: 4 January 2026, 10:32 GMT
    Published on January 4, 2026 at 10:00 am
    Updated Jan. 4, 2026, 5:30 p.m. ET
    First published on Sun 4 Jan 2026 10.30 GMT
    Date: January 4, 2026
    """.strip().splitlines(),
)
def test_line_that_is_a_date_is_read(line: str) -> None:
    assert is_date_line(line.strip())
    assert find_date(line) == DAY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14/01/2026", datetime.date(2026, 1, 14)),
        ("01/14/2026", datetime.date(2026, 1, 14)),
        ("03/04/2026", None),
        ("31.02.2026", None),
    ],
)
def test_order_of_figures_is_not_guessed(line: str, day: datetime.date | None) -> None:
    assert is_date_line(line)
    assert find_date(line) == day


@pytest.mark.parametrize(
    "text", ["The mine opened on 4 January 2026.", "January", "2026", "4 mines in 2026", "May 5"]
)
def test_text_with_a_date_in_it_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "lead",
    [
        "BEIJING, Jan. 4, 2026 (Northwind Wire) -- The port",
        "OSLO, January 4, 2026 /Northwind/ -- The port",
        "Oslo, 4 January 2026: The port",
        "(Oslo) January 4, 2026 – The port",
        "January 4, 2026 – Oslo – The port",
    ],
)
def test_dateline_gives_the_date(lead: str) -> None:
    assert dateline(lead) == DAY


@pytest.mark.parametrize(
    ("details", "byline"),
    [
        ("Jan 4, 2026", None),
        ("By Ida Berg\n\nJan 4, 2026", "Ida Berg"),
        ("By Ida Berg and Tom Lind | Jan 4, 2026 | 5 min read", "Ida Berg and Tom Lind"),
        ("Ida Berg · Jan 4, 2026 · 5 min read", "Ida Berg"),
        ("Posted on January 4, 2026 by admin", "admin"),
        ("*By IDA BERG — 4 January 2026*", "IDA BERG"),
        ("Ida Berg\n\nTransport correspondent\n\n4 January 2026", "Ida Berg"),
        ("Ida Berg, metals reporter\n\nJan 4, 2026", "Ida Berg"),
        ("By Staff Writer, January 4, 2026", "Staff Writer"),
        ("Source: Harbour Daily | 2026-01-04 10:30:00 | Editor: huaxia", None),
        ("Source: Harbour Daily\n\nEditor: huaxia\n\n2026-01-04 10:30:00", None),
        ("Time: 2026-01-04 Source: Harbour Daily Author: Li Na Views: 233", "Li Na"),
        ("**Published:** January 4, 2026 | **Author:** Ida Berg", "Ida Berg"),
        ("Ida Berg in Odda\n\nSun 4 Jan 2026 07.30 CET", "Ida Berg"),
        ("By Ida Berg on January 4, 2026", "Ida Berg"),
    ],
)
def test_line_of_date_and_author_is_read_and_kept_as_a_removal(
    details: str, byline: str | None
) -> None:
    item = parsed(f"Second Plant Opens in the Salt Flat\n\n{details}\n\n{BODY}")
    assert item.title == "Second Plant Opens in the Salt Flat"
    assert (item.date, item.byline) == (DAY, byline)
    assert [each.text for each in item.removals if "author" in each.reason] == details.split("\n\n")
    assert running_texts(item.opening, ()) == list(STORY)


@pytest.mark.parametrize(
    "title",
    [
        "Second Plant Opens in the Salt Flat",
        "Second plant opens in the salt flat",
        "# Second plant opens in the salt flat",
        "**Second plant opens in the salt flat**",
        "Title: Second plant opens in the salt flat",
        "Second plant opens in the salt flat\n====",
    ],
)
def test_title_is_the_first_line_that_has_its_shape(title: str) -> None:
    found = parsed(f"{title}\n\n{BODY}").title
    assert found is not None
    assert found.lower() == "second plant opens in the salt flat"


@pytest.mark.parametrize(
    "title",
    [
        "Will the lithium last?",
        "“We own the water,” says Kestrel",
        "By popular demand, the mine reopens",
    ],
)
def test_title_may_ask_or_quote_or_begin_like_a_byline(title: str) -> None:
    assert parsed(f"{title}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Highlights\n- One\n- Two\n\n{BODY}",
        f"- One\n- Two\n\n{BODY}",
        f"Introduction\n\n{BODY}",
        f"**Why it matters:** {STORY[0]}\n\n{STORY[1]}",
    ],
)
def test_text_that_opens_with_its_body_has_no_title(text: str) -> None:
    assert parsed(text).title is None


def test_rubrics_and_subtitle_are_told_from_the_title() -> None:
    item = parsed(
        "Kestrel News\n\nMETALS\n\nSecond Plant Opens in the Salt Flat\n\n"
        f"Water comes from the hills\n\nMar. 12, 2025 / 10:32 AM EDT\n\n{BODY}"
    )
    assert item.title == "Second Plant Opens in the Salt Flat"
    assert [(each.text, each.reason) for each in item.removals] == [
        ("Kestrel News", "rubric above the title"),
        ("METALS", "rubric above the title"),
        ("Water comes from the hills", "subtitle"),
        ("Mar. 12, 2025 / 10:32 AM EDT", "line of date and author"),
    ]


def test_heading_behind_the_title_is_the_first_section() -> None:
    item = parsed(f"Second Plant Opens in the Salt Flat\n\nWater From the Hills Above\n\n{BODY}")
    assert item.title == "Second Plant Opens in the Salt Flat"
    assert [section.heading for section in item.sections] == ["Water From the Hills Above"]


def test_title_may_stand_behind_the_highlights() -> None:
    item = parsed(f"Key Takeaways\n- One\n- Two\n\n## Second Plant Opens\n\nJan 4, 2026\n\n{BODY}")
    assert (item.title, item.date) == ("Second Plant Opens", DAY)
    assert item.sections == ()


def test_date_may_stand_at_the_foot_or_in_a_filing_line() -> None:
    assert parsed(f"Plant Opens\n\n{BODY}\n\nLast updated: 4 January 2026").date == DAY
    assert parsed(f"Plant Opens\n\n{BODY}\n\nPosted in Metals on January 4, 2026").date == DAY


def test_date_within_the_text_is_not_the_items() -> None:
    assert (
        parsed(f"Plant Opens\n\n{STORY[0]} It had closed on 4 January 2026.\n\n{STORY[1]}").date
        is None
    )


def test_ambiguous_date_is_no_lead() -> None:
    item = parsed(f"Second Plant Opens\n\n03/04/2026\n\n{BODY}")
    assert item.date is None
    assert running_texts(item.opening, ()) == list(STORY)


def test_parts_may_carry_bold_labels() -> None:
    item = parsed(f"**Title:** Kestrel Opens a Plant\n\n**Date:** 14 April 2026\n\n{STORY[0]}")
    assert item.title == "Kestrel Opens a Plant"
    assert item.date == datetime.date(2026, 4, 14)


def test_pictures_before_title_heading_and_item_are_left_out() -> None:
    text = f"🏗️ Kestrel Opens a Plant\n\nHighlights\n• 💶 Fines rise\n\n{STORY[0]}"
    item = parsed(f"{text}\n\n📍 Water\n\n{STORY[1]}")
    assert item.title == "Kestrel Opens a Plant"
    assert [node.text for node in item.highlights] == ["Fines rise"]
    assert [section.heading for section in item.sections] == ["Water"]
