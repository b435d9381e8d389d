"""While the site is being worked on, readers are told to come back and editors go on."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/briefings/any/", "/feeds/atom.xml", "/sitemap.xml", "/api/v1/articles/", "/no"]


@pytest.fixture
def closed(settings: Settings) -> Client:
    """A browser at a site that is closed."""
    settings.MAINTENANCE = True
    return Client()


@pytest.mark.parametrize("address", PUBLIC)
def test_readers_are_told_when_to_come_back(closed: Client, address: str) -> None:
    response = closed.get(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert "frame-ancestors" in response["Content-Security-Policy"]
    assert not response.cookies


def test_page_needs_no_database(closed: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        text = closed.get("/").content.decode()
    assert "We are working on the site" in text
    assert len(captured) == 0


def test_api_answers_with_a_problem(closed: Client) -> None:
    response = closed.get("/api/v1/articles/")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 503


def test_comments_are_not_taken_meanwhile(closed: Client) -> None:
    assert closed.post("/briefings/any/comments/", {"text": "Hello"}).status_code == 503


def test_admin_and_probes_go_on(closed: Client) -> None:
    closed.force_login(make_user(is_superuser=True))
    assert closed.get("/admin/").status_code == 200
    assert closed.get("/healthz").status_code == 200
    assert closed.get("/readyz").status_code == 200


def test_site_is_open_unless_somebody_closes_it(client: Client) -> None:
    assert client.get("/").status_code == 200
