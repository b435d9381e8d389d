"""Organisations and topics: only what public articles rest on, with owners, dates and grades."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import EditionKind
from articles.models import Topic
from sources.enums import Reliability
from sources.models import Organisation, OrganisationName
from tests.articles.api.calls import read, refused, walk
from tests.articles.public import make_public, seed_content, take_back
from tests.sources.builders import make_organisation

pytestmark = pytest.mark.django_db


def test_an_organisation_shows_its_owners_with_dates(
    client: Client, cast: dict[str, Organisation]
) -> None:
    make_public()
    answer = read(client, "organisations/northern-rare-earth-group/")["ownership"]
    assert answer["status"] == "state_controlled"
    assert [step["owner"]["slug"] for step in answer["chain"]] == [
        "baogang-group",
        "inner-mongolia-government",
    ]
    assert answer["chain"][0]["control_words"] == "majority-owned by"
    assert answer["chain"][0]["valid_from"] == "1997-09-12"
    assert answer["chain"][0]["valid_to"] is None


def test_the_chain_of_another_day_can_be_asked_for(
    client: Client, cast: dict[str, Organisation]
) -> None:
    make_public()
    address = "organisations/northern-rare-earth-group/"
    before = read(client, address, on="1997-09-11")["ownership"]
    assert (before["on"], before["status"], before["chain"]) == ("1997-09-11", "unknown", [])
    assert read(client, address, on="1997-09-12")["ownership"]["status"] == "state_controlled"
    refused(client, address, on="yesterday")


@pytest.mark.parametrize("day", ["0001-01-01", "0005-12-31", "9999-12-31"])
def test_the_chain_of_any_day_of_the_calendar_can_be_asked_for(
    client: Client, cast: dict[str, Organisation], day: str
) -> None:
    make_public()
    assert read(client, "organisations/baogang-daily/", on=day)["slug"] == "baogang-daily"


def test_an_organisation_shows_its_grade_in_code_and_words_and_its_other_names(
    client: Client, cast: dict[str, Organisation]
) -> None:
    daily = cast["baogang-daily"]
    daily.reliability = Reliability.D
    daily.reliability_reason = "An organ of its owner."
    daily.save()
    OrganisationName.objects.create(organisation=daily, name="Baogang News")
    make_public()
    answer = read(client, "organisations/baogang-daily/")
    assert answer["reliability"] == {
        "code": "D",
        "words": "not usually reliable",
        "reason": "An organ of its owner.",
        "assessed_on": None,
    }
    assert answer["aliases"] == ["Baogang News"]
    assert answer["briefings"] == 1


def test_only_organisations_of_public_articles_are_shown(
    client: Client, cast: dict[str, Organisation]
) -> None:
    make_organisation(name="Harbour Herald")
    current = make_public()
    shown = {row["slug"] for row in read(client, "organisations/")["results"]}
    assert shown == set(cast)
    refused(client, "organisations/harbour-herald/", 404)
    take_back(current, kind=EditionKind.WITHDRAWN)
    assert read(client, "organisations/")["results"] == []
    refused(client, "organisations/baogang-daily/", 404)


def test_the_detail_is_the_row_of_the_list(client: Client, cast: dict[str, Organisation]) -> None:
    make_public()
    for row in read(client, "organisations/")["results"]:
        assert read(client, f"organisations/{row['slug']}/") == row


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_takes_four_queries_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    issuers = [make_organisation(name=f"Issuer {number:02}") for number in range(rows)]
    orders = [
        {
            **seed_content()["directives"][0],
            "issuer": {"name": issuer.name, "slug": issuer.slug},
        }
        for issuer in issuers
    ]
    make_public(directives=orders)
    with django_assert_num_queries(4):
        assert len(read(client, "organisations/", limit=100)["results"]) == rows
    names = [row["name"] for row in walk(client, "organisations/", limit=7)]
    assert names == [issuer.name for issuer in issuers]


def test_topics_are_those_of_public_articles(client: Client, cast: dict[str, Organisation]) -> None:
    Topic.objects.create(name="Harbours", slug="harbours")
    make_public(slug="one")
    make_public(slug="two", topics=[{"name": "Rare earths", "slug": "rare-earths"}])
    assert [(row["slug"], row["briefings"]) for row in read(client, "topics/")["results"]] == [
        ("industrial-policy", 1),
        ("rare-earths", 2),
    ]


@pytest.mark.parametrize("rows", [3, 30])
def test_topics_take_one_query_however_many(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    topics = [{"name": f"Topic {number:02}", "slug": f"topic-{number}"} for number in range(rows)]
    for topic in topics:
        Topic.objects.create(**topic)
    make_public(topics=topics)
    with django_assert_num_queries(1):
        assert len(read(client, "topics/", limit=100)["results"]) == rows
    assert [row["slug"] for row in walk(client, "topics/", limit=7)] == [
        topic["slug"] for topic in topics
    ]
