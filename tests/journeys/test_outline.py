"""What a screen reader says of each public page: one title, no level left out, places with names.

The whole of it is written to var/accessibility, a file for each page, to be read by a person.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.journeys.pages import public_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SPOKEN = settings.BASE_DIR / "var" / "accessibility"
HEADING = re.compile(r"""^ *- '?heading "(.+)" \[level=(\d)\]""", re.MULTILINE)
ONCE = ("banner", "main", "contentinfo")
PLACES = "|".join((*ONCE, "navigation", "search", "region", "complementary"))
PLACE = re.compile(rf"""^ *- '?({PLACES})(?: "(.*)")?(?:\[| |:|'|$)""", re.MULTILINE)


def test_every_public_page_makes_sense_when_it_is_listened_to(
    demo: None, open_page: Callable[..., Page]
) -> None:
    SPOKEN.mkdir(parents=True, exist_ok=True)
    page = open_page()
    wrong = {}
    for public in public_pages():
        page.goto(public.path)
        spoken = page.locator("body").aria_snapshot()
        (SPOKEN / f"{public.name}.yaml").write_text(spoken + "\n")
        if found := [*about_headings(spoken), *about_places(spoken)]:
            wrong[public.path] = found
    assert wrong == {}


def about_headings(spoken: str) -> list[str]:
    """What is wrong with the headings: not one title at the top, or a level left out."""
    levels = [int(level) for _text, level in HEADING.findall(spoken)]
    found = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"titles: {levels}"]
    steps = [f"h{before} to h{after}" for before, after in pairwise(levels) if after > before + 1]
    return found + steps


def about_places(spoken: str) -> list[str]:
    """What is wrong with the landmarks: missing, twice, or not told apart by a name."""
    places = Counter(PLACE.findall(spoken))
    kinds = Counter(kind for kind, _name in places.elements())
    found = [f"{kind}: {kinds[kind]}" for kind in ONCE if kinds[kind] != 1]
    found += [f"twice: {place}" for place, number in places.items() if number > 1]
    return found + [
        f"no name: {kind}" for kind, name in places if not name and kind not in (*ONCE, "search")
    ]
