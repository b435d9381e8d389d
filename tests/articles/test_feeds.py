"""Feeds: read back with a library of others; identity, order, corrections, disclaimers, the hub."""

import datetime
import http.server
import json
import threading
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs
from uuid import uuid4

import feedparser
import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from articles.actions.hub import tell_hub
from articles.enums import EditionKind
from articles.feeds.urls import CHANNELS
from articles.models.editions import CurrentEdition
from tests.articles.public import NOW, make_cast, make_public, seed_content, take_back

pytestmark = pytest.mark.django_db

SITE = "https://testserver"
HUB = "https://hub.example/"
FEEDS = ["/feeds/rss.xml", "/feeds/atom.xml"]
LATER = NOW + datetime.timedelta(days=3)
NOTICE = {
    "kind": "corrected",
    "kind_words": "Corrected",
    "text": "The year was wrong.",
    "issued_at": "2025-10-27T09:30:00Z",
    "number": 2,
}
AUTHORS = [{"name": "Lena Hartwig", "slug": "lena-hartwig", "role": "Editor"}]
# The page of every channel.
PAGES = {
    "feed": "/",
    "topic": "/topics/rare-earths/",
    "organisation": "/organisations/baogang-daily/",
    "author": "/authors/lena-hartwig/",
    "directives": "/directives/",
    "corrections": "/corrections/",
}
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def parsed(client: Client, address: str) -> Any:
    """A feed that has no fault."""
    response = client.get(address)
    assert response.status_code == 200, address
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed


def entries(client: Client, address: str) -> list[Any]:
    found: list[Any] = parsed(client, address).entries
    return found


def in_every_channel() -> CurrentEdition:
    """A briefing that has an author, a topic, directives and a correction."""
    make_cast()
    make_public(authors=AUTHORS)
    return make_public(
        authors=AUTHORS,
        issued_at=LATER,
        kind=EditionKind.CORRECTED,
        reason="The year was wrong.",
        corrections=[NOTICE],
    )


# -- Every channel in every format ----------------------------------------------------------------


def test_every_channel_is_tried_here() -> None:
    assert PAGES.keys() == CHANNELS.keys()


@each_page
def test_formats_of_a_channel_tell_the_same(client: Client, page: str) -> None:
    in_every_channel()
    rss, atom = (parsed(client, f"{page}feeds/{file}") for file in ("rss.xml", "atom.xml"))
    items = client.get(f"{page}feeds/feed.json").json()["items"]
    assert items
    told = [(item["id"], item["url"], item["title"], item["content_html"]) for item in items]
    for feed in (rss, atom):
        assert [(e.id, e.link, e.title, e.summary) for e in feed.entries] == told
    assert atom.feed.link == rss.feed.link == f"{SITE}{page}"


@each_page
@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_the_disclaimer_stands_in_every_item(client: Client, page: str, file: str) -> None:
    in_every_channel()
    disclaimer = seed_content()["disclaimer"]
    if file == "feed.json":
        texts = [row["content_html"] for row in client.get(f"{page}feeds/{file}").json()["items"]]
    else:
        texts = [entry.summary for entry in entries(client, f"{page}feeds/{file}")]
    assert texts
    assert all(disclaimer in text for text in texts)


@each_page
def test_page_leads_to_its_feeds(client: Client, page: str) -> None:
    in_every_channel()
    document = lxml.html.fromstring(client.get(page).content)
    links = document.xpath("//link[@rel='alternate'][contains(@type, '+')]")
    led = {link.get("href"): link.get("type") for link in links}
    for path, media_type in led.items():
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(media_type)
    assert {f"{page}feeds/{file}" for file in ("rss.xml", "atom.xml", "feed.json")} <= led.keys()


