"""The fingerprint of a text: it changes with what readers see, and with nothing else."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from articles.models.fingerprints import (
    CHILD_RELATIONS,
    CONTENT_FIELDS,
    STREAMS,
    content_fingerprint,
)
from tests.articles.cases import missing
from tests.articles.newsroom import Desk, make_approved, make_draft, revise

BOOKKEEPING = {
    "seo_title": "For search engines",
    "search_description": "For search engines",
    "show_in_menus": True,
    "go_live_at": timezone.now() + datetime.timedelta(days=1),
    "expire_at": timezone.now() + datetime.timedelta(days=9),
    "locked": True,
}


@pytest.mark.parametrize("name", BOOKKEEPING)
def test_fingerprint_ignores_what_readers_do_not_see(desk: Desk, name: str) -> None:
    article = make_approved(desk)
    revise(article, desk.analyst, **{name: BOOKKEEPING[name]})
    assert missing(article) == set()


def test_fingerprint_ignores_the_keys_that_the_editor_gives_to_paragraphs(desk: Desk) -> None:
    content = make_draft(desk).get_latest_revision().content
    before = content_fingerprint(content)
    content["body"] = content["body"].replace("<p>", '<p data-block-key=\\"a1b2c\\">')
    assert "data-block-key" in content["body"]
    assert content_fingerprint(content) == before


def test_fingerprint_sees_words_that_are_dressed_up_as_such_a_key(desk: Desk) -> None:
    content = make_draft(desk).get_latest_revision().content
    before = content_fingerprint(content)
    content["body"] = content["body"].replace("<p>", '<p> data-block-key=\\"a1b2c\\"')
    assert content_fingerprint(content) != before


def test_fingerprint_of_a_revision_in_hand_is_that_of_the_stored_one(desk: Desk) -> None:
    revision = revise(make_draft(desk), desk.analyst, standfirst="Something else.")
    in_hand = content_fingerprint(revision.content)
    revision.refresh_from_db()
    assert content_fingerprint(revision.content) == in_hand


SOURCES = "article_sources"
CHANGED: dict[str, Any] = {
    "title": "Something else",
    "slug": "something-else",
    "standfirst": "Something else.",
    "briefing_date": "2025-10-25",
    "language": "de",
    "topics": [7],
    "ai_tool": "a language model",
    "ai_purpose": "translation",
    "ai_responsible": 7,
    "comment_policy": "closed",
    "disclaimer_note": "Something else.",
    "change_kind": "corrected",
    "change_note": "Something else.",
    "highlights": '[{"type": "highlight", "value": {"text": "It met."}, "id": "1"}]',
    "body": '[{"type": "heading", "value": "The meeting", "id": "1"}]',
    "analysis": '[{"type": "heading", "value": "Why", "id": "1"}]',
    SOURCES: [],
    "article_authors": [{"pk": 1, "page": 1, "author": 1, "sort_order": 0}],
}


def test_every_part_of_the_content_is_tried_here() -> None:
    assert set(CHANGED) == {*CONTENT_FIELDS, *STREAMS, *CHILD_RELATIONS}


@pytest.mark.parametrize("name", CHANGED)
def test_fingerprint_sees_every_part_of_the_content(name: str) -> None:
    changed = content_fingerprint({name: CHANGED[name]})
    assert changed != content_fingerprint({name: [{"source": 1}] if name == SOURCES else None})


def test_fingerprint_ignores_the_keys_of_child_rows() -> None:
    row = {"pk": 1, "page": 1, "source": 1, "role": "primary", "sort_order": 0}
    renumbered = row | {"pk": 99, "page": 99}
    assert content_fingerprint({SOURCES: [row]}) == content_fingerprint({SOURCES: [renumbered]})
