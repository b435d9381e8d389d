"""axe-core in a page, put there once and run in every mode that people read in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

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
RUN = '(options) => axe.run({ ...options, resultTypes: ["violations"] })'


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
SIZES = (NARROW, WIDE)


def violations(page: Page, *, briefly: bool = False) -> list[tuple[str, ...]]:
    """What axe holds against a page, at both widths and in every mode: where, rule, elements.

    Briefly is narrow and light: for what differs from other pages in its words alone.
    """
    return list(_found(page, (NARROW,), MODES[:1]) if briefly else _found(page, SIZES, MODES))


def _found(
    page: Page, sizes: Iterable[ViewportSize], modes: Iterable[Mode]
) -> Iterator[tuple[str, ...]]:
    for size in sizes:
        page.set_viewport_size(size)
        for mode in modes:
            for problem in _run(page, mode):
                nodes = " ".join(str(node["target"]) for node in problem["nodes"])
                yield page.url, mode.name, str(size["width"]), problem["id"], nodes


def _run(page: Page, mode: Mode) -> list[dict[str, Any]]:
    forced: Literal["active", "none"] = "active" if mode.is_forced else "none"
    page.emulate_media(color_scheme=mode.theme, forced_colors=forced)
    if mode.is_forced:
        page.evaluate(PAINTED, arg=True)
    answer = page.evaluate(RUN, {"runOnly": mode.rules})
    if mode.is_forced:
        page.evaluate(PAINTED, arg=False)
    problems: list[dict[str, Any]] = answer["violations"]
    return problems
