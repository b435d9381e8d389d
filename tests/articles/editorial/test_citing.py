"""The editor is offered passages of a captured document, with what a citation of them stores."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.editorial.citing.forms import LONGEST_CLAIM, LONGEST_QUERY
from sources.anchoring import anchor
from tests.articles.newsroom import ORDER, QUOTE, Desk, make_draft
from tests.sources.builders import make_source_document


@pytest.fixture
def analyst(desk: Desk, client: Client) -> Client:
    client.force_login(desk.analyst)
    return client


def _ask(client: Client, document: object, **asked: str) -> tuple[int, dict[str, Any]]:
    response = client.post(reverse("assay_citing"), {"document": document, **asked})
    return response.status_code, response.json()


def test_passage_is_proposed_with_its_score_in_words(desk: Desk, analyst: Client) -> None:
    status, answer = _ask(analyst, desk.document.pk, claim="The board of the harbour met Friday")
    assert status == 200
    best = answer["passages"][0]
    assert best["exact"] == QUOTE
    assert best["score"] > 80
    assert best["likeness"] == "Says nearly the same"
    assert answer["message"] == "1 passage proposed."


def test_passage_says_which_figures_it_lacks(desk: Desk, analyst: Client) -> None:
    _, answer = _ask(analyst, desk.document.pk, claim="The 14 mines publish their figures")
    assert answer["passages"][0]["exact"] == ORDER
    assert answer["passages"][0]["missing"] == "Not in it: 14"


def test_passage_is_searched_for_and_marked(desk: Desk, analyst: Client) -> None:
    _, answer = _ask(analyst, desk.document.pk, query="EVERY mine")
    (passage,) = answer["passages"]
    assert [passage["exact"][slice(*mark)] for mark in passage["marks"]] == ["every mine"]
    assert answer["message"] == "1 passage found."


def test_context_grows_until_the_passage_is_unique(desk: Desk, analyst: Client) -> None:
    same = "The board met. It noted the figures of all the mines and pits. "
    text = same * 2 + "The end of it. " + same
    document = make_source_document(raw=text.encode())
    _, answer = _ask(analyst, document.pk, query="noted")
    places = [
        anchor(text, row["exact"], row["prefix"], row["suffix"]) for row in answer["passages"]
    ]
    found = [place[0] for place in places if place]
    assert found == [text.index("It noted"), text.index("It noted", 40), text.rindex("It noted")]


def test_passage_that_nothing_near_tells_apart_is_not_offered(analyst: Client) -> None:
    document = make_source_document(raw=b"The mine opened.\n" * 2000)
    _, answer = _ask(analyst, document.pk, query="mine")
    assert all(len(row["prefix"]) + len(row["suffix"]) <= 1000 for row in answer["passages"])


@pytest.mark.parametrize("asked", [{"claim": "Quixotic zebras"}, {"query": "zebras"}])
def test_nothing_alike_is_said_in_words(desk: Desk, analyst: Client, asked: dict[str, str]) -> None:
    status, answer = _ask(analyst, desk.document.pk, **asked)
    assert status == 200
    assert answer["passages"] == []
    assert answer["message"].startswith("No passage")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "Write the claim first"),
        ({"claim": "The board", "query": "board"}, "Write the claim first"),
        ({"claim": "a" * (LONGEST_CLAIM + 1)}, "at most 4000"),
        ({"query": "a" * (LONGEST_QUERY + 1)}, "at most 200"),
        ({"claim": "The board\x00"}, "Null characters"),
        ({"query": "\x00"}, "Null characters"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    desk: Desk, analyst: Client, asked: dict[str, str], words: str
) -> None:
    status, answer = _ask(analyst, desk.document.pk, **asked)
    assert status == 400
    assert words in answer["message"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "Choose the source document first."),
        ("0", "not on record"),
        ("x", "not on record"),
        ("9" * 40, "not on record"),
        ("1\x00", "Null characters"),
    ],
)
def test_only_captured_documents_are_read(analyst: Client, document: str, words: str) -> None:
    status, answer = _ask(analyst, document, claim="The board met")
    assert status == 400
    assert words in answer["message"]


def test_only_those_who_may_edit_briefings_read_passages(desk: Desk, client: Client) -> None:
    client.force_login(desk.moderator)
    assert _ask(client, desk.document.pk, claim=QUOTE)[0] == 403


def test_without_a_sign_in_nothing_is_read(desk: Desk, client: Client) -> None:
    response = client.post(reverse("assay_citing"), {"document": desk.document.pk, "query": "a"})
    assert response.status_code == 302


def test_passages_are_read_by_post_alone(analyst: Client) -> None:
    assert analyst.get(reverse("assay_citing")).status_code == 405


def test_every_citation_block_knows_where_to_ask(desk: Desk, analyst: Client) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[make_draft(desk).pk])
    html = analyst.get(edit).content.decode()
    assert "editorial/citing.js" in html
    assert 'id="assay-citing-panel"' in html
    assert "data-assay-citing-url-value" in html
