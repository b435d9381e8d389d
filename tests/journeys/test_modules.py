"""The small scripts of a briefing: each improves a page that works without it."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from tests.articles.public import make_public
from tests.journeys.conftest import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = "/briefings/northern-rare-earth/"
UTC = "24 October 2025, 09:30 UTC"
ROWS = [["Ore", "1,200", "b 10"], ["Slag", "−3", "b 9"], ["Dust", "40", "a"]]


@pytest.fixture
def article(transactional_db: None) -> None:
    """A briefing with a table of three rows."""
    table = render_to_string(
        "blocks/table.html",
        {"caption": "Output", "header": ["What", "Tonnes", "Code"], "rows": ROWS, "citations": []},
    )
    make_public(body_html=f'<section class="section">{table}</section>')


def first_cells(page: Page) -> list[str]:
    return page.locator(".table tbody th").all_inner_texts()


def test_time_is_told_where_the_reader_is_with_utc_at_hand(
    article: None, open_page: Callable[..., Page]
) -> None:
    page = open_page(timezone_id="Asia/Tokyo")
    page.goto(ARTICLE)
    time = page.locator(".byline time")
    expect(time).to_have_text("24 October 2025 at 18:30 GMT+9")
    time.get_by_role("button").press("Enter")
    expect(time).to_have_text(UTC)
    time.get_by_role("button").press("Enter")
    expect(time).to_contain_text("18:30")


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {"timezone_id": "UTC"}])
def test_time_stands_in_utc_without_a_script_and_where_that_is_the_time(
    article: None, open_page: Callable[..., Page], options: dict[str, object]
) -> None:
    page = open_page(**options)
    page.goto(ARTICLE)
    expect(page.locator(".byline time")).to_have_text(UTC)
    expect(page.locator(".byline button")).to_have_count(0)


def test_table_is_sorted_with_the_keyboard_and_comes_back(
    article: None, open_page: Callable[..., Page]
) -> None:
    page = open_page()
    page.goto(ARTICLE)
    heading = page.get_by_role("columnheader", name="Tonnes")
    heading.get_by_role("button").press("Enter")
    assert first_cells(page) == ["Slag", "Dust", "Ore"]
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").press("Enter")
    assert first_cells(page) == ["Ore", "Dust", "Slag"]
    expect(heading).to_have_attribute("aria-sort", "descending")
    heading.get_by_role("button").press("Enter")
    assert first_cells(page) == ["Ore", "Slag", "Dust"]
    assert heading.get_attribute("aria-sort") is None


def test_words_are_sorted_as_people_count(article: None, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(ARTICLE)
    page.get_by_role("columnheader", name="Code").get_by_role("button").click()
    assert first_cells(page) == ["Dust", "Slag", "Ore"]


def test_contents_follow_the_reader(article: None, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{ARTICLE}#cite")
    link = page.locator('.contents__link[href="#cite"]')
    expect(link).to_have_css("border-inline-start-color", _colour_of_accent(page))


def test_nothing_moves_when_scripts_and_letters_arrive(
    article: None, open_page: Callable[..., Page]
) -> None:
    for viewport in ({"width": 1280, "height": 900}, NARROW):
        page = open_page(viewport=viewport, timezone_id="Asia/Tokyo")
        page.add_init_script(
            """window.shifts = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.shifts.push(entry.value);
            }).observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(ARTICLE, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        assert sum(page.evaluate("window.shifts")) < 0.01


def _colour_of_accent(page: Page) -> str:
    colour: str = page.evaluate(
        """() => {
          const probe = document.createElement("i");
          probe.className = "contents__link";
          probe.setAttribute("aria-current", "location");
          document.body.append(probe);
          return getComputedStyle(probe).borderInlineStartColor;
        }"""
    )
    return colour
