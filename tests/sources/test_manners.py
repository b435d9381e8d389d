"""Hosts are asked one thing at a time, with a pause, and only for what they let programs read."""

from collections.abc import Iterator

import pytest

from sources.actions.addresses import FetchError
from sources.actions.manners import LONGEST_PAUSE, ForbiddenError, Manners
from tests.sources.web import SITE, Web, serve

OTHER = "http://paper.example"


class Clock:
    """A clock that moves only while somebody sleeps; `slept` are the pauses."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def manners(clock: Clock) -> Manners:
    return Manners(pause=5, sleep=clock.sleep, clock=lambda: clock.now)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serve(monkeypatch) as web:
        web.put("/item", "The mine opened on Monday.")
        yield web


def test_a_host_is_asked_after_a_pause_and_its_robots_only_once(
    web: Web, manners: Manners, clock: Clock
) -> None:
    for _time in range(2):
        manners.fetch(url=f"{SITE}/item")
    assert web.asked == ["/robots.txt", "/item", "/item"]
    assert clock.slept == [5, 5]


def test_time_that_went_by_elsewhere_counts(web: Web, manners: Manners, clock: Clock) -> None:
    manners.fetch(url=f"{SITE}/item")
    manners.fetch(url=f"{OTHER}/item")
    clock.now += 3
    manners.fetch(url=f"{SITE}/item")
    assert clock.slept == [5, 5]  # robots.txt and item of each; 5 + 3 went by for the first


@pytest.mark.parametrize(("asked", "slept"), [("20", 20), ("1", 5), ("86400", LONGEST_PAUSE)])
def test_a_longer_pause_is_kept_where_the_host_asks_for_one(
    web: Web, manners: Manners, clock: Clock, asked: str, slept: float
) -> None:
    web.put("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}")
    manners.fetch(url=f"{SITE}/item")
    assert clock.slept == [slept]


def test_what_programs_may_not_read_is_not_asked_for(web: Web, manners: Manners) -> None:
    web.put("/robots.txt", "User-agent: Assay\nDisallow: /item")
    with pytest.raises(ForbiddenError, match="asks programs not to read"):
        manners.fetch(url=f"{SITE}/item")
    assert web.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_host_without_robots_allows_everything(web: Web, manners: Manners, status: int) -> None:
    web.fail("/robots.txt", status)
    assert manners.fetch(url=f"{SITE}/item").raw


@pytest.mark.parametrize("status", [500, 503])
def test_a_host_that_cannot_tell_its_robots_is_left_alone(
    web: Web, manners: Manners, status: int
) -> None:
    web.fail("/robots.txt", status)
    for _time in range(2):
        with pytest.raises(FetchError) as caught:
            manners.fetch(url=f"{SITE}/item")
        assert caught.value.status == status
    assert web.asked == ["/robots.txt"]


def test_an_address_that_is_none_is_refused_in_words(manners: Manners) -> None:
    with pytest.raises(FetchError, match="not an address"):
        manners.fetch(url="http://[broken/")
