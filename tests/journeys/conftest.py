"""A browser, people who are signed in, and a place where each journey leaves its pictures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client, TransactionTestCase, override_settings
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    sync_playwright,
)
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.chromium import FLAGS, find_chromium
from tests.databases.template import MigratedCopy, copy_for

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


@pytest.fixture(scope="session")
def kept_demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MigratedCopy]:
    """The database of the demo newsroom, loaded once for all; `renew` brings it."""
    files = override_settings(VAR_DIR=tmp_path_factory.mktemp("demo"))
    with django_db_blocker.unblock(), files:
        call_command("load_demo", stdout=StringIO())
        copy = copy_for(connection)
        copy.keep()
        copy_for(connection).renew()
    yield copy
    with django_db_blocker.unblock():
        copy.drop()


@pytest.fixture(scope="module")
def demo(kept_demo: MigratedCopy, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo newsroom for a module: each of its tests finds it as it was loaded."""
    with django_db_blocker.unblock(), beginning_with(kept_demo):
        yield


@contextmanager
def beginning_with(copy: MigratedCopy) -> Iterator[None]:
    """Have each test begin with what this copy keeps, not with an empty database."""
    copy.renew()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: copy.renew())
        yield
    copy_for(connection).renew()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Opens a page of a new person: `open_page()` as a reader, `open_page(user)` signed in."""
    contexts: list[BrowserContext] = []

    def opened(user: User | None = None, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            **({"viewport": WIDE} | options),
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
