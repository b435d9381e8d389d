"""RSS and Atom: identity, order, corrections, the disclaimer in every item."""

import datetime
from typing import Any

import feedparser
import pytest
from django.test import Client
from pytest_django import Settings

from articles.enums import EditionKind
from tests.articles.public import NOW, make_cast, make_public, seed_content, take_back

pytestmark = pytest.mark.django_db

FEEDS = ["/feeds/rss.xml", "/feeds/atom.xml"]
LATER = NOW + datetime.timedelta(days=3)


def entries(client: Client, address: str) -> list[Any]:
    response = client.get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed.entries


@pytest.mark.parametrize("address", FEEDS)
def test_item_has_the_uuid_as_identity_and_the_disclaimer(client: Client, address: str) -> None:
    current = make_public()
    (entry,) = entries(client, address)
    assert entry.id == f"urn:uuid:{current.article_uuid}"
    assert entry.link == "https://testserver/briefings/northern-rare-earth/"
    assert seed_content()["disclaimer"] in entry.summary
    assert seed_content()["standfirst"] in entry.summary


@pytest.mark.parametrize("address", FEEDS)
def test_newest_briefing_comes_first(client: Client, address: str) -> None:
    make_public(slug="older", title="Older")
    make_public(slug="newer", title="Newer", issued_at=LATER)
    assert [entry.title for entry in entries(client, address)] == ["Newer", "Older"]


def test_correction_moves_updated_and_is_told(client: Client) -> None:
    make_public()
    notice = {
        "kind": "corrected",
        "kind_words": "Corrected",
        "text": "The year was wrong.",
        "issued_at": "2025-10-27T09:30:00Z",
        "number": 2,
    }
    make_public(issued_at=LATER, kind=EditionKind.CORRECTED, corrections=[notice])
    (entry,) = entries(client, "/feeds/atom.xml")
    assert entry.updated == "2025-10-27T09:30:00+00:00"
    assert "The year was wrong." in entry.summary


@pytest.mark.parametrize("address", FEEDS)
def test_retracted_briefing_leaves_the_feed(client: Client, address: str) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    assert entries(client, address) == []


def test_topic_and_organisation_have_feeds_of_their_own(client: Client) -> None:
    make_cast()
    make_public(slug="one")
    make_public(slug="two", topics=[])
    assert len(entries(client, "/topics/rare-earths/feeds/atom.xml")) == 1
    assert len(entries(client, "/organisations/baogang-daily/feeds/rss.xml")) == 2


@pytest.mark.parametrize(
    "address", ["/topics/none/feeds/atom.xml", "/organisations/none/feeds/rss.xml"]
)
def test_feed_of_nothing_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_markup_in_a_title_stays_text(client: Client) -> None:
    make_public(title="Less < more & <b>bold</b>", standfirst="a < b")
    (entry,) = entries(client, "/feeds/atom.xml")
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "Less < more & <b>bold</b>"
    assert "a &lt; b" in entry.summary


def test_json_feed_tells_the_same(client: Client) -> None:
    current = make_public()
    feed = client.get("/feeds/feed.json").json()
    (item,) = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert item["id"] == f"urn:uuid:{current.article_uuid}"
    assert item["_assay"]["disclaimer"] in item["content_html"]
    assert item["date_published"] == "2025-10-24T09:30:00+00:00"


def test_a_new_domain_counts_for_what_was_published_before(
    client: Client, settings: Settings
) -> None:
    current = make_public()
    settings.BASE_URL = "https://moved.example"
    (entry,) = entries(client, "/feeds/atom.xml")
    assert entry.link == "https://moved.example/briefings/northern-rare-earth/"
    article = client.get(f"/api/v1/articles/{current.article_uuid}/").json()
    assert article["url"] == entry.link
    for page in (f"/{current.address}", f"/api/v1/articles/{current.article_uuid}/ninjs/"):
        text = client.get(page).content.decode()
        assert entry.link in text
        assert "testserver" not in text
