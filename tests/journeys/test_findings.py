"""What the gate says stands beside the text that it speaks of, in the editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.actions.newsroom import CHIEF_EDITORS
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, fresh, make_desk, make_draft, make_person, revise

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]
Picture = Callable[[Page, str], Path]


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return make_desk()


@pytest.fixture
def draft(desk: Desk) -> ArticlePage:
    """A quote that stands in no document, and no standfirst."""
    article = make_draft(desk, quote="The board never said this.")
    revise(article, desk.analyst, standfirst="")
    return fresh(article)


def _editor(page: Page, article: ArticlePage) -> None:
    page.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))


def test_finding_stands_beside_its_block_and_its_field(
    desk: Desk, draft: ArticlePage, open_page: Open, picture: Picture
) -> None:
    page = open_page(desk.analyst)
    _editor(page, draft)
    block = draft.body.raw_data[1]["id"]
    note = page.locator(f"#block-{block}-section > .assay-note--blocks")
    expect(note).to_have_attribute("role", "note")
    expect(note).to_contain_text("Blocks the source check: “The board never said this.”")
    expect(note).to_contain_text("Copy the passage from the captured document exactly")
    standfirst = page.locator("#panel-child-briefing-standfirst-section > .assay-note--warns")
    expect(standfirst).to_contain_text("Warns: The standfirst is empty.")
    note.scroll_into_view_if_needed()
    picture(page, "findings-beside-the-text")


def test_notes_follow_the_panel_when_it_is_renewed(
    desk: Desk, draft: ArticlePage, open_page: Open
) -> None:
    page = open_page(desk.analyst)
    _editor(page, draft)
    standfirst = page.locator("#panel-child-briefing-standfirst-section > .assay-note")
    expect(standfirst).to_have_count(1)
    finding = page.locator(".assay-finding[data-message='The standfirst is empty.']")
    finding.evaluate("element => element.remove()")
    expect(standfirst).to_have_count(0)


def test_chief_editor_publishes_in_an_emergency_and_another_looks(
    desk: Desk, open_page: Open, picture: Picture
) -> None:
    chief, second = (make_person(name, CHIEF_EDITORS) for name in ("cleo", "carl"))
    article = make_draft(desk)
    page = open_page(chief)
    page.goto(reverse("assay_emergency", args=[article.pk]))
    page.get_by_label("Why can it not wait").fill("The mine is on fire.")
    page.get_by_label("I have read the text").check()
    picture(page, "emergency-1-asked")
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_text("is published.")).to_be_visible()
    other = open_page(second)
    other.goto(reverse("wagtailadmin_home"))
    picture(other, "emergency-2-waiting")
    other.get_by_role("button", name="I have looked").click()
    expect(other.get_by_text("Noted that you have looked")).to_be_visible()
    expect(other.get_by_text("The mine is on fire.")).to_have_count(0)
