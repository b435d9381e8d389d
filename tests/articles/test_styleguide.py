"""The style guide: for staff alone, complete, and what docs/reference/design.md is written from."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from articles.views.styleguide.components import Component
from articles.views.styleguide.document import design_document
from articles.views.styleguide.specimens import COMPONENTS, PARTS
from articles.views.styleguide.tokens import token_groups
from tests.articles.newsroom import Desk
from tests.design import DOCUMENT
from tests.sources.builders import make_user

ROOT = Path(settings.BASE_DIR)
ADDRESS = "/styleguide/"
SHOWN = {component.template for component in COMPONENTS}


def page_of(client: Client) -> str:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


# -- Who sees it ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_readers_find_nothing_there(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 404
    client.force_login(make_user())
    assert client.get(ADDRESS).status_code == 404


def test_people_of_the_newsroom_see_it_and_no_cache_keeps_it(desk: Desk, client: Client) -> None:
    client.force_login(desk.moderator)
    assert "Style guide</h1>" in page_of(client)
    assert "no-store" in client.get(ADDRESS)["Cache-Control"]


# -- What is there ----------------------------------------------------------------------------


def test_every_component_is_shown_or_is_a_part_of_one_that_is() -> None:
    templates = {
        f"{folder}/{path.name}"
        for folder in ("components", "blocks")
        for path in (ROOT / "templates" / folder).glob("*.html")
    }
    assert templates == SHOWN | set(PARTS)
    assert SHOWN.isdisjoint(PARTS)


@pytest.mark.parametrize(("part", "whole"), PARTS.items())
def test_part_stands_in_what_is_said_to_hold_it(part: str, whole: str) -> None:
    text = (ROOT / "templates" / whole).read_text()
    inside = re.findall(r'include "([^"]+)"', text)
    texts = [text, *((ROOT / "templates" / name).read_text() for name in inside)]
    assert any(f'include "{part}"' in each for each in texts)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.anchor)
def test_component_tells_what_it_is_and_every_state_has_something_to_show(
    component: Component,
) -> None:
    assert component.said
    assert all(re.sub(r"\s", "", html) for _words, html in component.specimens())


def test_states_of_a_component_have_words_of_their_own() -> None:
    for component in COMPONENTS:
        words = [words for words, _context in component.states]
        assert len(words) == len(set(words)), component.template


def test_every_token_is_shown(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    text = page_of(client)
    names = re.findall(
        r"^\s*--([\w-]+):", (ROOT / "static/css/tokens.css").read_text(), re.MULTILINE
    )
    assert len(names) > 50
    assert [token.name for group in token_groups() for token in group.tokens] == names
    assert [name for name in names if f"<code>--{name}</code>" not in text] == []


def test_no_two_things_on_the_page_have_one_anchor(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    anchors = Counter(re.findall(r'\bid="([^"]+)"', page_of(client)))
    assert [anchor for anchor, count in anchors.items() if count > 1] == []


def test_page_needs_no_inline_style(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    assert " style=" not in page_of(client)


# -- Styles -----------------------------------------------------------------------------------


def test_every_style_sheet_is_loaded() -> None:
    loaded = set(
        re.findall(r"components/([\w-]+\.css)", (ROOT / "static/css/main.css").read_text())
    )
    sheets = {path.name for path in (ROOT / "static/css/components").glob("*.css")}
    assert sheets - loaded == {"styleguide.css"}
    assert loaded <= sheets


def test_components_use_meanings_and_never_a_primitive() -> None:
    primitives = [
        token.name
        for group in token_groups()
        if group.heading.startswith("Primitives")
        for token in group.tokens
    ]
    assert primitives
    for sheet in (ROOT / "static/css").rglob("*.css"):
        if sheet.name != "tokens.css":
            text = sheet.read_text()
            assert [name for name in primitives if f"--{name})" in text] == [], sheet.name


# -- The document -----------------------------------------------------------------------------


def test_document_is_what_make_design_would_write() -> None:
    assert DOCUMENT.read_text() == design_document(), "Run `make design`."
