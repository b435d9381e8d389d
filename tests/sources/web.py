"""A web server on loopback that counts as public under every name, for tests of what is fetched."""

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from sources.actions import addresses

SITE = "http://news.example"


@dataclass
class Answer:
    """What is answered at a path; `pause` comes after each byte, in seconds."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0


@dataclass
class Web:
    """The answers by path; what was asked for, and with which headers, is kept."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def put(self, path: str, body: bytes | str, **headers: str) -> None:
        """Show a text at a path; an underscore in a header's name stands for a dash."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(raw, headers={"Content-Type": "text/plain", **named})

    def fail(self, path: str, status: int) -> None:
        """Answer a path with a status and nothing else."""
        self.answers[path] = Answer(status=status)


@contextmanager
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """Serve a web of its own to whatever is fetched within."""
    web = Web()
    with _Server(web) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        resolve(monkeypatch, "127.0.0.1")
        monkeypatch.setitem(addresses.PORTS, "http", running.server_port)
        monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1")
        yield web
        running.shutdown()


def resolve(monkeypatch: pytest.MonkeyPatch, *places: str) -> None:
    """Let every name, and no literal address, lead to these."""

    def look_up(host: str, _port: int) -> list[str]:
        return [host] if host[0].isdigit() else list(places)

    monkeypatch.setattr(addresses, "look_up", look_up)


class _Server(http.server.ThreadingHTTPServer):
    def __init__(self, web: Web) -> None:
        self.web = web
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_args: Any) -> None:
        """Say nothing when somebody hangs up: that is what some tests are about."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        web = self.server.web
        web.asked.append(self.path)
        web.headers.append(dict(self.headers.items()))
        answer = web.answers.get(self.path, Answer(status=404))
        status = 304 if self._holds(answer) else answer.status
        self.send_response(status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if status == 200:
            self._send(answer)

    def _holds(self, answer: Answer) -> bool:
        pairs = (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified"))
        return any(
            self.headers[asked] and self.headers[asked] == answer.headers.get(named)
            for asked, named in pairs
        )

    def _send(self, answer: Answer) -> None:
        if not answer.pause:
            self.wfile.write(answer.body)
            return
        for mark in answer.body:
            self.wfile.write(bytes([mark]))
            time.sleep(answer.pause)

    def log_message(self, *_args: Any) -> None:
        """Keep the tests quiet."""
