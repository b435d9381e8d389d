"""Only the open internet is fetched: no address of a private network, however it is given."""

import http.server
import ipaddress
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from sources.actions import fetching
from sources.actions.fetching import FetchError, fetch, is_public

BODY = b"The mine opened on Monday."


ANSWERS: dict[str, tuple[int, dict[str, str]]] = {
    "/away": (302, {"Location": "http://10.0.0.1/secret"}),
    "/loop": (302, {"Location": "/loop"}),
    "/near": (301, {"Location": "/item?a=%C3%A9"}),
    "/gone": (404, {}),
    "/packed": (200, {"Content-Encoding": "gzip"}),
    "/half": (200, {"Content-Length": str(2 * len(BODY))}),
}


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path; what is asked of it is kept in `asked`."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers = ANSWERS.get(self.path, (200, {"Content-Type": "text/plain"}))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if status == 200:
            self._send(pause=0.1 if self.path == "/slow" else 0)

    def _send(self, pause: float) -> None:
        for mark in BODY:
            self.wfile.write(bytes([mark]))
            time.sleep(pause)

    def log_message(self, *_args: Any) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on loopback that counts as public under the name news.example."""
    _Handler.asked = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        _resolve(monkeypatch, "127.0.0.1")
        monkeypatch.setitem(fetching.PORTS, "http", running.server_port)
        monkeypatch.setattr(fetching, "is_public", lambda address: str(address) == "127.0.0.1")
        yield "http://news.example"
        running.shutdown()


def _resolve(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name, and no literal address, lead to these."""

    def look_up(host: str, _port: int) -> list[str]:
        return [host] if host[0].isdigit() else list(addresses)

    monkeypatch.setattr(fetching, "look_up", look_up)


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
    _resolve(monkeypatch, "93.184.215.14", "10.0.0.1")
    with _refused("not on the public internet"):
        fetch(url="http://news.example/", limit=1000)


def test_name_in_disguise_is_judged_by_where_it_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "look_up", lambda _host, _port: ["127.0.0.1"])
    with _refused("not on the public internet"):
        fetch(url="http://2130706433/", limit=1000)


def test_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    with _refused("no server called"):
        fetch(url=f"http://{'a' * 64}.example/", limit=1000)


def test_document_is_fetched_with_its_type_and_final_address(server: str) -> None:
    found = fetch(url=f"{server}/near", limit=1000)
    assert found.raw == BODY
    assert found.media_type == "text/plain"
    assert found.url == f"{server}/item?a=%C3%A9"


def test_address_with_letters_beyond_ascii_is_quoted(server: str) -> None:
    fetch(url=f"{server}/café", limit=1000)
    assert _Handler.asked == ["/caf%C3%A9"]


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
def test_answer_that_is_of_no_use_is_refused_in_words(server: str, path: str, words: str) -> None:
    with _refused(words):
        fetch(url=f"{server}{path}", limit=1000)


def test_document_that_is_too_long_is_not_read_to_its_end(server: str) -> None:
    with _refused("more than 10 bytes"):
        fetch(url=f"{server}/item", limit=10)


@pytest.mark.parametrize("seconds", [-1.0, 0.3])
def test_server_that_takes_too_long_is_given_up(
    server: str, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", seconds)
    with _refused("took too long|broke off"):
        fetch(url=f"{server}/slow", limit=1000)
