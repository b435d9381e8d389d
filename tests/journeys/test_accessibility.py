"""axe-core on the public pages of the demo newsroom: WCAG 2.2 AA, both themes, both widths."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Page

from articles.enums import EditionKind
from articles.formats.correction import correction_of
from articles.models import CurrentEdition, Edition
from articles.queries.editions import correction_log
from articles.queries.organisations import public_organisations
from articles.queries.topics import public_topics
from tests.journeys.conftest import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIXED = ("/", "/briefings/", "/directives/", "/organisations/", "/topics/", "/corrections/")
SEARCHES = ("/search/", "/search/?q=nickel", "/search/?q=nothingofthekind", "/search/?q=%00")
MISSING = "/briefings/no-such-briefing/"
API = "/api/v1/docs/"
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MODES = [(theme, size) for theme in THEMES for size in (NARROW, WIDE)]


def test_axe_finds_nothing_on_any_public_page(
    transactional_db: None, open_page: Callable[..., Page], settings: object, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path  # type: ignore[attr-defined]
    call_command("load_demo", verbosity=0)
    found = {}
    page = open_page()
    for address in addresses():
        page.goto(address)
        for theme, size in MODES:
            page.emulate_media(color_scheme=theme)
            page.set_viewport_size(size)
            for problem in Axe().run(page, options=OPTIONS).response["violations"]:
                nodes = [node["target"] for node in problem["nodes"]]
                found[address, theme, size["width"], problem["id"]] = nodes
    assert found == {}


def addresses() -> list[str]:
    """Every kind of public page, with every briefing and how it is known."""
    paths = CurrentEdition.objects.values_list("address", flat=True)
    briefings = [f"/{path}" for path in paths]
    assert len(briefings) >= 5
    retracted = Edition.objects.filter(kind=EditionKind.RETRACTED)[0].address
    found = [*FIXED, *SEARCHES, MISSING, API, f"/{retracted}", *briefings]
    found += [f"{briefing}provenance/" for briefing in briefings]
    log = correction_log(limit=9).rows
    corrected = next(path for row in log if (path := correction_of(row).path))
    found += [
        f"{corrected}versions/",
        f"{corrected}versions/1/",
        f"{corrected}versions/2/",
    ]
    found += [f"/organisations/{row.slug}/" for row in public_organisations()[:4]]
    return found + [f"/topics/{row.slug}/" for row in public_topics()[:2]]
