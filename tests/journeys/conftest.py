"""A browser, people who are signed in, and a place where each journey leaves its pictures."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests.chromium import FLAGS, find_chromium

SCREENSHOTS = settings.BASE_DIR / "var" / "screenshots"
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=700)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django's ORM is used beside it, not in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Opens a page of a new person: `open_page()` as a reader, `open_page(user)` signed in."""
    contexts: list[BrowserContext] = []

    def opened(user: User | None = None, **options: object) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            **({"viewport": WIDE} | options),  # type: ignore[arg-type]
        )
        contexts.append(context)
        if user:
            context.add_cookies([_session_of(user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def picture() -> Callable[[Page, str], Path]:
    """Takes a picture of the whole page under a name, for a person to look at afterwards."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def taken(page: Page, name: str) -> Path:
        path = SCREENSHOTS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return taken


def _session_of(user: User, url: str) -> Any:
    """The cookie that a sign-in would leave; signing in itself is a test of its own."""
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}
