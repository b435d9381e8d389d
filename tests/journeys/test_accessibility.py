"""axe-core on every public page and on our screens in the admin: WCAG 2.2 A and AA, every mode."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

from tests.journeys.axe import SCRIPT, violations
from tests.journeys.pages import error_pages, public_pages
from tests.journeys.screens import screens

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_axe_finds_nothing_on_any_public_page(demo: None, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page())
    found, seen = [], Counter[str]()
    for public in public_pages():
        page.goto(public.path)
        seen[public.view] += 1
        found += violations(page, briefly=seen[public.view] > 2)
    assert found == []


def test_axe_finds_nothing_on_pages_that_tell_of_an_error(
    demo: None, open_page: Callable[..., Page]
) -> None:
    page = with_axe(open_page())
    found = []
    for path, html in error_pages().items():
        page.goto(path)
        page.set_content(html)
        found += violations(page)
    assert found == []


def test_axe_finds_nothing_in_our_screens_of_the_admin(
    demo: None, open_page: Callable[..., Page]
) -> None:
    page = with_axe(open_page(User.objects.get(username="admin")))
    found = []
    for screen in screens():
        page.goto(screen.path)
        found += violations(page)
    assert found == []


def with_axe(page: Page) -> Page:
    """The same page, with axe in whatever it shows."""
    page.context.add_init_script(path=SCRIPT)
    return page
