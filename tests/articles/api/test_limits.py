"""Rate limits: too many requests are a problem that says when to come back."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(AnonRateThrottle, "rate", "2/min", raising=False)
    cache.clear()
    yield
    cache.clear()


def test_the_third_of_two_requests_is_told_to_wait(client: Client, two_a_minute: None) -> None:
    assert [client.get("/api/v1/topics/").status_code for _ in range(2)] == [200, 200]
    response = client.get("/api/v1/topics/")
    assert response.status_code == 429
    assert response["Content-Type"].startswith("application/problem+json")
    assert 0 < int(response["Retry-After"]) <= 60


def test_a_bad_request_counts_too(client: Client, two_a_minute: None) -> None:
    statuses = [client.get("/api/v1/topics/?colour=red").status_code for _ in range(3)]
    assert statuses == [400, 400, 429]


def test_what_a_caller_says_of_its_address_is_not_believed(
    client: Client, two_a_minute: None
) -> None:
    statuses = [
        client.get(
            "/api/v1/topics/", headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.1"}
        ).status_code
        for number in range(3)
    ]
    assert statuses == [200, 200, 429]
