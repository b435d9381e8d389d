"""Sitemaps: valid by the published rules, complete, and in pages that do not grow."""

import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from articles.enums import EditionKind
from articles.formats.sitemap import news_language
from articles.models.editions import CurrentEdition
from articles.queries import sitemaps
from tests.articles.public import NOW, make_cast, make_public, take_back

pytestmark = pytest.mark.django_db

RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "data" / "sitemap.rng"))
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
SITE = "https://testserver"
LATER = NOW + datetime.timedelta(days=3)


def read(client: Client, address: str) -> etree._Element:
    """A sitemap that follows the rules."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml"
    document = etree.fromstring(response.content)
    RULES.assertValid(document)
    return document


def locations(client: Client, address: str) -> list[str]:
    return list(read(client, address).xpath("//s:loc/text()", namespaces=SPACES))


def moments(client: Client, address: str) -> dict[str, str]:
    """The time of the last change by address, where one is told."""
    entries = read(client, address).xpath("/*/*[s:lastmod]", namespaces=SPACES)
    return {
        entry.findtext("s:loc", namespaces=SPACES): entry.findtext("s:lastmod", namespaces=SPACES)
        for entry in entries
    }


def everything(client: Client) -> list[str]:
    """The addresses of all sitemaps that the index names."""
    pages = locations(client, "/sitemap.xml")
    return [url for page in pages for url in locations(client, page.removeprefix(SITE))]


def test_every_address_of_the_sitemaps_answers_and_is_its_own_canonical(client: Client) -> None:
    make_cast()
    make_public(slug="one")
    make_public(slug="two")
    told = everything(client)
    assert len(told) == len(set(told))
    for url in told:
        page = client.get(url.removeprefix(SITE))
        assert page.status_code == 200, url
        assert f'<link rel="canonical" href="{url}">' in page.content.decode()


def test_all_that_a_reader_can_find_is_listed(client: Client) -> None:
    make_cast()
    make_public(authors=[{"name": "Lena Hartwig", "slug": "lena-hartwig", "role": ""}])
    told = everything(client)
    for path in (
        "/",
        "/briefings/",
        "/briefings/northern-rare-earth/",
        "/organisations/baogang-daily/",
        "/topics/rare-earths/",
        "/authors/lena-hartwig/",
    ):
        assert f"{SITE}{path}" in told


def test_what_no_briefing_refers_to_is_not_listed(client: Client) -> None:
    make_cast()
    assert all("/topics/rare-earths/" not in url for url in everything(client))
    assert locations(client, "/sitemap.xml") == [f"{SITE}/sitemap-pages-0.xml"]


def test_correction_moves_the_time_of_the_briefing_and_of_its_page(client: Client) -> None:
    make_public(slug="one")
    make_public(slug="two")
    make_public(slug="one", issued_at=LATER, kind=EditionKind.CORRECTED)
    page = "/sitemap-briefings-0.xml"
    assert moments(client, page)[f"{SITE}/briefings/one/"] == "2025-10-27T09:30:00Z"
    assert moments(client, page)[f"{SITE}/briefings/two/"] == "2025-10-24T09:30:00Z"
    assert moments(client, "/sitemap.xml")[f"{SITE}{page}"] == "2025-10-27T09:30:00Z"


@pytest.mark.parametrize(
    "subject", ["organisations/baogang-daily", "topics/rare-earths", "authors/lena-hartwig"]
)
def test_subject_is_as_new_as_the_newest_edition_about_or_by_it(
    client: Client, subject: str
) -> None:
    make_cast()
    authors = [{"name": "Lena Hartwig", "slug": "lena-hartwig", "role": ""}]
    make_public(slug="one", authors=authors)
    page = f"/sitemap-{subject.split('/', maxsplit=1)[0]}-0.xml"
    assert moments(client, page)[f"{SITE}/{subject}/"] == "2025-10-24T09:30:00Z"
    newer = make_public(slug="two", authors=authors, issued_at=LATER)
    assert moments(client, page)[f"{SITE}/{subject}/"] == "2025-10-27T09:30:00Z"
    assert moments(client, "/sitemap.xml")[f"{SITE}{page}"] == "2025-10-27T09:30:00Z"
    take_back(newer, kind=EditionKind.RETRACTED, reason="A forgery.")
    assert moments(client, page)[f"{SITE}/{subject}/"] == "2025-10-24T09:30:00Z"


def test_addresses_are_ascii_and_titles_text(client: Client) -> None:
    make_public(slug="северный", issued_at=timezone.now(), title="A < b & </news:title> “c”")
    (url,) = locations(client, "/sitemap-briefings-0.xml")
    assert url.startswith(f"{SITE}/briefings/%D1%81")
    news = read(client, "/sitemap-news.xml")
    assert news.xpath("//news:title/text()", namespaces=SPACES) == ["A < b & </news:title> “c”"]


def test_pages_are_split_and_none_of_them_is_empty(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "PER_PAGE", 2)
    current = [make_public(slug=f"number-{number}") for number in range(6)]
    keys = [row.edition_id for row in current]
    pages = [url for url in locations(client, "/sitemap.xml") if "briefings" in url]
    assert len(pages) == len({key // 2 for key in keys})
    told = [url for page in pages for url in locations(client, page.removeprefix(SITE))]
    assert told == [f"{SITE}/{row.address}" for row in current]
    empty = max(keys) // 2 + 1
    assert client.get(f"/sitemap-briefings-{empty}.xml").status_code == 404


@pytest.mark.parametrize("number", ["00", "1234567890", "-1", "x"])
def test_page_that_cannot_be_is_not_there(client: Client, number: str) -> None:
    assert client.get(f"/sitemap-briefings-{number}.xml").status_code == 404
    assert client.get("/sitemap-pages-1.xml").status_code == 404
    assert client.get("/sitemap-secrets-0.xml").status_code == 404


def test_sitemaps_cost_the_same_for_many_briefings_as_for_one(client: Client) -> None:
    make_cast()
    make_public()
    few = [_queries(client, address) for address in _addresses(client)]
    for number in range(10):
        make_public(slug=f"number-{number}")
    many = [_queries(client, address) for address in _addresses(client)]
    assert many == few
    assert max(few) == 6


def _addresses(client: Client) -> list[str]:
    pages = [url.removeprefix(SITE) for url in locations(client, "/sitemap.xml")]
    return ["/sitemap.xml", "/sitemap-news.xml", *pages]


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address)
    return len(queries)


def test_retraction_takes_the_address_out(client: Client) -> None:
    current = make_public(slug="one")
    make_public(slug="two")
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    assert locations(client, "/sitemap-briefings-0.xml") == [f"{SITE}/briefings/two/"]


# -- News -----------------------------------------------------------------------------------------


def test_news_sitemap_holds_the_last_two_days(client: Client) -> None:
    make_public(slug="old")
    make_public(slug="new", issued_at=timezone.now() - datetime.timedelta(hours=3))
    assert locations(client, "/sitemap-news.xml") == [f"{SITE}/briefings/new/"]


def test_news_sitemap_without_news_is_valid(client: Client) -> None:
    make_public(slug="old")
    assert locations(client, "/sitemap-news.xml") == []


def test_news_sitemap_has_at_most_a_thousand(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    moment = timezone.now()
    for number in range(3):
        make_public(slug=f"n{number}", issued_at=moment - datetime.timedelta(minutes=number))
    told = locations(client, "/sitemap-news.xml")
    assert told == [f"{SITE}/briefings/n0/", f"{SITE}/briefings/n1/"]
    assert CurrentEdition.objects.count() == 3


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("de-AT", "de"), ("zh-Hans", "zh-cn"), ("zh", "zh-cn"), ("zh-Hant", "zh-tw")],
)
def test_languages_are_named_as_google_wants(tag: str, code: str) -> None:
    assert news_language(tag) == code


# -- Robots -----------------------------------------------------------------------------------


def test_robots_are_led_to_both(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    led = [line.removeprefix(f"Sitemap: {SITE}") for line in lines if line.startswith("Sitemap")]
    assert led == ["/sitemap.xml", "/sitemap-news.xml"]
    for address in led:
        read(client, address)
