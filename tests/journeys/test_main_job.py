"""The main job as three people and a program live it: capture, draft, check, publish, read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from playwright.sync_api import Page, expect

from articles.actions.newsroom import ANALYSTS, EDITORS, MODERATORS, set_up_newsroom
from articles.models import CurrentEdition
from sources.enums import ControlKind, OrganisationKind
from tests.articles.newsroom import make_person
from tests.sources.builders import make_organisation, make_ownership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEED = settings.BASE_DIR / "articles" / "management" / "demo" / "data" / "northern-rare-earth.txt"
TITLE = "Northern Rare Earth sets course for 2026"
STANDFIRST = "Five orders at the end of the third quarter."
PACE = 120  # milliseconds a key, as a person types: what is sent faster is held for a moderator
Open = Callable[..., Page]
Picture = Callable[[Page, str], Path]


@pytest.fixture
def people(transactional_db: None) -> dict[str, User]:
    """A newsroom that knows the group above the seed's outlets, and not yet the outlets."""
    set_up_newsroom()
    state = make_organisation(
        name="Government of Inner Mongolia", kind=OrganisationKind.GOVERNMENT, country="CN"
    )
    group = make_organisation(name="Baogang Group", kind=OrganisationKind.COMPANY, country="CN")
    make_ownership(owned=group, owner=state, control=ControlKind.STATE)
    groups = {"ana": ANALYSTS, "edith": EDITORS, "emil": EDITORS, "mo": MODERATORS}
    return {name: make_person(name, group) for name, group in groups.items()}


def test_a_raw_item_becomes_a_published_briefing_that_is_read_and_commented_on(
    people: dict[str, User], open_page: Open, picture: Picture
) -> None:
    analyst = open_page(people["ana"])
    capture_the_seed(analyst, picture)
    put_outlets_on_record(analyst, picture)
    edit_url = create_and_submit_the_draft(analyst, picture)
    editor = open_page(people["edith"])
    refuse_the_editor_her_own_edit(editor, edit_url, picture)
    edit_standfirst(analyst, edit_url, STANDFIRST)
    approve(editor, edit_url, "Approve")
    second = open_page(people["emil"])
    approve(second, edit_url, "Approve and publish")
    picture(second, "main-job-6-published")
    reader = open_page()
    read_and_find(reader, picture)
    comment(reader, picture)
    moderate(open_page(people["mo"]), picture)
    another = open_page()
    another.goto(f"/{CurrentEdition.objects.get().address}")
    expect(another.get_by_text("Both outlets belong to one group.")).to_be_visible()
    consume(another)
    compare(another)


def capture_the_seed(page: Page, picture: Picture) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Ingest", exact=True).click()
    page.get_by_label("Paste the text").fill(SEED.read_bytes().decode())
    picture(page, "main-job-1-paste")
    page.get_by_role("button", name="Capture and read").click()
    expect(page.get_by_text("Captured. Nothing of it can be changed any more.")).to_be_visible()
    expect(page.locator("#assay-draft")).to_be_visible()
    picture(page, "main-job-2-review")


def put_outlets_on_record(page: Page, picture: Picture) -> None:
    for name in ("Baogang Daily", "Northern Rare Earth Group"):
        row = (
            page.get_by_role("row")
            .filter(has_text=name)
            .filter(has=page.get_by_role("button", name="Put on record"))
        )
        row.first.get_by_role("button", name="Put on record").click()
        expect(page.get_by_text(f"{name} is on record.")).to_be_visible()
        state_owner(page, name, "Baogang Group")
    picture(page, "main-job-3-organisations")


def state_owner(page: Page, owned: str, owner: str) -> None:
    """From the review to the form of a statement and back; the organisation is filled in."""
    review = page.url
    page.get_by_role("link", name=f"Say who owns {owned}").first.click()
    expect(page.get_by_text(owned).first).to_be_visible()
    page.get_by_role("button", name="Choose organisation", exact=True).click()
    page.get_by_role("dialog").get_by_role("link", name=owner, exact=True).click()
    page.locator("select[name=control]").select_option(ControlKind.SUBSIDIARY.value)
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    page.goto(review)


