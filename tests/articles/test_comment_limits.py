"""Limits: exact however many write at once, and where somebody writes from is soon forgotten."""

import datetime
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django import Settings

from articles.actions.comments.limits import Limit, TooManyError, limit_of
from articles.actions.comments.networks import forget_salts, network_key, network_of
from articles.actions.comments.posting import post_comment
from articles.actions.comments.sending import Sender
from articles.models.commenters import Commenter, NetworkSalt
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from tests.articles.public import NOW, make_public
from tests.articles.readers import stamped

AT_ONCE = 50
HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)


def limited(settings: Settings, **rates: str | None) -> None:
    """Set the limits of some scopes."""
    before = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {**before, **rates},
    }


def post(current: CurrentEdition, number: int, **changes: Any) -> Comment:
    values: dict[str, Any] = {
        "name": "Marta",
        "email": "marta@example.org",
        "text": f"Question {number}?",
        "sender": Sender(address="192.0.2.1"),
        "now": NOW + number * SECOND,
    }
    return post_comment(current=current, **(values | changes))


@pytest.mark.parametrize(
    ("rate", "limit"),
    [
        ("10/hour", Limit(10, HOUR)),
        ("3/min", Limit(3, datetime.timedelta(minutes=1))),
        ("2/day", Limit(2, datetime.timedelta(days=1))),
        ("1/s", Limit(1, SECOND)),
        (None, None),
    ],
)
def test_limit_is_read_as_the_throttles_read_it(
    settings: Settings, rate: str | None, limit: Limit | None
) -> None:
    limited(settings, comments=rate)
    assert limit_of("comments") == limit


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scope", "others"),
    [
        ("comments", {"email": "{0}@example.org"}),
        ("comments_address", {"sender": Sender(address="198.51.100.7")}),
        ("comments_article", {"email": "{0}@example.org", "sender": Sender()}),
    ],
)
def test_limit_holds_for_network_address_and_article_and_ends_with_its_time(
    settings: Settings, scope: str, others: dict[str, Any]
) -> None:
    limited(settings, **{scope: "3/hour"})
    current = make_public()

    def write(number: int, **changes: Any) -> Comment:
        values = {
            name: value.format(number) if isinstance(value, str) else value
            for name, value in others.items()
        }
        return post(current, number, **(values | changes))

    for number in range(3):
        write(number)
    with pytest.raises(TooManyError):
        write(4)
    assert Comment.objects.count() == 3
    write(5, now=NOW + HOUR)
    with pytest.raises(TooManyError):
        write(6, now=NOW + HOUR)


def send_at_once(
    client_of: Callable[[], Client], current: CurrentEdition, filled: Any
) -> Counter[int]:
    """Send a form 50 times from as many threads; how often each status was answered."""

    def send(number: int) -> int:
        try:
            response = client_of().post(
                f"/{current.address}comments/", filled(number), headers={"Sec-Fetch-Site": "none"}
            )
            return response.status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return Counter(threads.map(send, range(AT_ONCE)))


@pytest.mark.django_db(transaction=True)
def test_of_fifty_posts_at_once_from_one_network_as_many_are_taken_as_the_limit_allows(
    settings: Settings,
) -> None:
    limited(settings, comments="7/hour")
    current = make_public()
    stamp = stamped(current)

    def filled(number: int) -> dict[str, str]:
        email = f"{number}@example.org"
        return {"name": "Marta", "email": email, "text": f"No. {number}", "stamp": stamp}

    assert send_at_once(Client, current, filled) == {303: 7, 429: AT_ONCE - 7}
    assert Comment.objects.count() == 7


@pytest.mark.django_db(transaction=True)
def test_of_fifty_posts_at_once_with_one_address_as_many_are_taken_as_the_limit_allows(
    settings: Settings,
) -> None:
    limited(settings, comments_address="4/hour")
    current = make_public()
    stamp = stamped(current)

    def filled(number: int) -> dict[str, str]:
        email = "marta@example.org" if number % 2 else "Marta@Example.org"
        return {"name": "Marta", "email": email, "text": f"No. {number}", "stamp": stamp}

    assert send_at_once(Client, current, filled) == {303: 4, 429: AT_ONCE - 4}
    assert (Comment.objects.count(), Commenter.objects.count()) == (4, 1)


@pytest.mark.django_db(transaction=True)
def test_same_words_sent_fifty_times_at_once_are_stored_once(settings: Settings) -> None:
    current = make_public()
    stamp = stamped(current)
    typed = {"name": "Marta", "email": "m@example.org", "text": "Once.", "stamp": stamp}
    assert send_at_once(Client, current, lambda _number: typed) == {303: AT_ONCE}
    assert Comment.objects.count() == 1
    assert Comment.objects.get().decisions.count() <= 1


# -- Networks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("unknown", ""),
        ("192.0.2.1:80", ""),
    ],
)
def test_connection_is_one_address_or_the_block_that_a_subscriber_has(
    address: str, network: str
) -> None:
    assert network_of(address) == network


@pytest.mark.django_db
def test_network_can_be_compared_within_a_day_and_not_beyond() -> None:
    today = network_key(address="192.0.2.1", now=NOW)
    assert today == network_key(address="192.0.2.1", now=NOW + HOUR)
    assert today != network_key(address="192.0.2.2", now=NOW)
    assert today != network_key(address="192.0.2.1", now=NOW + datetime.timedelta(days=1))
    assert "192" not in today
    assert network_key(address="", now=NOW) == ""


@pytest.mark.django_db
def test_salts_of_days_gone_by_are_forgotten() -> None:
    for days in range(4):
        network_key(address="192.0.2.1", now=NOW - datetime.timedelta(days=days))
    assert forget_salts(now=NOW) == 2
    kept = set(NetworkSalt.objects.values_list("day", flat=True))
    assert kept == {NOW.date(), NOW.date() - datetime.timedelta(days=1)}


@pytest.fixture(autouse=True)
def _no_earlier_requests() -> None:
    cache.clear()
