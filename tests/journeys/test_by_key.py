"""The whole of reading, taking part and moderating with the keyboard alone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.enums import CommentStatus
from articles.models import Challenge, Comment
from tests.journeys.keyboard import Keyboard
from tests.journeys.letters import last_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Northern Rare Earth sets course for 2026"
SAID = "Both outlets belong to one group."
DOUBT = "The annual report says otherwise."
# Whoever types as fast as this test is held by a rule.
TABS = {CommentStatus.PENDING: "New*", CommentStatus.HELD: "Held*"}
Open = Callable[..., Page]


def test_everything_that_readers_and_moderators_do_is_done_by_key(
    demo: None, open_page: Open
) -> None:
    reader = Keyboard(open_page(), "by-key-reader")
    read_and_search(reader)
    comment(reader)
    challenge(reader)
    assert reader.faults == []
    moderator = Keyboard(open_page(User.objects.get(username="mo")), "by-key-moderator")
    moderate(moderator)
    expect_the_comment_to_be_shown(open_page())


def read_and_search(keys: Keyboard) -> None:
    page = keys.page
    page.goto("/")
    keys.write_down()
    keys.press("Skip to the content")
    assert page.evaluate("document.activeElement.id") == "main"
    keys.press(TITLE)
    keys.press("How we know")
    expect(page.get_by_text("The document says").first).to_be_visible()
    keys.type_into("Search all briefings", "smelting")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=smelting")
    keys.write_down()
    keys.press(TITLE)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def comment(keys: Keyboard) -> None:
    keys.type_into("Comment", SAID)
    sign_and_send(keys, "Send comment")
    expect(keys.page.get_by_role("status")).to_be_visible()
    confirm(keys)
    assert Comment.objects.get(text=SAID).status != CommentStatus.UNCONFIRMED


def challenge(keys: Keyboard) -> None:
    keys.page.goto("/briefings/northern-rare-earth-sets-course-for-2026/")
    keys.press("Challenge this claim")
    keys.tab_to("A figure, date or name*")
    keys.page.keyboard.press("ArrowDown")
    keys.type_into("Please explain", DOUBT)
    sign_and_send(keys, "Send challenge")
    confirm(keys)
    assert Challenge.objects.get(text=DOUBT).reason


def sign_and_send(keys: Keyboard, button: str) -> None:
    keys.type_into("Name", "Marta Vidal")
    keys.type_into("E-mail", "marta@example.org")
    keys.press(button)


def confirm(keys: Keyboard) -> None:
    keys.page.goto(last_link())
    keys.write_down()
    keys.press("Yes, it was me")
    expect(keys.page.get_by_role("button", name="Yes, it was me")).to_have_count(0)


def moderate(keys: Keyboard) -> None:
    """To the newest comment of the queue, and approve it."""
    page = keys.page
    page.goto("/admin/")
    keys.press("Comments*")
    keys.press(TABS[CommentStatus(Comment.objects.get(text=SAID).status)])
    expect(page.get_by_text(SAID)).to_be_visible()
    row = page.get_by_role("row").filter(has_text=SAID)
    button = row.get_by_role("button", name="Approve", exact=True)
    while not button.evaluate("button => button === document.activeElement"):
        keys.tab_to("Approve*")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_be_visible()
    keys.write_down()


def expect_the_comment_to_be_shown(page: Page) -> None:
    page.goto("/briefings/northern-rare-earth-sets-course-for-2026/")
    expect(page.get_by_role("main").get_by_text(SAID)).to_be_visible()