def create_and_submit_the_draft(page: Page, picture: Picture) -> str:
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=briefing_date]").fill("2025-10-24")
    page.get_by_role("button", name="Create draft").click()
    expect(page.get_by_text("Draft created, with citations")).to_be_visible()
    picture(page, "main-job-4-draft")
    edit_url = page.url
    expect(page.get_by_text("no-ownership-record")).to_have_count(0)
    page.get_by_role("button", name="Submit to Briefing review").click()
    expect(page.get_by_text("has been submitted for moderation")).to_be_visible()
    return edit_url


def edit_standfirst(page: Page, edit_url: str, text: str) -> None:
    page.goto(edit_url)
    page.locator("[name=standfirst]").fill(text)
    save = page.get_by_role("button", name="Save draft")
    if not save.is_visible():
        page.get_by_role("button", name="More actions").click()
    save.click()
    expect(page.locator(".messages")).to_contain_text("has been updated")


def refuse_the_editor_her_own_edit(page: Page, edit_url: str, picture: Picture) -> None:
    """Whoever edited last may not approve: it is refused, told why, and offered no more."""
    page.goto(edit_url)
    page.locator("[name=standfirst]").fill("Edith wrote this.")
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("somebody else has to approve it")
    picture(page, "main-job-5-own-edit")
    page.goto(edit_url)
    expect(page.locator("[name=standfirst]")).to_have_value("Edith wrote this.")
    expect(page.get_by_role("button", name="Approve", exact=True)).to_have_count(0)


def approve(page: Page, edit_url: str, label: str) -> None:
    page.goto(edit_url)
    page.get_by_role("link", name="All checks").click()
    button = page.get_by_role("button", name=label, exact=True)
    button.click()
    expect(button).to_have_count(0)


def read_and_find(page: Page, picture: Picture) -> None:
    page.goto("/")
    picture(page, "main-job-7-home")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("both controlled by Baogang Group").first).to_be_visible()
    assert page.locator("#highlights .highlights__branch").count() == 3
    assert page.locator("li .directive").count() == 5
    picture(page, "main-job-8-briefing")
    page.get_by_role("link", name="How we know").first.click()
    expect(page.get_by_text("The document says").first).to_be_visible()
    picture(page, "main-job-9-provenance")
    page.get_by_role("searchbox").first.fill("smelting")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()


def comment(page: Page, picture: Picture) -> None:
    page.goto(f"/{CurrentEdition.objects.get().address}")
    words = page.get_by_label("Comment", exact=True)
    words.press_sequentially("Both outlets belong to one group.", delay=PACE)
    page.get_by_label("Name").fill("Marta Vidal")
    page.get_by_label("E-mail").fill("marta@example.org")
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.get_by_text("Both outlets belong to one group.")).to_have_count(0)
    picture(page, "main-job-10-comment-unconfirmed")
    link = re.search(r"/comments/confirm/\S+", str(mail.outbox[-1].body))
    assert link
    page.goto(link[0])
    picture(page, "main-job-10-confirm")
    page.get_by_role("button", name="Yes, it was me").click()
    expect(page.get_by_text("It waits for a moderator.")).to_be_visible()
    picture(page, "main-job-10-comment-held")


def moderate(page: Page, picture: Picture) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Comments (1)").click()
    expect(page.get_by_text("Both outlets belong to one group.")).to_be_visible()
    picture(page, "main-job-11-moderation")
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator(".messages")).to_be_visible()
    expect(page.get_by_role("link", name="Comments (1)")).to_have_count(0)


def consume(page: Page) -> None:
    """A program gets what the reader saw."""
    found = page.request.get("/api/v1/articles/?q=smelting").json()["results"]
    assert [row["title"] for row in found] == [TITLE]
    article = page.request.get(f"/api/v1/articles/{found[0]['uuid']}/").json()
    assert [len(row["children"]) for row in article["highlights"]] == [3, 4, 2]
    assert len(article["directives"]) == 5
    assert article["corroboration"]["state"] == "single_source"
    assert article["comment_count"] == 1
    assert article["standfirst"] == STANDFIRST


def compare(page: Page) -> None:
    """What the program got stands word for word on the page that a reader sees."""
    current = CurrentEdition.objects.get()
    article = page.request.get(f"/api/v1/articles/{current.article_uuid}/").json()
    page.goto(f"/{current.address}")
    shown = " ".join(page.locator("main").inner_text().split())
    told = [article["title"], article["standfirst"], article["disclaimer"]]
    told += [leaf["text"] for row in article["highlights"] for leaf in (row, *row["children"])]
    told += [directive["text"] for directive in article["directives"]]
    assert [text for text in told if text not in shown] == []
