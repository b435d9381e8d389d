"""Fetching a document from a public address, and from nowhere else.

The name is resolved once and the connection goes to the address that was checked, so that a name
cannot point elsewhere a moment later; every redirect is checked like the first address.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from sources.actions.addresses import ALLOWED, PORTS, FetchError, fetchable, public_address

MOST_REDIRECTS = 4
SECONDS = 20.0  # for everything: name, connection, redirects, body
CHUNK = 65_536
LONGEST_VALIDATOR = 200  # characters
AGENT = "Assay"  # what robots.txt may call us
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304


@dataclass(frozen=True)
class Validators:
    """By what a server knows a state of a document again (RFC 9110); empty where it gave none."""

    etag: str = ""
    last_modified: str = ""


UNKNOWN = Validators()


@dataclass(frozen=True)
class Fetched:
    """What an address answered; `url` is the one that answered in the end.

    `is_unmodified` says that the state that the caller holds is still the present one; there are
    then no bytes.
    """

    raw: bytes
    media_type: str
    url: str
    validators: Validators = UNKNOWN
    is_unmodified: bool = False


def fetch(*, url: str, limit: int | None = None, held: Validators = UNKNOWN) -> Fetched:
    """Fetch a public http(s) address, or ask whether the state that is held is still the present.

    Raises FetchError; `limit` is in bytes.
    """
    most = limit or settings.INGEST_MAX_BYTES
    deadline = time.monotonic() + SECONDS
    for _attempt in range(MOST_REDIRECTS + 1):
        answer = _ask(url, deadline, most, held)
        if isinstance(answer, Fetched):
            return answer
        url = urljoin(url, answer)
    raise FetchError(_("The address redirects too often. Give the one it ends at."))


def _ask(url: str, deadline: float, limit: int, held: Validators) -> Fetched | str:
    """One request: what was fetched, or where it redirects to."""
    parts = fetchable(url)
    connection = _connect(parts, deadline)
    try:
        with _hung_up_at(deadline, connection.sock):
            connection.request("GET", _target(parts), headers=_headers(held))
            with connection.getresponse() as response:
                return _read(response, url, deadline, limit, held)
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(
            _("%(host)s broke off. Try again, or paste the text.") % {"host": parts.hostname}
        ) from error
    finally:
        connection.close()


def _read(
    response: http.client.HTTPResponse, url: str, deadline: float, limit: int, held: Validators
) -> Fetched | str:
    location = response.headers.get("Location", "")
    if response.status in REDIRECTS and location:
        return location
    is_unmodified = response.status == NOT_MODIFIED and held != UNKNOWN
    if not is_unmodified:
        _check_answer(response)
    return Fetched(
        raw=b"" if is_unmodified else _body(response, deadline, limit),
        media_type=response.headers.get("Content-Type", "application/octet-stream")[:100],
        url=url,
        validators=_validators(response),
        is_unmodified=is_unmodified,
    )


@contextmanager
def _hung_up_at(deadline: float, line: socket.socket) -> Iterator[None]:
    """Close the line when time is up: a server that sends a byte now and then is no exception."""
    timer = threading.Timer(_left(deadline), _hang_up, [line])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _connect(parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
    host = str(parts.hostname)
    port = PORTS[parts.scheme]
    address = public_address(host, port)
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline))
    connection.sock = _socket(address, port, host, deadline, is_secure=parts.scheme == "https")
    return connection


def _socket(
    address: str, port: int, host: str, deadline: float, *, is_secure: bool
) -> socket.socket:
    try:
        plain = socket.create_connection((address, port), timeout=_left(deadline))
        if not is_secure:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except ssl.SSLError as error:
        raise FetchError(
            _("%(host)s has no valid certificate, so what it sends proves nothing.")
            % {"host": host}
        ) from error
    except OSError as error:
        raise FetchError(_("%(host)s cannot be reached.") % {"host": host}) from error


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=ALLOWED)
    return f"{path}?{quote(parts.query, safe=ALLOWED)}" if parts.query else path


def _headers(held: Validators) -> dict[str, str]:
    headers = {
        "Accept": "text/html, text/plain, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "User-Agent": f"{AGENT} (+{settings.BASE_URL})",
        "If-None-Match": held.etag,
        "If-Modified-Since": held.last_modified,
    }
    return {name: value for name, value in headers.items() if value}


def _validators(response: http.client.HTTPResponse) -> Validators:
    """What the server calls this state; a name that is too long to be kept is none."""
    names = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    etag, last_modified = (" ".join(name.split()) for name in names)
    return Validators(
        etag=etag if len(etag) <= LONGEST_VALIDATOR else "",
        last_modified=last_modified if len(last_modified) <= LONGEST_VALIDATOR else "",
    )


def _check_answer(response: http.client.HTTPResponse) -> None:
    if response.status != 200:
        raise FetchError(
            _("The server answered “%(status)d %(reason)s”. Open the address in a browser.")
            % {"status": response.status, "reason": response.reason},
            status=response.status,
        )
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FetchError(_("The server sends a compressed answer. Upload the file instead."))


def _body(response: http.client.HTTPResponse, deadline: float, limit: int) -> bytes:
    """The whole body: half a document is no evidence."""
    received = bytearray()
    while chunk := response.read1(CHUNK):
        received += chunk
        if len(received) > limit:
            raise FetchError(
                _("There are more than %(limit)s bytes at this address.") % {"limit": f"{limit:,}"}
            )
    _left(deadline)
    if response.length:
        raise http.client.IncompleteRead(bytes(received), response.length)
    return bytes(received)


def _left(deadline: float) -> float:
    """Seconds left; raises FetchError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError(_("The server took too long. Try again, or paste the text."))
    return left
