"""Whatever is sent to an address, it answers: with no fault of ours, and refusals are pages."""

from typing import Any

import pytest
from django.test import Client

from tests.articles.public import make_cast, make_public
from tests.articles.readers import make_challenge, make_comment
from tests.config.test_security import ARTICLE, SITE

pytestmark = pytest.mark.django_db

# Written as they stand in an address: no text, no number, no day, no cursor.
VALUES = [
    "",
    "%00",
    "%ED%A0%80",
    "-1",
    "%C2%B2",
    "9" * 25,
    "0001-01-01",
    "9999-12-31",
    "9999-12",
    "abc:def:ghi",
    "x" * 2100,
]
# What each address reads of a query; every other one is asked with a word that it does not know.
UNKNOWN = "colour"
READ = {
    "/briefings/": "page month from to topic organisation corroboration language",
    "/directives/": (
        "q page month format issuer addressee force status topic corroboration "
        "deadline_from deadline_to"
    ),
    "/search/": "q in page",
    "/corrections/": "page month",
    "/organisations/": "page",
    "/organisations/baogang-daily/": "page month",
    "/authors/lena-hartwig/": "page month",
    "/topics/rare-earths/": "page month",
    ARTICLE: "reply about comment before after",
    f"{ARTICLE}challenge/": "claim sent",
    f"{ARTICLE}challenges/": "page",
}
ADDRESSES = sorted({address.partition("?")[0] for address, _status in SITE.values()} | set(READ))
HEADERS = [
    ("Accept", ""),
    ("Accept", ";;;"),
    ("Accept", "a/b/c;q=x"),
    ("Accept-Language", "x" * 600),
    ("Authorization", "Bearer"),
    ("Cookie", "sessionid=\xff; =;;csrftoken"),
    ("If-Modified-Since", "Thu, 99 Foo 0001 00:00:00 GMT"),
    ("If-None-Match", '",,,'),
    ("If-None-Match", "\xff"),
    ("Range", "bytes=x"),
    ("X-Forwarded-For", "\xff, ::1%eth0"),
]
HOSTS = ["elsewhere.example", "", "a b", "[::1", "testserver:80:80", "\xff"]


@pytest.fixture
def published(db: None) -> None:
    """A briefing that somebody commented on and challenged."""
    make_cast()
    current = make_public()
    make_comment(article_uuid=current.article_uuid)
    make_challenge(current)


def refused_in_words(response: Any) -> bool:
    """Whether an error is one of our pages with a way on; the API has problems of its own."""
    if response["Content-Type"] == "application/problem+json":
        return bool(response.json()["detail"])
    return b"</main>" in response.content and b'href="/"' in response.content


def answers(response: Any) -> bool:
    """Whether it was answered or refused in words, and nothing was kept in the browser."""
    if response.cookies:
        return False
    is_refused = response.status_code in (400, 404, 410)
    return refused_in_words(response) if is_refused else response.status_code in (200, 301, 302)


def ask(client: Client, address: str, name: str) -> None:
    for value in VALUES:
        assert answers(client.get(f"{address}?{name}={value}")), (address, name, value)
    assert answers(client.get(f"{address}?{name}=1&{name}=2")), (address, name)


@pytest.mark.parametrize("address", READ)
def test_every_query_is_answered(client: Client, published: None, address: str) -> None:
    for name in READ[address].split():
        ask(client, address, name)


def test_query_that_nobody_reads_is_answered(client: Client, published: None) -> None:
    for address in set(ADDRESSES) - set(READ):
        ask(client, address, UNKNOWN)


def test_headers_that_say_nothing_change_nothing(client: Client, published: None) -> None:
    for address in ADDRESSES:
        status = client.get(address).status_code
        for name, value in HEADERS:
            found = client.get(address, headers={name: value})
            assert found.status_code == status, (address, name, value)


def test_head_is_answered_as_get_is(client: Client, published: None) -> None:
    for address in ADDRESSES:
        asked, read = client.head(address), client.get(address)
        assert (asked.status_code, asked.content) == (read.status_code, b""), address
        assert asked["Content-Type"] == read["Content-Type"]


@pytest.mark.parametrize("method", ["BREW", "DELETE", "TRACE"])
def test_method_that_no_address_knows_is_refused(
    client: Client, published: None, method: str
) -> None:
    for address in ADDRESSES:
        response = client.generic(method, address)
        assert response.status_code == 405, address
        assert {"GET", "HEAD"} <= set(response["Allow"].split(", "))


@pytest.mark.parametrize("host", HOSTS)
def test_another_host_is_refused_in_words(client: Client, host: str) -> None:
    for address in ADDRESSES:
        response = client.get(address, headers={"Host": host})
        assert response.status_code == 400, address
        assert refused_in_words(response)


@pytest.mark.parametrize("address", ["/", ARTICLE, "/admin/login/"])
def test_form_without_a_token_is_refused_in_words(published: None, address: str) -> None:
    response = Client(enforce_csrf_checks=True).post(address, {"username": "ada"})
    assert response.status_code == 403
    assert refused_in_words(response)
    assert "Nothing was changed" in response.content.decode()


@pytest.mark.parametrize("address", ["versions/01/", "versions/0/", "card-01.png"])
def test_edition_is_named_by_its_number_in_one_way_only(
    client: Client, published: None, address: str
) -> None:
    assert client.get(f"{ARTICLE}{address}").status_code == 404
