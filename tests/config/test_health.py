"""The two addresses of those who watch: alive says little, ready says what is missing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from config import health
from tests.config.processes import printed

# What a process answers that was started with its own database and cache.
ASK = """
import json, logging
import django; django.setup()
from django.test import Client
logging.disable()
response = Client(SERVER_NAME="assay.example").get("/readyz", secure=True)
print(json.dumps([response.status_code, response.json()]))
"""


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    health._check_migrations.cache_clear()
    yield
    health._check_migrations.cache_clear()


def answer(status: str, **failed: str) -> dict[str, Any]:
    checks = {"database": "ok", "migrations": "ok", "cache": "ok"}
    return {"status": status, "checks": checks | failed}


def test_alive_asks_nobody(client: Client) -> None:
    """Without the mark for it, any query would fail this test."""
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})


@pytest.mark.django_db
def test_ready_says_that_every_part_answers(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, answer("ready"))


@pytest.mark.django_db
def test_migrations_are_looked_up_once(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/readyz")
    with django_assert_num_queries(1):
        client.get("/readyz")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_answers_are_for_the_moment_and_set_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_probes_from_inside_need_no_tls(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    client = Client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200
    assert client.get("/briefings/").status_code == 301


class LostConnection:
    def cursor(self) -> None:
        raise OperationalError("the server closed the connection unexpectedly")


@pytest.mark.django_db
def test_lost_database_is_named_and_its_reason_is_logged(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    health._check_migrations()
    monkeypatch.setattr(health, "connection", LostConnection())
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, answer("not ready", database="failed"))
    assert "Not ready: database" in caplog.text
    assert "closed the connection unexpectedly" in caplog.text
    assert "closed" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        ("django.core.cache.backends.dummy.DummyCache", "does not return what was stored"),
        ("django.core.cache.backends.redis.RedisCache", "Connection refused"),
    ],
)
def test_cache_that_forgets_or_is_not_there_is_named(
    client: Client,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    backend: str,
    reason: str,
) -> None:
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "redis://127.0.0.1:1"}}
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, answer("not ready", cache="failed"))
    assert reason in caplog.text


def test_database_that_was_never_migrated_is_not_ready(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    status, told = printed(ASK, VAR_DIR=str(tmp_path))
    assert (status, told) == (503, answer("not ready", migrations="failed"))


def test_database_that_is_not_there_is_not_ready(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    nowhere = f"sqlite:///{tmp_path}/no/such/folder/assay.sqlite3"
    status, told = printed(ASK, VAR_DIR=str(tmp_path), DATABASE_URL=nowhere)
    expected = answer("not ready", database="failed", migrations="failed")
    assert (status, told) == (503, expected)
    assert "folder" not in json.dumps(told)
