"""How public pages come up in a browser: within the policy, nothing missing, and nothing moves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response, Route, ViewportSize

from articles.models import CurrentEdition
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.pages import public_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Collected in the page itself, before anything of ours runs.
WATCH = """
window.refused = [];
window.shifts = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.shifts.push(
      [entry.value, ...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120))]);
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """
new Promise((done) => {
  const seen = (list) => list.getEntriesByName("first-contentful-paint").length && done();
  new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
})
"""
# Of a screen: no fallback has the widths of the font itself, so here and there a line breaks anew.
HARDLY = 0.01
Open = Callable[..., Page]


def watched(page: Page) -> Page:
    """The same page, which notes what is refused and what moves."""
    page.add_init_script(WATCH)
    return page


def test_public_pages_ask_for_nothing_that_is_refused_or_missing_and_stay_in_their_place(
    demo: None, open_page: Open
) -> None:
    page, wrong = watched(open_page()), []
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            heard.append(message.text)

    def look(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            heard.append(f"{response.status} {response.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("response", look)
    for public in public_pages():
        page.goto(public.path)
        heard = [text for text in heard if "the server responded with a status of 4" not in text]
        found = page.evaluate("[...window.refused, ...window.shifts]") + heard
        if found or is_wider_than_a_phone(page):
            wrong.append((public.path, found))
        heard.clear()
    assert wrong == []


def is_wider_than_a_phone(page: Page) -> bool:
    """Whether the page as a whole scrolls sideways at 320 px (WCAG 1.4.10)."""
    page.set_viewport_size(NARROW)
    width: int = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(WIDE)
    return width > NARROW["width"]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_text_does_not_wait_for_its_font_and_hardly_moves_when_it_comes(
    demo: None, open_page: Open, size: ViewportSize
) -> None:
    page = watched(open_page(viewport=size))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(f"/{CurrentEdition.objects.order_by('address')[0].address}", wait_until="commit")
    page.evaluate(PAINTED)
    assert page.locator("h1").is_visible()
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    assert sum(row[0] for row in page.evaluate("window.shifts")) < HARDLY
    assert page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")
