"""What browsers are told: a strict policy but behind the admin's door, and no cookie to readers."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles import urls
from articles.enums import EditionKind
from tests.articles.public import make_cast, make_public, take_back
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}
RELAXED = STRICT | {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
}
ARTICLE = "/briefings/northern-rare-earth/"
# Every address of the site by its name in articles/urls.py, with the status that it answers.
SITE = {
    "home": ("/", 200),
    "briefings": ("/briefings/?topic=rare-earths", 200),
    "directives": ("/directives/", 200),
    "language": ("/de/", 302),
    "organisations": ("/organisations/", 200),
    "organisation": ("/organisations/baogang-daily/", 200),
    "authors": ("/authors/", 200),
    "author": ("/authors/lena-hartwig/", 200),
    "topics": ("/topics/", 200),
    "topic": ("/topics/rare-earths/", 200),
    "search": ("/search/?q=metallurgy", 200),
    "corrections": ("/corrections/", 200),
    "corrections_rss": ("/corrections/feeds/rss.xml", 200),
    "corrections_atom": ("/corrections/feeds/atom.xml", 200),
    "corrections_json": ("/corrections/feeds/feed.json", 200),
    "feed_rss": ("/feeds/rss.xml", 200),
    "feed_atom": ("/feeds/atom.xml", 200),
    "feed_json": ("/feeds/feed.json", 200),
    "topic_rss": ("/topics/rare-earths/feeds/rss.xml", 200),
    "topic_atom": ("/topics/rare-earths/feeds/atom.xml", 200),
    "topic_json": ("/topics/rare-earths/feeds/feed.json", 200),
    "organisation_rss": ("/organisations/baogang-daily/feeds/rss.xml", 200),
    "organisation_atom": ("/organisations/baogang-daily/feeds/atom.xml", 200),
    "organisation_json": ("/organisations/baogang-daily/feeds/feed.json", 200),
    "author_rss": ("/authors/lena-hartwig/feeds/rss.xml", 200),
    "author_atom": ("/authors/lena-hartwig/feeds/atom.xml", 200),
    "author_json": ("/authors/lena-hartwig/feeds/feed.json", 200),
    "directives_rss": ("/directives/feeds/rss.xml", 200),
    "directives_atom": ("/directives/feeds/atom.xml", 200),
    "directives_json": ("/directives/feeds/feed.json", 200),
    "robots": ("/robots.txt", 200),
    "sitemap": ("/sitemap.xml", 200),
    "sitemap_page": ("/sitemap-briefings-0.xml", 200),
    "sitemap_news": ("/sitemap-news.xml", 200),
    "security": ("/.well-known/security.txt", 200),
    "provenance": (f"{ARTICLE}provenance/", 200),
    "versions": (f"{ARTICLE}versions/", 200),
    "version": (f"{ARTICLE}versions/1/", 200),
    "site_card": ("/card.png", 200),
    "card": (f"{ARTICLE}card-1.png", 200),
    "cite": (f"{ARTICLE}cite.bib", 200),
    "version_cite": (f"{ARTICLE}versions/1/cite.json", 200),
    "comments": (f"{ARTICLE}comments/", 302),
    "challenge": (f"{ARTICLE}challenge/", 200),
    "challenges": (f"{ARTICLE}challenges/", 200),
    "comment_report": ("/comments/1/report/", 404),
    "comment_appeal": ("/comments/appeal/nonsense/", 410),
    "comment_confirm": ("/comments/confirm/nonsense/", 410),
    "own_comment": ("/comments/own/nonsense/", 410),
    "comment_mail": ("/comments/mail/nonsense/", 410),
    "queue_mail": ("/comments/queue-mail/nonsense/", 410),
    "ask_my_data": ("/comments/my-data/", 200),
    "my_data": ("/comments/my-data/nonsense/", 410),
    "export_my_data": ("/comments/my-data/nonsense/export.json", 410),
    "moderation": ("/comments/moderation/", 200),
    "wagtail_serve": (ARTICLE, 200),
}
# Addresses with a signed link in them, which no other site may learn.
SECRET = {address for address, _status in SITE.values() if "/nonsense/" in address}
ELSEWHERE = {
    "nothing": ("/briefings/no-such/", 404),
    "gone": ("/briefings/forged/", 410),
    "absurd search": ("/search/?q=%00", 400),
    "API": ("/api/v1/articles/", 200),
    "API refusing": ("/api/v1/articles/?colour=red", 400),
    "API without an article": (f"/api/v1/articles/{UUID(int=0)}/challenges/", 404),
    "API for people": ("/api/v1/docs/", 200),
    "API described": ("/api/v1/schema/", 200),
    "alive": ("/healthz", 200),
    "ready": ("/readyz", 200),
    "picture that is not there": ("/media/images/no-such.png", 404),
    "document that is not there": ("/documents/1/no-such.pdf", 404),
}
PUBLIC = {**SITE, **ELSEWHERE}

each_address = pytest.mark.parametrize(("address", "status"), PUBLIC.values(), ids=PUBLIC)


@pytest.fixture
def published(db: None) -> None:
    make_cast()
    make_public()
    forged = make_public(slug="forged")
    take_back(forged, kind=EditionKind.RETRACTED, reason="The source was forged.")


def policy_of(response: Any) -> dict[str, str]:
    rows = [row.strip().partition(" ") for row in response["Content-Security-Policy"].split(";")]
    return {name: value for name, _space, value in rows if name}


def test_every_address_of_the_site_is_among_those_below() -> None:
    assert {pattern.name for pattern in urls.urlpatterns} == set(SITE)


# -- The policy -------------------------------------------------------------------------------


@each_address
def test_public_address_has_the_strict_policy(
    client: Client, published: None, address: str, status: int
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert policy_of(response) == STRICT


@pytest.mark.parametrize(
    "address",
    [
        "/admin/login/",
        "/admin/login/?next=/admin/pages/",
        "/admin/password_reset/",
        "/admin/password_reset/done/",
        "/admin/password_reset/confirm/MQ/set-password/",
        "/admin/password_reset/complete/",
    ],
)
def test_whoever_is_not_signed_in_yet_has_the_strict_policy(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert policy_of(response) == STRICT


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/no-such/"])
def test_admin_may_use_inline_scripts_and_styles(client: Client, address: str) -> None:
    client.force_login(make_user(is_superuser=True))
    assert policy_of(client.get(address)) == RELAXED


@pytest.mark.parametrize("address", ["/administration/", "/Admin/", "/a/admin/", "//admin/"])
def test_what_only_looks_like_the_admin_has_the_strict_policy(client: Client, address: str) -> None:
    assert policy_of(client.get(address)) == STRICT


# -- Cookies and caches -----------------------------------------------------------------------


@each_address
def test_reader_gets_no_cookie_and_the_same_answer_as_everyone(
    client: Client, published: None, address: str, status: int
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(("address", "status"), SITE.values(), ids=SITE)
def test_page_does_not_depend_on_who_reads_it(
    client: Client, published: None, address: str, status: int, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)  # the form says when it was made
    anonymous = client.get(address)
    client.force_login(make_user(is_superuser=True))
    signed_in = client.get(address)
    assert signed_in.content == anonymous.content
    assert not signed_in.cookies
    assert "Cookie" not in signed_in.get("Vary", "")


@pytest.mark.parametrize(("address", "status"), SITE.values(), ids=SITE)
def test_answer_says_whether_it_may_be_kept(
    client: Client, published: None, address: str, status: int
) -> None:
    age = {"/card.png": "86400", f"{ARTICLE}card-1.png": "31536000, immutable"}.get(address, "60")
    expected = f"public, max-age={age}" if status == 200 else "no-store"
    assert client.get(address).get("Cache-Control", "no-store") == expected


# -- Other headers ----------------------------------------------------------------------------


@each_address
def test_every_answer_has_the_headers_that_keep_browsers_careful(
    client: Client, published: None, address: str, status: int
) -> None:
    response = client.get(address, secure=True)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    is_secret = address in SECRET
    policy = "same-origin" if is_secret else "strict-origin-when-cross-origin"
    assert response["Referrer-Policy"] == policy
    assert response["Cross-Origin-Opener-Policy"] in ("same-origin", "unsafe-none")
    assert response["Strict-Transport-Security"] == ("max-age=31536000; includeSubDomains; preload")


def test_request_without_tls_is_sent_to_tls(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    client = Client()
    response = client.get("/briefings/?topic=rare-earths")
    assert response.status_code == 301
    assert response["Location"] == "https://testserver/briefings/?topic=rare-earths"
    assert client.get("/briefings/", headers={"X-Forwarded-Proto": "https"}).status_code == 200


# -- For those who look for holes -------------------------------------------------------------


def test_holes_can_be_reported(client: Client) -> None:
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:security@testserver"
    assert fields["Canonical"] == "https://testserver/.well-known/security.txt"
    assert fields["Expires"].endswith("T00:00:00Z")


def test_robots_are_kept_from_the_admin_and_led_to_the_sitemaps(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: https://testserver/sitemap.xml" in lines
    assert "Sitemap: https://testserver/sitemap-news.xml" in lines
