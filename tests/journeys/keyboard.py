"""A person who has a keyboard and nothing else, and sees where they are at every press."""

from fnmatch import fnmatchcase
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page

SPOKEN = settings.BASE_DIR / "var" / "accessibility"
# What a screen reader would say of the element that has the focus, in short; and whether a person
# who sees can tell that it has: it is on the screen, not covered, and marked.
FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "", fault: "" };
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const by = (element.getAttribute("aria-labelledby") ?? "").split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const name = element.getAttribute("aria-label") || by.trim() || labels
    || element.textContent || element.getAttribute("placeholder") || "";
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [x, y] = [box.x + Math.min(box.width / 2, 4), box.y + Math.min(box.height / 2, 4)];
  const top = document.elementFromPoint(x, y);
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const isFree = !top || element.contains(top) || top.contains(element)
    || [...(element.labels ?? [])].some((label) => label.contains(top));
  const isMarked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  const faults = { unseen: !isSeen, covered: !isFree, unmarked: !isMarked };
  const fault = Object.keys(faults).filter((name) => faults[name]).join(" ");
  return { name: name.replace(/\\s+/g, " ").trim(), fault };
}
"""


class Keyboard:
    """The keys of a page: Tab until something is reached, then use it."""

    def __init__(self, page: Page, journey: str) -> None:
        self.page = page
        self.journey = journey
        self.pages = 0
        self.faults: list[str] = []

    def tab_to(self, name: str, *, within: int = 150) -> None:
        """Press Tab until the focus is on what is called so; a star stands for any rest of it."""
        passed = []
        for _ in range(within):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            passed.append(focused["name"][:60])
            if focused["fault"]:
                self.faults.append(f"{self.page.url}: {focused['name'][:60]}: {focused['fault']}")
            if fnmatchcase(focused["name"], name):
                return
        raise AssertionError(f"{name} is not reached by Tab on {self.page.url}: {passed}")

    def press(self, name: str, *, key: str = "Enter", within: int = 150) -> None:
        """Go to something and use it; the page that it leads to is written down."""
        self.tab_to(name, within=within)
        self.page.keyboard.press(key)
        self.page.wait_for_load_state("load")
        self.write_down()

    def type_into(self, name: str, text: str) -> None:
        """Go to a field and type."""
        self.tab_to(name)
        self.page.keyboard.type(text)

    def write_down(self) -> Path:
        """Keep what a screen reader would say of the page, in the order of the journey."""
        SPOKEN.mkdir(parents=True, exist_ok=True)
        self.pages += 1
        path = SPOKEN / f"{self.journey}-{self.pages:02}.yaml"
        path.write_text(self.page.locator("body").aria_snapshot() + "\n")
        return path
