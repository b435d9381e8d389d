"""axe-core in a page, put there once and run in every mode that people read in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, WIDE

SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js")
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# All other rules look at what the colours do not change.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Chromium paints text in a forced colour and yet reports, as the colour that fills it, which axe
# reads, the one of our styles: say the painted one while axe looks.
PAINTED = """
(is_forced) => {
  for (const element of document.querySelectorAll("body *"))
    element.style.webkitTextFillColor = is_forced ? getComputedStyle(element).color : "";
}
"""
RUN = """
([selector, options]) => axe.run(selector, { ...options, resultTypes: ["violations"] })
"""


@dataclass(frozen=True)
class Mode:
    """How a person has set up their browser."""

    name: str
    theme: Literal["light", "dark"]
    rules: dict[str, Any]
    is_forced: bool = False


MODES = (
    Mode("light", "light", EVERYTHING),
    Mode("dark", "dark", COLOURS),
    Mode("forced", "dark", COLOURS, is_forced=True),
)


def violations(page: Page, *, within: str = "html") -> list[tuple[str, ...]]:
    """What axe holds against a page, at both widths and in every mode: where, rule, elements."""
    return list(_found(page, within))


def _found(page: Page, within: str) -> Iterator[tuple[str, ...]]:
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        for mode in MODES:
            for problem in _run(page, within, mode):
                nodes = " ".join(str(node["target"]) for node in problem["nodes"])
                yield page.url, mode.name, str(size["width"]), problem["id"], nodes


def _run(page: Page, within: str, mode: Mode) -> list[dict[str, Any]]:
    forced: Literal["active", "none"] = "active" if mode.is_forced else "none"
    page.emulate_media(color_scheme=mode.theme, forced_colors=forced)
    if mode.is_forced:
        page.evaluate(PAINTED, arg=True)
    answer = page.evaluate(RUN, [within, {"runOnly": mode.rules}])
    if mode.is_forced:
        page.evaluate(PAINTED, arg=False)
    problems: list[dict[str, Any]] = answer["violations"]
    return problems
