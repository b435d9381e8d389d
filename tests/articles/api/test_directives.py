"""Directives: list, filters, detail, and the CSV that is safe to open."""

import csv
import io
import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import EditionKind
from articles.models.editions import Directive
from sources.models import Organisation
from tests.articles.api.calls import read, refused, walk
from tests.articles.public import make_public, seed_content, take_back

pytestmark = pytest.mark.django_db
ISSUER = {"name": "Northern Rare Earth Group", "slug": "northern-rare-earth-group"}
GROUP = {"name": "Baogang Group", "slug": "baogang-group"}


def order(text: str, **changes: Any) -> dict[str, Any]:
    """A directive as an edition holds it."""
    return {**seed_content()["directives"][0], "text": text, **changes}


def texts(answer: Any) -> list[str]:
    return [row["text"] for row in answer["results"]]


@pytest.fixture
def orders(cast: dict[str, Organisation]) -> None:
    """One directive that has everything that can be asked for, and one that has nothing of it."""
    wanted = order(
        "Raise recovery",
        issuer=ISSUER,
        addressees=[GROUP],
        deadline="2025-12-31",
        force="target",
        status="under_way",
    )
    other = order("Cut cost", issuer=None, addressees=[], deadline=None)
    make_public(slug="wanted", directives=[wanted])
    make_public(slug="other", directives=[other], topics=[])


def test_a_directive_stands_with_the_briefing_that_reports_it(client: Client) -> None:
    current = make_public(directives=[order("Raise recovery")])
    [row] = read(client, "directives/")["results"]
    assert row.pop("briefing") == {
        "uuid": str(current.article_uuid),
        "title": current.edition.title,
        "url": "https://testserver/briefings/northern-rare-earth/",
    }
    assert row == current.edition.content["directives"][0]


def test_detail_is_the_row_of_the_list(client: Client) -> None:
    make_public()
    row = read(client, "directives/")["results"][0]
    assert read(client, f"directives/{row['uuid']}/") == row


@pytest.mark.parametrize(
    "query",
    [
        {"issuer": "northern-rare-earth-group"},
        {"addressee": "baogang-group"},
        {"force": "target"},
        {"status": "under_way"},
        {"deadline_after": "2025-12-31"},
        {"deadline_before": "2025-12-31"},
        {"topic": "rare-earths"},
        {"q": "recovery RAISE"},
        {"q": "recoveries -cost"},
        {"q": 'issuer:northern-rare-earth-group "raise recovery"'},
        {"q": "recovery", "deadline_after": "2025-01-01", "deadline_before": "2026-01-01"},
    ],
)
def test_a_filter_leaves_what_was_asked_for(
    client: Client, orders: None, query: dict[str, str]
) -> None:
    assert texts(read(client, "directives/", **query)) == ["Raise recovery"]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("colour:red", "The fields are org:"),
        ("-recovery", "look for"),
        ("the", "such as “the”"),
        ("x" * 201, "1 to 200 characters"),
    ],
)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_query_that_cannot_be_answered_says_what_to_type(
    client: Client, orders: None, query: str, says: str, form: str
) -> None:
    problem = refused(client, "directives/", 400, q=query, format=form)
    assert [row["pointer"] for row in problem["errors"]] == ["q"]
    assert says in problem["errors"][0]["detail"]


def test_a_page_of_a_search_takes_two_queries(
    client: Client, orders: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        read(client, "directives/", q="recovery")


def test_csv_has_what_a_search_finds(client: Client, orders: None) -> None:
    response = client.get("/api/v1/directives/", {"q": "recovery", "format": "csv"})
    [row] = csv.DictReader(io.StringIO(b"".join(response).decode()))
    assert row["text"] == "Raise recovery"


def test_directives_of_a_briefing_keep_their_order(client: Client) -> None:
    make_public(directives=[order(str(number)) for number in range(5)])
    assert [row["text"] for row in walk(client, "directives/", limit=2)] == list("01234")


def test_a_new_edition_in_between_neither_loses_nor_repeats_a_directive(client: Client) -> None:
    directives = [order(str(number)) for number in range(5)]
    make_public(directives=directives)
    first = read(client, "directives/", limit=2)
    make_public(directives=directives, kind=EditionKind.UPDATED, reason="New.")
    rest = client.get(first["next"]).json()
    last = client.get(rest["next"]).json()
    assert texts(first) + texts(rest) + texts(last) == list("01234")


def test_directives_of_what_was_taken_back_are_not_found(client: Client) -> None:
    current = make_public()
    row = read(client, "directives/")["results"][0]
    take_back(current, kind=EditionKind.RETRACTED, reason="Forged.")
    refused(client, f"directives/{row['uuid']}/", 404)
    assert read(client, "directives/")["results"] == []


def test_what_never_was_is_not_found(client: Client) -> None:
    refused(client, f"directives/{uuid.uuid4()}/", 404)


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_takes_one_query_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    make_public(directives=[order(str(number)) for number in range(rows)])
    with django_assert_num_queries(1):
        assert len(read(client, "directives/", limit=100)["results"]) == rows


@pytest.mark.parametrize(
    ("query", "headers"),
    [("?format=csv", {}), ("", {"Accept": "text/csv"})],
    ids=["query", "header"],
)
def test_csv_has_every_match_without_pages(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    query: str,
    headers: dict[str, str],
) -> None:
    make_public(directives=[order(f"Order {number}") for number in range(30)])
    with django_assert_num_queries(1):
        response = client.get(f"/api/v1/directives/{query}", headers=headers)
        rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Vary"] == "Accept"
    assert [row["text"] for row in rows] == [f"Order {number}" for number in range(30)]
    assert rows[0]["issuer"] == ISSUER["name"]
    assert rows[0]["briefing_url"].endswith("/briefings/northern-rare-earth/")


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1"]
)
def test_no_cell_of_the_csv_is_a_formula(client: Client, text: str) -> None:
    make_public(directives=[order(text, target=text)])
    response = client.get("/api/v1/directives/?format=csv")
    [row] = csv.DictReader(io.StringIO(response.getvalue().decode(), newline=""))
    assert row["text"] == row["target"] == f"'{text}"
    assert Directive.objects.get().text == text


def test_a_bad_parameter_of_the_csv_is_a_problem(client: Client) -> None:
    refused(client, "directives/", format="csv", force="wish")
