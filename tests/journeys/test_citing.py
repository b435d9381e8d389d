"""An editor ties a claim to its passage inside the block, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from articles.dossier import open_dossier
from articles.manuscript import Citation
from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from sources.models import SourceDocument
from tests.articles.newsroom import DAY, Desk, block, item, make_desk
from tests.sources.builders import make_source_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]
Picture = Callable[[Page, str], Path]

TEXT = (
    "Minutes of the harbour board\n\n"
    "The board noted the figures. Dredging of the northern basin costs 4.2 million kroner.\n\n"
    "The board noted the figures. Dredging of the southern basin costs\n3.1 million kroner.\n\n"
    "The board noted the figures. The pilots are on duty day and night until the ice has gone."
)
DREDGING = "Dredging of the southern basin costs\n3.1 million kroner."
PILOTS = "The pilots are on duty day and night until the ice has gone."


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return make_desk()


@pytest.fixture
def minutes(desk: Desk) -> SourceDocument:
    return make_source_document(raw=TEXT.encode(), title="Minutes", publisher=desk.herald)


@pytest.fixture
def draft(desk: Desk, minutes: SourceDocument) -> ArticlePage:
    """Two claims, a paragraph and a key figure, each with a citation that has no quote yet."""
    empty = item({"source": minutes.pk, "exact": "", "prefix": "", "suffix": ""})
    rich = "<p>The southern basin costs 3.1 million kroner to dredge.</p>"
    figure = {"value": "24", "unit": "hours", "label": "Pilots on duty", "citations": [empty]}
    article = ArticlePage(
        title="Basin to be dredged",
        slug="basin",
        standfirst="The board met.",
        briefing_date=DAY,
        owner=desk.analyst,
        live=False,
        body=[
            block("paragraph", {"text": rich, "citations": [empty]}),
            block("key_figure", figure),
        ],
        article_sources=[ArticleSource(source=minutes, role=TestimonyRole.PRIMARY)],
    )
    desk.briefings.add_child(instance=article)
    article.save_revision(user=desk.analyst)
    return article


def test_an_editor_accepts_a_proposed_passage_and_searches_for_another(
    desk: Desk, draft: ArticlePage, open_page: Open, picture: Picture
) -> None:
    page = open_page(desk.analyst)
    page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    paragraph, figure = (opened(page, number) for number in range(2))
    accept_the_proposal(page, paragraph, picture)
    search_by_keyboard(page, figure, picture)
    save(page)
    stored = citations_of(draft)
    assert [text_at(draft, citation) for citation in stored] == [DREDGING, PILOTS]
    assert all(citation.prefix and "board noted" in citation.prefix for citation in stored)
    page.reload()
    again = opened(page, 0)
    expect(again.locator("[name$=-exact]")).to_have_js_property("readOnly", value=True)
    change_by_hand(again)


def opened(page: Page, number: int) -> Locator:
    """A citation block, unfolded."""
    citation = page.locator("[data-controller~=assay-citing]").nth(number)
    citation.wait_for(state="attached")
    toggle = citation.locator("xpath=ancestor::section[1]").locator("[data-panel-toggle]").first
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    expect(citation.get_by_role("button", name="Find the passage")).to_be_visible()
    return citation


def accept_the_proposal(page: Page, citation: Locator, picture: Picture) -> None:
    citation.get_by_role("button", name="Find the passage").click()
    expect(citation.get_by_role("status")).to_contain_text("proposed")
    best = citation.get_by_role("listitem").first
    expect(best).to_contain_text("southern basin")
    expect(best).to_contain_text("Says")
    expect(citation.get_by_role("listitem").nth(1)).to_contain_text("Not in it: 3.1 million kroner")
    picture(page, "citing-1-proposed")
    best.get_by_role("button").click()
    expect(citation.locator("[name$=-exact]")).to_have_value(DREDGING)
    expect(citation.get_by_role("status")).to_contain_text("Picked")
    picture(page, "citing-2-picked")


def search_by_keyboard(page: Page, citation: Locator, picture: Picture) -> None:
    citation.get_by_role("button", name="Find the passage").press("Enter")
    expect(citation.get_by_role("status")).not_to_contain_text("Reading")
    query = citation.get_by_role("searchbox")
    query.fill("duty day")
    query.press("Enter")
    expect(citation.get_by_role("status")).to_have_text("1 passage found.")
    expect(citation.locator("mark")).to_have_text("duty day")
    query.scroll_into_view_if_needed()
    picture(page, "citing-3-searched")
    citation.get_by_role("listitem").get_by_role("button").press("Enter")
    expect(citation.locator("[name$=-exact]")).to_have_value(PILOTS)
    expect(citation.get_by_role("button", name="Find the passage")).to_be_focused()


def change_by_hand(citation: Locator) -> None:
    """The words around belong to the quote that was picked; they go with it."""
    citation.get_by_role("button", name="Edit by hand").click()
    citation.locator("[name$=-exact]").press_sequentially("x")
    expect(citation.locator("[name$=-prefix]")).to_have_value("")


def save(page: Page) -> None:
    button = page.get_by_role("button", name="Save draft")
    if not button.is_visible():
        page.get_by_role("button", name="More actions").click()
    button.click()
    expect(page.locator(".messages")).to_contain_text("has been updated")


def citations_of(draft: ArticlePage) -> list[Citation]:
    saved = open_dossier(ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object())
    return [citation for _, _, citation in saved.manuscript.citations()]


def text_at(draft: ArticlePage, citation: Citation) -> str | None:
    """What the document says where the stored citation leads."""
    saved = open_dossier(ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object())
    span = saved.quotes[citation].span
    return None if span is None else TEXT[slice(*span)]
