"""A reader finds, reads, filters, comments, doubts and reports: with scripts, and without any."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.enums import CommentStatus
from articles.models import Challenge, Comment, CommentReport
from tests.journeys.conftest import NARROW
from tests.journeys.letters import last_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Northern Rare Earth sets course for 2026"
SAID = "Both outlets belong to one group."
Open = Callable[..., Page]

scripted = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@scripted
def test_a_reader_finds_a_briefing_by_topic_filter_and_search(
    demo: None, open_page: Open, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Topics").click()
    page.get_by_role("main").get_by_role("link", name="Rare earths").click()
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    page.goto("/briefings/")
    page.get_by_text("Filter the list").click()
    page.get_by_label("Evidence").select_option(label="Disputed")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("corroboration=disputed"))
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("searchbox").fill("smelting")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("main").get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


@scripted
def test_a_reader_follows_a_claim_to_its_evidence(
    demo: None, open_page: Open, scripts: bool
) -> None:
    page = read(open_page(java_script_enabled=scripts, viewport=NARROW))
    note = page.locator(".margin-notes").first
    expect(note.get_by_text("Baogang Daily").first).to_be_hidden()
    note.locator("summary").click()
    expect(note.get_by_text("Baogang Daily").first).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="How we know").first.click()
    expect(page.get_by_text("The document says").first).to_be_visible()
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Edition 1").first.click()
    expect(page.locator("#cite")).to_be_in_viewport()


@scripted
def test_a_reader_comments_and_what_was_typed_is_kept(
    demo: None, open_page: Open, scripts: bool
) -> None:
    page = read(open_page(java_script_enabled=scripts))
    page.get_by_label("Comment", exact=True).fill(SAID)
    page.get_by_label("E-mail").fill("no address")
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("alert")).to_contain_text("has not been sent")
    expect(page.get_by_label("Comment", exact=True)).to_have_value(SAID)
    expect(page.get_by_label("E-mail")).to_have_value("no address")
    sign(page)
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("status")).to_be_visible()
    confirm(page)
    comment = Comment.objects.get(text=SAID)
    assert comment.status in (CommentStatus.PENDING, CommentStatus.HELD)


@scripted
def test_a_reader_challenges_a_claim_and_reads_that_it_is_looked_into(
    demo: None, open_page: Open, scripts: bool
) -> None:
    page = read(open_page(java_script_enabled=scripts))
    page.get_by_role("link", name="Challenge this claim").first.click()
    page.get_by_role("radio").first.check()
    page.get_by_label("Please explain").fill("The report of the third quarter says otherwise.")
    page.get_by_label("Address of a source").fill("https://example.org/third-quarter")
    sign(page)
    page.get_by_role("button", name="Send challenge").click()
    confirm(page)
    assert Challenge.objects.latest("pk").source_url == "https://example.org/third-quarter"
    read(page)
    expect(page.locator(".directives .doubt").first).to_be_visible()


@scripted
def test_a_reader_reports_a_comment(demo: None, open_page: Open, scripts: bool) -> None:
    page = read(open_page(java_script_enabled=scripts))
    page.get_by_role("link", name=re.compile("^Report the comment")).first.click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name=re.compile("report", re.IGNORECASE)).click()
    expect(page).to_have_url(re.compile(r"\?sent$"))
    assert CommentReport.objects.count() == 2  # the demo has one


def read(page: Page) -> Page:
    """Open the briefing of the seed."""
    page.goto("/briefings/northern-rare-earth-sets-course-for-2026/")
    return page


def sign(page: Page) -> None:
    """Say who one is."""
    page.get_by_role("textbox", name="Name").fill("Marta Vidal")
    page.get_by_label("E-mail").fill("marta@example.org")


def confirm(page: Page) -> None:
    """Follow the link of the last letter, and say that it was oneself."""
    page.goto(last_link())
    page.get_by_role("button", name="Yes, it was me").click()
    expect(page.get_by_role("button", name="Yes, it was me")).to_have_count(0)
