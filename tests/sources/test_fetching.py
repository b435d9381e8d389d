"""Only the open internet is fetched: no address of a private network, however it is given."""

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sources.actions import addresses, fetching
from sources.actions.addresses import FetchError, is_public
from sources.actions.fetching import Validators, fetch
from tests.sources.web import SITE, Answer, Web, resolve, serve

BODY = b"The mine opened on Monday."


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serve(monkeypatch) as web:
        web.put("/item", BODY)
        web.put("/item?a=%C3%A9", BODY)
        web.put("/caf%C3%A9", BODY)
        web.answers["/away"] = Answer(status=302, headers={"Location": "http://10.0.0.1/secret"})
        web.answers["/loop"] = Answer(status=302, headers={"Location": "/loop"})
        web.answers["/near"] = Answer(status=301, headers={"Location": "/item?a=%C3%A9"})
        web.put("/packed", BODY, Content_Encoding="gzip")
        web.put("/half", BODY, Content_Length=str(2 * len(BODY)))
        web.answers["/slow"] = Answer(BODY, pause=0.1)
        yield web


@contextmanager
def _refused(words: str) -> Iterator[None]:
    with pytest.raises(FetchError, match=words):
        yield


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104 - an address to refuse, not one to listen on
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "::ffff:10.0.0.1",
        "::ffff:93.184.215.14",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_address_that_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111"])
def test_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://news.example/", "http:// or https://"),
        ("file:///etc/passwd", "http:// or https://"),
        ("http://", "http:// or https://"),
        ("http://user:secret@news.example/", "password"),
        ("http://news.example:22/", "unusual port"),
        ("http://news.example:99999/", "not an address"),
        ("http://127.0.0.1/", "not on the public internet"),
    ],
)
def test_url_that_must_not_be_fetched_is_refused_in_words(url: str, words: str) -> None:
    with _refused(words):
        fetch(url=url, limit=1000)


def test_name_with_one_private_address_among_its_own_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolve(monkeypatch, "93.184.215.14", "10.0.0.1")
    with _refused("not on the public internet"):
        fetch(url="http://news.example/", limit=1000)


def test_name_in_disguise_is_judged_by_where_it_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "look_up", lambda _host, _port: ["127.0.0.1"])
    with _refused("not on the public internet"):
        fetch(url="http://2130706433/", limit=1000)


def test_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    with _refused("no server called"):
        fetch(url=f"http://{'a' * 64}.example/", limit=1000)


def test_document_is_fetched_with_its_type_and_final_address(web: Web) -> None:
    found = fetch(url=f"{SITE}/near", limit=1000)
    assert found.raw == BODY
    assert found.media_type == "text/plain"
    assert found.url == f"{SITE}/item?a=%C3%A9"


def test_address_with_letters_beyond_ascii_is_quoted(web: Web) -> None:
    fetch(url=f"{SITE}/café", limit=1000)
    assert web.asked == ["/caf%C3%A9"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/away", "not on the public internet"),
        ("/loop", "redirects too often"),
        ("/gone", "404"),
        ("/packed", "compressed"),
        ("/half", "broke off"),
    ],
)
def test_answer_that_is_of_no_use_is_refused_in_words(web: Web, path: str, words: str) -> None:
    with _refused(words):
        fetch(url=f"{SITE}{path}", limit=1000)


def test_document_that_is_too_long_is_not_read_to_its_end(web: Web) -> None:
    with _refused("more than 10 bytes"):
        fetch(url=f"{SITE}/item", limit=10)


@pytest.mark.parametrize("seconds", [-1.0, 0.3])
def test_server_that_takes_too_long_is_given_up(
    web: Web, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", seconds)
    with _refused("took too long|broke off"):
        fetch(url=f"{SITE}/slow", limit=1000)


def test_state_that_is_held_is_not_sent_again(web: Web) -> None:
    web.put("/named", BODY, ETag='"one"', Last_Modified="Mon, 20 Oct 2025 08:00:00 GMT")
    first = fetch(url=f"{SITE}/named")
    assert not first.is_unmodified
    again = fetch(url=f"{SITE}/named", held=first.validators)
    assert (again.is_unmodified, again.raw) == (True, b"")
    assert fetch(url=f"{SITE}/named", held=Validators(etag='"other"')).raw == BODY


def test_nothing_is_asked_of_a_state_when_none_is_held(web: Web) -> None:
    fetch(url=f"{SITE}/item")
    assert not {"If-None-Match", "If-Modified-Since"} & web.headers[0].keys()


def test_not_modified_is_no_answer_to_those_who_hold_nothing(web: Web) -> None:
    web.fail("/stubborn", 304)
    with _refused("304"):
        fetch(url=f"{SITE}/stubborn")


def test_name_of_a_state_that_is_too_long_is_none(web: Web) -> None:
    web.put("/named", BODY, ETag=f'"{"x" * 300}"')
    assert fetch(url=f"{SITE}/named").validators == Validators()


def test_refusal_says_what_the_server_answered(web: Web) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url=f"{SITE}/nothing-here")
    assert caught.value.status == 404
