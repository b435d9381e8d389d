"""The history of a briefing: every edition, what it changed, and what it costs to show."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.enums import EditionKind
from tests.articles.newsroom import Desk, make_published, republish, revise
from tests.articles.public import NOW, make_public, seed_content, take_back

pytestmark = pytest.mark.django_db

ARTICLE = "/briefings/northern-rare-earth/"
VERSIONS = f"{ARTICLE}versions/"


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return " ".join(response.content.decode().split())


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        text_of(client, address)
    return len(captured)


def make_editions(first: int, last: int) -> None:
    for number in range(first, last + 1):
        kind = EditionKind.UPDATED if number > 1 else EditionKind.PUBLISHED
        moment = NOW + datetime.timedelta(hours=number)
        make_public(title=f"Title {number}", kind=kind, reason=f"R {number}.", issued_at=moment)


def test_history_costs_the_same_for_three_and_thirty_editions(client: Client) -> None:
    make_editions(1, 3)
    few = [queries_of(client, address) for address in (VERSIONS, f"{VERSIONS}1/")]
    make_editions(4, 30)
    many = [queries_of(client, address) for address in (VERSIONS, f"{VERSIONS}1/")]
    assert many == few == [3, 4]  # one of them for the footer
    assert text_of(client, VERSIONS).count('<article class="entry">') == 30


def test_history_tells_number_kind_reason_and_time_of_each_edition(client: Client) -> None:
    make_public()
    make_public(kind=EditionKind.CORRECTED, reason="The year was wrong.")
    text = text_of(client, VERSIONS)
    assert '<a href="/briefings/northern-rare-earth/versions/2/">Edition 2: Corrected</a>' in text
    assert "The year was wrong." in text
    assert "24 October 2025, 09:30 UTC" in text
    assert text.index("Edition 2") < text.index("Edition 1: Published</a>")
    assert f'href="{VERSIONS}1/#difference">What edition 2 changed' in text
    assert "What edition 1 changed" not in text


def test_history_stays_out_of_search_engines_and_sets_no_cookie(client: Client) -> None:
    make_public()
    response = client.get(VERSIONS)
    assert b'<meta name="robots" content="noindex">' in response.content
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


def test_article_leads_to_its_history(client: Client) -> None:
    make_public()
    assert f'<a href="{VERSIONS}">All editions</a>' in text_of(client, ARTICLE)


def test_earlier_edition_shows_what_the_next_one_changed(client: Client) -> None:
    make_public(title="Output fell")
    directives = seed_content()["directives"]
    directives[0] |= {"deadline": "2026-06-30"}
    make_public(
        title="Output rose",
        directives=directives,
        kind=EditionKind.CORRECTED,
        reason="It rose.",
    )
    text = text_of(client, f"{VERSIONS}1/")
    assert "What edition 2 changed" in text
    assert "See what edition 2 changed" in text
    assert '<del><span class="visually-hidden">[removed: </span>fell<' in text
    assert '<ins><span class="visually-hidden">[added: </span>rose<' in text
    assert '<th scope="row">Deadline</th>' in text
    assert ">30 June 2026<" in text
    assert text.count('<th scope="row">') == 1


def test_current_edition_has_no_next_one(client: Client) -> None:
    make_public()
    text = text_of(client, f"{VERSIONS}1/")
    assert 'id="difference"' not in text
    assert "the current one, at its permanent address" in text


def test_markup_in_a_changed_text_stays_text(client: Client) -> None:
    make_public(title="Plain")
    make_public(title="<script>alert(1)</script>", kind=EditionKind.UPDATED)
    assert "<script>alert" not in text_of(client, f"{VERSIONS}1/")


def test_changed_ownership_shows_as_a_changed_disclaimer(client: Client) -> None:
    make_public(disclaimer="Both are state-owned.")
    reason = "Baogang Group changed hands."
    changed = "Both are privately owned."
    make_public(disclaimer=changed, kind=EditionKind.PROVENANCE, reason=reason)
    text = text_of(client, f"{VERSIONS}1/")
    assert "Ownership record changed" in text
    assert reason in text
    assert '<h3 class="difference__place">Disclaimer</h3>' in text
    assert "[added: </span>privately owned<" in text


def test_edition_that_says_the_same_says_so(client: Client) -> None:
    make_public()
    make_public(kind=EditionKind.UPDATED)
    assert "Nothing else that can be read differs." in text_of(client, f"{VERSIONS}1/")


def test_time_offline_is_listed_and_leaped_over_by_the_difference(client: Client) -> None:
    current = make_public(title="Before")
    take_back(current, kind=EditionKind.WITHDRAWN, reason="Unpublished.")
    make_public(title="After")
    assert "What edition 3 changed" in text_of(client, f"{VERSIONS}1/")
    text = text_of(client, VERSIONS)
    assert "Edition 2: Withdrawn" in text
    assert "Not public at that time" in text
    assert f"{VERSIONS}2/" not in text
    assert f'href="{VERSIONS}1/#difference">What edition 3 changed' in text
    text_of(client, f"{VERSIONS}2/", status=410)


@pytest.mark.parametrize("kind", [EditionKind.RETRACTED, EditionKind.WITHDRAWN])
def test_history_of_what_is_gone_is_gone(client: Client, kind: EditionKind) -> None:
    make_public(title="A title that must go")
    current = make_public(title="A title that must go, too", kind=EditionKind.UPDATED)
    take_back(current, kind=kind, reason="It rested on a forgery.")
    for address in (VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}2/", f"{VERSIONS}3/"):
        assert "A title that must go" not in text_of(client, address, status=410)


def test_history_follows_a_move(client: Client) -> None:
    make_public()
    make_public(kind=EditionKind.MOVED, moved_to="briefings/elsewhere/")
    response = client.get(VERSIONS)
    assert (response.status_code, response["Location"]) == (301, "/briefings/elsewhere/versions/")


def test_history_of_nothing_is_not_found(client: Client) -> None:
    make_public()
    text_of(client, "/briefings/nothing/versions/", status=404)
    text_of(client, f"{VERSIONS}0/", status=404)


def test_deleted_briefing_is_gone_with_its_history(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    address = f"/{article.public_address}"
    article.delete()
    for rest in ("", "versions/", "versions/1/", "provenance/"):
        assert article.title not in text_of(client, f"{address}{rest}", status=410)


def test_edition_made_at_the_desk_shows_its_changed_paragraph(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    body = [dict(block) for block in article.body.raw_data]
    value = body[1]["value"] | {"text": "<p>The harbour board met on Monday.</p>"}
    body[1] = body[1] | {"value": value}
    revise(article, desk.analyst, body=body, change_kind="corrected", change_note="It was Monday.")
    republish(desk, article)
    text = text_of(client, f"/{article.public_address}versions/1/")
    assert '<h3 class="difference__place">The meeting</h3>' in text
    assert "[removed: </span>Friday<" in text
    assert "[added: </span>Monday<" in text
    assert "It was Monday." in text
