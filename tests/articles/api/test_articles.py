"""Articles: what the list shows and filters, what one answers, and what is no longer public."""

import datetime
import uuid

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.api.representations import NOT_SHOWN
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition
from articles.projection import NOT_IN_LISTS
from sources.models import Organisation
from tests.articles.api.calls import read, refused, slugs, walk
from tests.articles.public import NOW, make_public, take_back

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def test_detail_is_the_content_of_the_edition_with_its_seal(client: Client) -> None:
    current = make_public()
    answer = read(client, f"articles/{current.article_uuid}/")
    assert answer.pop("edition") == {
        "number": 1,
        "kind": "published",
        "reason": "",
        "issued_at": "2025-10-24T09:30:00Z",
        "sha256": current.edition.sha256,
    }
    assert answer.pop("comment_count") == 0
    assert answer.pop("translations") == []
    assert answer.pop("url") == f"https://testserver/{current.address}"
    stored = current.edition.content
    assert answer == {key: value for key, value in stored.items() if key not in NOT_SHOWN}


def test_list_shows_the_same_keys_without_the_long_parts(client: Client) -> None:
    current = make_public()
    whole = read(client, f"articles/{current.article_uuid}/")
    [item] = read(client, "articles/")["results"]
    left_out = (*NOT_IN_LISTS, "translations")
    assert item == {key: value for key, value in whole.items() if key not in left_out}


def test_list_has_the_newest_first(client: Client) -> None:
    for hour, slug in enumerate(("oldest", "middle", "newest")):
        make_public(slug=slug, issued_at=NOW + hour * HOUR)
    assert slugs(read(client, "articles/")) == ["newest", "middle", "oldest"]


def test_an_update_replaces_what_is_shown(client: Client) -> None:
    make_public(title="Before")
    current = make_public(title="After", kind=EditionKind.CORRECTED, reason="A figure was wrong.")
    [item] = read(client, "articles/")["results"]
    assert (item["title"], item["edition"]["number"]) == ("After", 2)
    assert item["edition"]["reason"] == "A figure was wrong."
    assert item["uuid"] == str(current.article_uuid)


@pytest.fixture
def filtered(cast: dict[str, Organisation]) -> None:
    """One article that has everything that can be asked for, and one that has nothing of it."""
    make_public(slug="wanted", title="Smelting advances", issued_at=NOW + HOUR)
    make_public(
        slug="other",
        title="Nothing of it",
        standfirst="",
        issued_at=NOW - HOUR,
        language="de",
        topics=[],
        sources=[],
        directives=[],
        sections=[],
        highlights=[],
        corroboration={"state": "unverified", "words": "unverified", "reason": ""},
    )


@pytest.mark.parametrize(
    "query",
    [
        {"topic": "rare-earths"},
        {"organisation": "baogang-daily"},
        {"organisation": "inner-mongolia-government"},
        {"issuer": "northern-rare-earth-group"},
        {"corroboration": "single_source"},
        {"language": "en"},
        {"published_after": "2025-10-24T09:30:00Z"},
        {"published_after": "2025-10-24T12:30:00+02:00"},
        {"q": "smelting"},
        {"q": '"green smelting" -harbour', "topic": "rare-earths", "language": "en"},
    ],
)
def test_a_filter_leaves_what_was_asked_for(
    client: Client, filtered: None, query: dict[str, str]
) -> None:
    assert slugs(read(client, "articles/", **query)) == ["wanted"]


@pytest.mark.parametrize(
    "query",
    [
        {"published_before": "2025-10-24T09:30:00Z"},
        {"language": "de"},
        {"corroboration": "unverified"},
    ],
)
def test_the_opposite_filter_leaves_the_other(
    client: Client, filtered: None, query: dict[str, str]
) -> None:
    assert slugs(read(client, "articles/", **query)) == ["other"]


def test_a_bare_day_is_taken_whole(client: Client, filtered: None) -> None:
    day = {"published_after": "2025-10-24", "published_before": "2025-10-24"}
    assert slugs(read(client, "articles/", **day)) == ["wanted", "other"]


def test_what_nobody_knows_is_an_empty_list(client: Client, filtered: None) -> None:
    answer = read(client, "articles/", topic="no-such-topic")
    assert answer == {"results": [], "next": None, "previous": None}


def test_a_retracted_article_is_gone_and_says_why(client: Client) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.RETRACTED, reason="The source was forged.")
    problem = refused(client, f"articles/{current.article_uuid}/", 410)
    assert problem["detail"] == "The source was forged."
    assert read(client, "articles/")["results"] == []


def test_a_withdrawn_article_is_gone_and_keeps_its_reason(client: Client) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.WITHDRAWN, reason="Made private: a legal matter.")
    problem = refused(client, f"articles/{current.article_uuid}/", 410)
    assert "legal" not in str(problem)


def test_an_article_that_never_was_public_is_not_found(client: Client) -> None:
    refused(client, f"articles/{uuid.uuid4()}/", 404)


def test_an_address_that_is_no_uuid_is_not_found(client: Client) -> None:
    refused(client, "articles/1/", 404)


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/api/v1/articles/", {}).status_code == 405
    assert client.delete("/api/v1/articles/").status_code == 405


def test_detail_takes_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    current = make_public()
    with django_assert_num_queries(2):
        read(client, f"articles/{current.article_uuid}/")


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_takes_one_query_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_public(slug=f"number-{number}")
    with django_assert_num_queries(1):
        assert len(read(client, "articles/", limit=100)["results"]) == rows


def test_searching_takes_one_query_more(
    client: Client, filtered: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        read(client, "articles/", q="smelting", topic="rare-earths", issuer="baogang-group")


def test_pages_lose_nothing_of_one_moment_while_articles_come_and_go(client: Client) -> None:
    kept = {f"kept-{number}" for number in range(12)}
    for slug in sorted(kept):
        make_public(slug=slug)
    doomed = make_public(slug="doomed")
    first = read(client, "articles/", limit=5)
    take_back(doomed, kind=EditionKind.WITHDRAWN)
    make_public(slug="late")
    make_public(slug="kept-3", title="Changed", kind=EditionKind.UPDATED)
    seen, answer = slugs(first), first
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        seen += slugs(answer)
    assert kept <= set(seen)
    assert len(seen) == len(set(seen))


def test_the_way_back_leads_to_the_first_page(client: Client) -> None:
    for number in range(5):
        make_public(slug=f"number-{number}")
    first = read(client, "articles/", limit=2)
    second = client.get(first["next"]).json()
    back = client.get(second["previous"]).json()
    assert back["results"] == first["results"]
    assert back["previous"] is None
    assert len(walk(client, "articles/", limit=2)) == CurrentEdition.objects.count()


def test_links_stand_in_the_header_too(client: Client) -> None:
    for number in range(3):
        make_public(slug=f"number-{number}")
    first = client.get("/api/v1/articles/?limit=1&language=en")
    url = first.json()["next"]
    assert url.startswith("http://testserver/api/v1/articles/?limit=1&language=en&cursor=")
    assert first["Link"] == f'<{url}>; rel="next"'
    second = client.get(url)
    assert second["Link"].endswith('rel="prev"')
    assert "Link" not in client.get("/api/v1/articles/")
