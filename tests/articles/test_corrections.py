"""The corrections log and its feeds: what was wrong is told, what was taken back never repeated."""

import datetime
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.enums import EditionKind
from tests.articles.newsroom import Desk, make_published, republish, revise
from tests.articles.public import NOW, make_public, take_back

pytestmark = pytest.mark.django_db

LOG = "/corrections/"
XML = ["/corrections/feeds/rss.xml", "/corrections/feeds/atom.xml"]
JSON = "/corrections/feeds/feed.json"
ADDRESSES = [LOG, *XML, JSON]
REASON = "It rested on a forgery."


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def entries(client: Client, address: str) -> list[Any]:
    feed = feedparser.parse(text_of(client, address).encode())
    assert not feed.bozo
    return feed.entries


def make_corrected(slug: str = "harbour", *, days: int = 0, **values: Any) -> None:
    moment = NOW + datetime.timedelta(days=days)
    make_public(slug=slug, issued_at=moment, **values)
    kind, reason = EditionKind.CORRECTED, f"The year in {slug} was wrong."
    make_public(slug=slug, issued_at=moment, kind=kind, reason=reason, **values)


@pytest.mark.parametrize("address", XML)
def test_feed_tells_what_was_wrong_and_where(client: Client, address: str) -> None:
    make_corrected(title="Harbour board meets")
    (entry,) = entries(client, address)
    assert entry.title == "Corrected: Harbour board meets"
    assert entry.link == "https://testserver/briefings/harbour/"
    assert "The year in harbour was wrong." in entry.summary
    assert entry.id.startswith("urn:uuid:")


def test_every_form_of_the_feed_gives_an_entry_the_same_identity(client: Client) -> None:
    make_corrected()
    (item,) = client.get(JSON).json()["items"]
    assert {entries(client, address)[0].id for address in XML} == {item["id"]}
    assert item["_assay"]["kind"] == "corrected"
    assert item["date_published"] == "2025-10-24T09:30:00+00:00"


@pytest.mark.parametrize("address", XML)
def test_feed_begins_with_the_newest_and_knows_its_page(client: Client, address: str) -> None:
    make_corrected("older")
    make_corrected("newer", days=1)
    feed = feedparser.parse(text_of(client, address).encode())
    assert [entry.link.rsplit("/", 2)[1] for entry in feed.entries] == ["newer", "older"]
    assert feed.feed.link == "https://testserver/corrections/"


@pytest.mark.parametrize("address", ADDRESSES)
def test_retraction_is_told_with_its_reason_and_nothing_of_the_briefing(
    client: Client, address: str
) -> None:
    make_corrected("a-name-that-must-go", title="A title that must go")
    current = make_public(slug="a-name-that-must-go", title="A title that must go")
    take_back(current, kind=EditionKind.RETRACTED, reason=REASON)
    text = text_of(client, address)
    assert REASON in text
    for gone in ("A title that must go", "a-name-that-must-go", "The year in", "versions/"):
        assert gone not in text


@pytest.mark.parametrize("address", ADDRESSES)
def test_withdrawn_briefing_takes_its_corrections_along(client: Client, address: str) -> None:
    make_corrected("harbour", title="A title that must go")
    current = make_public(slug="harbour", title="A title that must go")
    take_back(current, kind=EditionKind.WITHDRAWN)
    text = text_of(client, address)
    assert "A title that must go" not in text
    assert "The year in harbour" not in text


@pytest.mark.parametrize("kind", [EditionKind.UPDATED, EditionKind.PROVENANCE, EditionKind.MOVED])
def test_change_that_puts_nothing_right_is_not_in_the_log(
    client: Client, kind: EditionKind
) -> None:
    make_public(title="Quiet")
    make_public(title="Quiet", kind=kind, reason="Not a correction.")
    for address in ADDRESSES:
        assert "Not a correction." not in text_of(client, address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_log_is_cacheable_and_sets_no_cookie(client: Client, address: str) -> None:
    make_corrected()
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_log_costs_the_same_for_three_and_thirty_corrections(client: Client, address: str) -> None:
    counts = []
    for first, last in ((0, 3), (3, 30)):
        for number in range(first, last):
            make_corrected(f"briefing-{number}")
        with CaptureQueriesContext(connection) as captured:
            text_of(client, address)
        counts.append(len(captured))
    asked_by_the_footer = 1 if address == LOG else 0  # which policies are public
    assert counts == [1 + asked_by_the_footer] * 2


def test_pages_of_the_log_hold_every_entry_once(client: Client) -> None:
    for number in range(45):
        make_corrected(f"briefing-{number}")
    address, seen = LOG, []
    while address:
        text = text_of(client, address)
        seen += [row.split('"')[0] for row in text.split('<a href="/briefings/briefing-')[1:]]
        links = text.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
        address = LOG + links.replace("&amp;", "&") if 'rel="next"' in text else ""
    titles = [row for row in seen if "versions" not in row]
    assert len(titles) == len(set(titles)) == 45


def test_page_of_another_list_is_a_bad_request(client: Client) -> None:
    assert client.get(f"{LOG}?page=forged").status_code == 400


def test_log_leads_to_its_feeds_and_to_what_changed(client: Client) -> None:
    make_corrected()
    text = text_of(client, LOG)
    for address in (*XML, JSON):
        assert text.count(f'href="{address}"') == 2  # for readers, and for programs
    assert 'href="/briefings/harbour/versions/1/#difference"' in text


def test_correction_after_a_time_offline_leads_to_the_edition_that_was_wrong(
    client: Client,
) -> None:
    current = make_public(slug="harbour")
    take_back(current, kind=EditionKind.WITHDRAWN)
    make_public(slug="harbour", kind=EditionKind.CORRECTED, reason="It was another year.")
    assert 'href="/briefings/harbour/versions/1/#difference"' in text_of(client, LOG)


def test_markup_in_a_reason_stays_text(client: Client) -> None:
    make_public()
    make_public(kind=EditionKind.CORRECTED, reason="<script>alert(1)</script>")
    for address in (LOG, JSON):
        assert "<script>alert" not in text_of(client, address)
    (entry,) = entries(client, XML[1])
    assert "&lt;script&gt;" in entry.summary


def test_correction_made_at_the_desk_reaches_article_log_and_feed(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    note = "The board met on Monday, not on Friday."
    revise(article, desk.analyst, change_kind="clarified", change_note=note)
    article = republish(desk, article)
    for address in (f"/{article.public_address}", *ADDRESSES, "/feeds/atom.xml"):
        assert note in text_of(client, address), address
    page = text_of(client, f"/{article.public_address}")
    assert page.index("Clarified") < page.index('id="highlights"')