@each_page
def test_feed_names_itself_and_the_hub(client: Client, settings: Settings, page: str) -> None:
    settings.WEBSUB_HUB = HUB
    in_every_channel()
    for file in ("rss.xml", "atom.xml"):
        address = f"{page}feeds/{file}"
        links = {(link.rel, link.href) for link in parsed(client, address).feed.links}
        assert {("hub", HUB), ("self", f"{SITE}{address}")} <= links
        expected = f'<{HUB}>; rel="hub", <{SITE}{address}>; rel="self"'
        assert client.get(address)["Link"] == expected
    feed = client.get(f"{page}feeds/feed.json").json()
    assert feed["hubs"] == [{"type": "WebSub", "url": HUB}]
    assert feed["feed_url"] == f"{SITE}{page}feeds/feed.json"


def test_without_a_hub_nothing_speaks_of_one(client: Client) -> None:
    make_public()
    for address in [*FEEDS, "/feeds/feed.json"]:
        response = client.get(address)
        assert b"hub" not in response.content
        assert "Link" not in response


@each_page
def test_feed_is_not_sent_twice(client: Client, page: str) -> None:
    in_every_channel()
    for file in ("rss.xml", "atom.xml", "feed.json"):
        first = client.get(f"{page}feeds/{file}")
        headers = {"If-None-Match": first["ETag"]}
        again = client.get(f"{page}feeds/{file}", headers=headers)
        assert (again.status_code, again.content) == (304, b"")
    make_public(slug="another", authors=AUTHORS, kind=EditionKind.CORRECTED, reason="Wrong.")
    assert client.get(f"{page}feeds/{file}", headers=headers).status_code == 200


@each_page
def test_feed_costs_the_same_for_many_items_as_for_one(client: Client, page: str) -> None:
    in_every_channel()
    address = f"{page}feeds/atom.xml"
    few = _queries(client, address)
    for number in range(5):
        make_public(slug=f"n{number}", authors=AUTHORS, kind=EditionKind.CORRECTED, reason="Wrong.")
    assert _queries(client, address) == few
    assert few <= 3


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


# -- Briefings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", FEEDS)
def test_item_has_the_uuid_as_identity(client: Client, address: str) -> None:
    current = make_public()
    (entry,) = entries(client, address)
    assert entry.id == f"urn:uuid:{current.article_uuid}"
    assert entry.link == f"{SITE}/briefings/northern-rare-earth/"
    assert seed_content()["standfirst"] in entry.summary


@pytest.mark.parametrize("address", FEEDS)
def test_newest_briefing_comes_first(client: Client, address: str) -> None:
    make_public(slug="older", title="Older")
    make_public(slug="newer", title="Newer", issued_at=LATER)
    assert [entry.title for entry in entries(client, address)] == ["Newer", "Older"]


def test_correction_moves_updated_and_is_told(client: Client) -> None:
    make_public()
    make_public(issued_at=LATER, kind=EditionKind.CORRECTED, corrections=[NOTICE])
    (entry,) = entries(client, "/feeds/atom.xml")
    assert entry.updated == "2025-10-27T09:30:00+00:00"
    assert "The year was wrong." in entry.summary


@pytest.mark.parametrize("address", FEEDS)
def test_retracted_briefing_leaves_the_feed(client: Client, address: str) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    assert entries(client, address) == []


def test_subjects_have_feeds_of_their_own_with_their_names(client: Client) -> None:
    make_cast()
    make_public(slug="one", authors=AUTHORS)
    make_public(slug="two", topics=[], authors=[])
    for page, title, total in (
        ("/topics/rare-earths/", "Assay: Rare earths", 1),
        ("/organisations/baogang-daily/", "Assay: Baogang Daily", 2),
        ("/authors/lena-hartwig/", "Assay: Lena Hartwig", 1),
    ):
        feed = parsed(client, f"{page}feeds/atom.xml")
        assert feed.feed.title == title
        assert len(feed.entries) == total


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
@pytest.mark.parametrize("kind", ["topics", "organisations", "authors"])
def test_feed_of_nothing_is_not_found(client: Client, kind: str, file: str) -> None:
    assert client.get(f"/{kind}/none/feeds/{file}").status_code == 404


def test_markup_in_a_title_stays_text(client: Client) -> None:
    make_public(title="Less < more & <b>bold</b>", standfirst="a < b")
    (entry,) = entries(client, "/feeds/atom.xml")
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "Less < more & <b>bold</b>"
    assert "a &lt; b" in entry.summary


