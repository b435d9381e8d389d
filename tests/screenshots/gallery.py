"""Every page of the demo in light, dark, on a phone and in print, with an index to look through."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.pages import error_pages, public_pages
from tests.journeys.screens import editors_screens, screens
from tests.screenshots.serving import ROOT

FOLDER = ROOT / "var" / "screenshots" / "pages"
TALL = 2000  # pixels: the admin scrolls inside, so that no picture is longer than its window
# The admin's menu slides away on a phone, whatever a reader prefers.
AT_REST = "Promise.allSettled(document.getAnimations().map(({ finished }) => finished))"
# Playwright keeps an event loop in this thread; Django's ORM is used beside it, not in it.
BESIDE_A_LOOP = "DJANGO_ALLOW_ASYNC_UNSAFE"


@dataclass(frozen=True)
class State:
    """How a page is looked at; print is as wide as the text on a sheet of A4."""

    name: str
    width: int
    theme: Literal["light", "dark"] = "light"
    medium: Literal["screen", "print"] = "screen"


STATES = (
    State("light", 1280),
    State("dark", 1280, theme="dark"),
    State("phone", 320),
    State("print", 660, medium="print"),
)
HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page</title>
<style>
  body { font: 1rem/1.4 system-ui; margin: 2rem }
  a { display: inline-block; vertical-align: top; margin: 0 1rem 1rem 0 }
  img { display: block; width: 16rem; height: 20rem; object-fit: cover; object-position: top;
    border: 1px solid silver }
</style>
<h1>Every page</h1>
"""


def take_gallery(browser: Browser, url: str) -> Path:
    """Look at every page in every state; returns the index of what was seen."""
    os.environ[BESIDE_A_LOOP] = "true"
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    names = list(_taken(browser.new_context(base_url=url, reduced_motion="reduce"), url))
    index = FOLDER / "index.html"
    index.write_text(HEAD + "".join(map(_row, names)))
    return index


def _taken(context: BrowserContext, url: str) -> Iterator[str]:
    page = context.new_page()
    for public in public_pages():
        page.goto(public.path, wait_until="networkidle")
        yield _all_states(page, public.name)
    for path, html in error_pages().items():
        page.goto(path)
        page.set_content(html, wait_until="networkidle")
        yield _all_states(page, path.strip("/"))
    context.add_cookies([_sign_in(url)])
    for screen in (*screens(), *editors_screens()):
        page.goto(screen.path, wait_until="networkidle")
        yield _all_states(page, screen.name, height=TALL)


def _all_states(page: Page, name: str, *, height: int = 900) -> str:
    for state in STATES:
        page.set_viewport_size({"width": state.width, "height": height})
        page.emulate_media(color_scheme=state.theme, media=state.medium)
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise(requestAnimationFrame)")
        page.evaluate(AT_REST)
        page.screenshot(path=FOLDER / f"{name}.{state.name}.png", full_page=True)
    return name


def _row(name: str) -> str:
    pictures = "".join(
        f'<a href="{escape(name)}.{state.name}.png">{state.name}'
        f'<img src="{escape(name)}.{state.name}.png" alt="" loading="lazy"></a>'
        for state in STATES
    )
    return f"<h2>{escape(name)}</h2>\n<p>{pictures}</p>\n"


def _sign_in(url: str) -> Any:
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}
