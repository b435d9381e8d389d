"""Good manners towards hosts that did not ask us in: one request at a time, where they allow it."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from sources.actions.addresses import FetchError
from sources.actions.fetching import AGENT, UNKNOWN, Fetched, Validators, fetch
from sources.actions.robots import Robots, read_robots

PAUSE = 5.0  # seconds between two requests to one host, where it asks for no longer ones
LONGEST_PAUSE = 60.0
LONGEST_ROBOTS = 500_000  # bytes, as RFC 9309 asks for


class ForbiddenError(FetchError):
    """The host's robots.txt keeps us from an address."""


class Manners:
    """What one run knows of hosts: when each was asked last, and what its robots.txt says."""

    def __init__(
        self,
        *,
        pause: float = PAUSE,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause = pause
        self._sleep = sleep
        self._clock = clock
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Robots | FetchError] = {}

    def fetch(self, *, url: str, held: Validators = UNKNOWN) -> Fetched:
        """Fetch an address in its turn. Raises FetchError, and ForbiddenError where we may not."""
        host = _host(url)
        robots = self._robots_of(host)
        if not robots.allows(url):
            raise ForbiddenError(_("The host asks programs not to read this address."))
        return self._ask(host, url, held=held, pause=max(self._pause, robots.delay))

    def _robots_of(self, host: str) -> Robots:
        if host not in self._robots:
            self._robots[host] = self._read_robots(host)
        known = self._robots[host]
        if isinstance(known, FetchError):
            raise known
        return known

    def _read_robots(self, host: str) -> Robots | FetchError:
        """No such file means that all is allowed; no answer, that nothing is for now."""
        try:
            fetched = self._ask(host, f"{host}/robots.txt", pause=self._pause, limit=LONGEST_ROBOTS)
        except FetchError as error:
            is_missing = error.status is not None and 400 <= error.status < 500
            return Robots() if is_missing else error
        return read_robots(fetched.raw.decode("utf-8", errors="replace"), agent=AGENT)

    def _ask(
        self,
        host: str,
        url: str,
        *,
        pause: float,
        held: Validators = UNKNOWN,
        limit: int | None = None,
    ) -> Fetched:
        before = self._asked.get(host)
        if before is not None and (left := before + min(pause, LONGEST_PAUSE) - self._clock()) > 0:
            self._sleep(left)
        try:
            return fetch(url=url, held=held, limit=limit)
        finally:
            self._asked[host] = self._clock()


def _host(url: str) -> str:
    """Scheme, name and port: what a robots.txt speaks for."""
    try:
        parts = urlsplit(url.strip())
    except ValueError as error:
        raise FetchError(_("This is not an address of a web page.")) from error
    return f"{parts.scheme}://{parts.netloc}"
