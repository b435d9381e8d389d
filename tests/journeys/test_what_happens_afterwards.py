"""A claim that no source bears out, a refusal, a correction, a new owner, and a retraction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from articles.models import ArticlePage, CurrentEdition, Edition
from sources.enums import ControlKind, OrganisationKind
from tests.articles.newsroom import QUOTE, Desk, approve, fresh, make_desk, make_draft, submit
from tests.sources.builders import make_organisation, make_ownership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CORRECTION = "The board met on Friday, not on Thursday."
Open = Callable[..., Page]
Picture = Callable[[Page, str], Path]


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return make_desk()


def test_a_briefing_is_checked_corrected_reowned_and_retracted(
    desk: Desk, open_page: Open, picture: Picture
) -> None:
    article = make_draft(desk)
    analyst = open_page(desk.analyst)
    mark_a_figure_that_no_source_has(analyst, article, picture)
    editor = open_page(desk.editor)
    publish_past_a_refusal(desk, editor, article, picture)
    reader = open_page()
    correct(desk, editor, open_page(desk.second_editor), article, picture)
    read_the_correction(reader, picture)
    change_the_owner(desk, editor, picture)
    read_the_new_disclaimer(open_page(), picture)
    retract(editor, article, picture)
    find_it_gone(open_page(), picture)


def edit_standfirst(page: Page, article: ArticlePage, text: str) -> None:
    page.goto(f"/admin/pages/{article.pk}/edit/")
    page.locator("[name=standfirst]").fill(text)
    save = page.get_by_role("button", name="Save draft")
    if not save.is_visible():
        page.get_by_role("button", name="More actions").click()
    save.click()
    expect(page.locator(".messages")).to_contain_text("has been updated")


def mark_a_figure_that_no_source_has(page: Page, article: ArticlePage, picture: Picture) -> None:
    """The figures check warns beside the text, and stands in nobody's way."""
    edit_standfirst(page, article, "The board ordered 4,200 tonnes a year.")
    page.goto(f"/admin/briefings/{article.pk}/checks/")
    expect(page.get_by_text("4,200 tonnes").first).to_be_visible()
    picture(page, "afterwards-1-figures")


def publish_past_a_refusal(desk: Desk, page: Page, article: ArticlePage, picture: Picture) -> None:
    """Damaged characters do not pass; whole ones do, once two people have looked."""
    submit(desk, fresh(article))
    edit_standfirst(page, article, "The boardโs order is out.")
    page.goto(f"/admin/briefings/{article.pk}/checks/")
    expect(page.get_by_text("Damaged characters left").first).to_be_visible()
    picture(page, "afterwards-2-refused")
    edit_standfirst(page, article, "The board’s order is out.")
    article = fresh(article)
    approve(article, desk.analyst)
    approve(fresh(article), desk.second_editor)
    assert fresh(article).live


def correct(desk: Desk, page: Page, approver: Page, article: ArticlePage, picture: Picture) -> None:
    page.goto(f"/admin/briefings/{article.pk}/change/")
    page.get_by_label("Correction").check()
    page.get_by_label("What readers are told").fill(CORRECTION)
    picture(page, "afterwards-3-correct")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("[name=standfirst]")).to_be_visible()
    edit_standfirst(page, article, "The board’s order of Friday is out.")
    submit(desk, fresh(article))
    approve(fresh(article), desk.analyst)
    approver.goto(f"/admin/briefings/{article.pk}/checks/")
    button = approver.get_by_role("button", name="Approve and publish")
    button.click()
    expect(button).to_have_count(0)
    assert Edition.objects.count() == 2


def read_the_correction(page: Page, picture: Picture) -> None:
    page.goto(f"/{CurrentEdition.objects.get().address}")
    expect(page.get_by_text(CORRECTION).first).to_be_visible()
    picture(page, "afterwards-4-corrected")
    page.goto(f"/{CurrentEdition.objects.get().address}versions/1/")
    expect(page.locator("ins").first).to_be_visible()
    picture(page, "afterwards-5-difference")
    page.goto("/corrections/")
    expect(page.get_by_text(CORRECTION).first).to_be_visible()


def change_the_owner(desk: Desk, page: Page, picture: Picture) -> None:
    """An editor ends the old statement and makes a new one; nobody touches the briefing."""
    tidal = make_organisation(name="Tidal Holdings", kind=OrganisationKind.COMPANY)
    make_ownership(owned=tidal, control=ControlKind.PRIVATE)
    statement = desk.herald.owner_statements.get()
    page.goto(f"/admin/snippets/sources/ownership/edit/{statement.pk}/")
    page.locator("[name=valid_to]").fill("2025-01-01")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_url("**/sources/ownership/")
    page.goto(f"/admin/snippets/sources/ownership/add/?owned={desk.herald.pk}")
    page.locator("select[name=control]").select_option(ControlKind.MAJORITY.value)
    page.get_by_role("button", name="Choose organisation", exact=True).click()
    page.get_by_role("dialog").get_by_role("link", name="Tidal Holdings", exact=True).click()
    page.locator("[name=valid_from]").fill("2025-01-01")
    picture(page, "afterwards-6-new-owner")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_url("**/sources/ownership/")


def read_the_new_disclaimer(page: Page, picture: Picture) -> None:
    page.goto(f"/{CurrentEdition.objects.get().address}")
    expect(page.locator(".disclaimer").first).to_contain_text("controlled by Tidal Holdings")
    expect(page.get_by_text(QUOTE).first).to_be_visible()
    assert Edition.objects.order_by("-pk")[0].kind == "provenance"
    picture(page, "afterwards-7-new-disclaimer")


def retract(page: Page, article: ArticlePage, picture: Picture) -> None:
    page.goto(f"/admin/briefings/{article.pk}/change/")
    page.get_by_label("Retraction").check()
    page.get_by_label("What readers are told").fill("The minutes were forged.")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Retracted").first).to_be_visible()
    picture(page, "afterwards-8-retracted")


def find_it_gone(page: Page, picture: Picture) -> None:
    answer = page.goto("/briefings/harbour-board-meets/")
    assert answer is not None
    assert answer.status == 410
    expect(page.get_by_text("The minutes were forged.")).to_be_visible()
    picture(page, "afterwards-9-gone")
