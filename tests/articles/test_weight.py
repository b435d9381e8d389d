"""What the seed's page weighs on its way to a reader: with styles, without letters and pictures."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.articles.test_seed_to_edition import (
    ADDRESS,
    make_draft_of_seed,
    publish_it,
    state_the_owners,
)

STATIC = Path(settings.BASE_DIR) / "static"
PAGE_LIMIT, SCRIPT_LIMIT = 60_000, 10_000
LINKED = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"')
IMPORTED = re.compile(r'@import url\("([^"]+)"\)')
LOADED = re.compile(r'<script[^>]+src="/static/([^"]+)"')


@pytest.fixture
def page(db: None, client: Client) -> str:
    """The HTML of the seed's page."""
    story = make_draft_of_seed()
    state_the_owners(story)
    publish_it(story)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(f"/{ADDRESS}").content.decode()
    assert len(captured) <= 3
    return html


def packed(text: bytes) -> int:
    """How many bytes are sent."""
    return len(gzip.compress(text, compresslevel=6))


def styles_of(html: str) -> set[Path]:
    """Every style sheet that a browser fetches for a page."""
    linked = {STATIC / name for name in LINKED.findall(html)}
    imported = {
        sheet.parent / name for sheet in linked for name in IMPORTED.findall(sheet.read_text())
    }
    return linked | imported


def scripts_of(html: str) -> set[Path]:
    """Every script that a browser fetches for a page."""
    return {STATIC / name for name in LOADED.findall(html)}


def test_article_with_its_styles_and_scripts_is_light(page: str) -> None:
    files = styles_of(page) | scripts_of(page)
    weights = {file.name: packed(file.read_bytes()) for file in files}
    weights["the page"] = packed(page.encode())
    assert len(weights) > 30
    assert sum(weights.values()) <= PAGE_LIMIT, sorted(weights.items(), key=lambda row: -row[1])


def test_all_scripts_of_the_site_together_are_small(page: str) -> None:
    everything = set((STATIC / "js").glob("*.js"))
    assert scripts_of(page) <= everything
    assert sum(len(file.read_bytes()) for file in everything) <= SCRIPT_LIMIT


def test_every_script_of_the_site_is_a_module_that_can_fail_alone(page: str) -> None:
    assert LOADED.findall(page)
    assert re.findall(r"<script[^>]+src=", page) == re.findall(r'<script type="module" src=', page)


def test_letters_never_keep_words_from_being_read() -> None:
    faces = (STATIC / "css" / "base.css").read_text().split("@font-face")[1:]
    fetched = [face for face in faces if "url(" in face.split("}")[0]]
    fallbacks = [face for face in faces if "local(" in face.split("}")[0]]
    assert all("font-display: swap" in face for face in fetched)
    assert all("size-adjust" in face and "ascent-override" in face for face in fallbacks)
    assert fetched
    assert fallbacks