def test_json_feed_has_data_of_our_own(client: Client) -> None:
    make_public()
    feed = client.get("/feeds/feed.json").json()
    (item,) = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert item["_assay"]["corroboration"] == "single_source"
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


# -- Directives and corrections -------------------------------------------------------------------


def test_directive_is_an_item_at_its_own_address(client: Client) -> None:
    make_cast()
    make_public()
    directive = seed_content()["directives"][0]
    first = entries(client, "/directives/feeds/atom.xml")[0]
    assert first.title == directive["text"]
    assert first.link == f"{SITE}/briefings/northern-rare-earth/#{directive['id']}"
    assert first.id.startswith("urn:uuid:")
    assert seed_content()["title"] in first.summary
    assert directive["corroboration"]["reason"] in first.summary


def test_retraction_is_an_item_that_names_nothing_of_the_briefing(client: Client) -> None:
    current = in_every_channel()
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    (entry,) = entries(client, "/corrections/feeds/atom.xml")
    assert "A forgery." in entry.summary
    assert entry.link.startswith(f"{SITE}/corrections/#c-")
    text = client.get("/corrections/feeds/feed.json").content.decode()
    assert seed_content()["title"] not in text
    assert seed_content()["disclaimer"] not in text


# -- The hub --------------------------------------------------------------------------------------


class Hub(http.server.ThreadingHTTPServer):
    """A hub on loopback that keeps what it is told."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.status = 202
        self.told: list[dict[str, list[str]]] = []


class _Taking(http.server.BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append(parse_qs(body))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub(settings: Settings) -> Iterator[Hub]:
    with Hub() as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        settings.WEBSUB_HUB = f"http://127.0.0.1:{running.server_port}/"
        yield running
        running.shutdown()


def test_hub_is_told_of_every_feed_that_an_edition_changes(client: Client, hub: Hub) -> None:
    current = in_every_channel()
    tell_hub(edition_id=current.edition_id)
    [told] = hub.told
    assert told["hub.mode"] == ["publish"]
    expected = {f"{SITE}{page}feeds/atom.xml" for page in PAGES.values()}
    assert expected <= set(told["hub.url"])
    for url in told["hub.url"]:
        assert client.get(url.removeprefix(SITE)).status_code == 200, url


def test_hub_is_told_after_publication_and_after_a_retraction(
    hub: Hub, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    make_cast()
    with django_capture_on_commit_callbacks(execute=True):
        current = make_public()
    with django_capture_on_commit_callbacks(execute=True):
        take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    published, retracted = (set(told["hub.url"]) for told in hub.told)
    assert f"{SITE}/corrections/feeds/atom.xml" in retracted - published
    assert f"{SITE}/topics/rare-earths/feeds/rss.xml" in published & retracted


def test_publishing_leaves_the_hub_to_the_worker_for_which_nobody_waits(
    settings: Settings,
    hub: Hub,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    queue = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = {**settings.TASKS, "mail": queue}
    with django_capture_on_commit_callbacks(execute=True):
        current = make_public()
    assert hub.told == []
    waiting = DBTaskResult.objects.get()
    assert (waiting.task_path, waiting.args_kwargs["args"]) == (
        "articles.tasks.tell_hub_task",
        [current.edition_id],
    )


def test_without_a_hub_nothing_is_told(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        make_public()
    assert not any("tell_hub" in repr(callback) for callback in callbacks)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_hub_that_refuses_fails_the_task_and_nothing_else(
    client: Client,
    hub: Hub,
    status: int,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    hub.status = status
    with django_capture_on_commit_callbacks(execute=True):
        current = make_public()
    assert client.get(f"/{current.address}").status_code == 200
    with pytest.raises(HTTPError):
        tell_hub(edition_id=current.edition_id)


def test_feeds_stay_valid_json_whatever_a_briefing_says(client: Client) -> None:
    nasty = f'\u2028 "quoted" \\ </script> {uuid4()}'
    make_public(title=nasty)
    feed = json.loads(client.get("/feeds/feed.json").content)
    assert feed["items"][0]["title"] == nasty
