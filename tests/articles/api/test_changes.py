"""The change feed: the whole record in order, tombstones without content, a mirror that agrees."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import EditionKind
from articles.formats.changes import change_type
from articles.models.editions import Edition
from tests.articles.api.calls import read, walk
from tests.articles.public import make_public, take_back

pytestmark = pytest.mark.django_db


def make_history() -> None:
    """Every kind of change, over four articles of which two are left."""
    make_public(slug="kept")
    retracted = make_public(slug="retracted", title="Forged through and through")
    make_public(slug="kept", kind=EditionKind.UPDATED, reason="New figures.")
    withdrawn = make_public(slug="withdrawn")
    make_public(slug="kept", kind=EditionKind.CORRECTED, reason="A wrong figure.")
    take_back(retracted, kind=EditionKind.RETRACTED, reason="Forged.")
    take_back(withdrawn, kind=EditionKind.WITHDRAWN)
    make_public(slug="back")
    make_public(slug="kept", kind=EditionKind.PROVENANCE, reason="An owner changed.")


def test_changes_stand_in_the_order_of_the_record(client: Client) -> None:
    make_history()
    rows = read(client, "changes/")["results"]
    assert [row["type"] for row in rows] == [
        "created",
        "created",
        "updated",
        "created",
        "corrected",
        "retracted",
        "withdrawn",
        "created",
        "updated",
    ]
    editions = list(Edition.objects.order_by("pk"))
    assert [row["position"] for row in rows] == [edition.pk for edition in editions]
    assert [row["sha256"] for row in rows] == [edition.sha256 for edition in editions]


def test_nothing_of_an_article_that_was_taken_back_stands_in_the_feed(client: Client) -> None:
    make_history()
    rows = read(client, "changes/")["results"]
    gone = {row["uuid"] for row in rows if row["type"] in ("retracted", "withdrawn")}
    assert all((row["url"] is None) == (row["uuid"] in gone) for row in rows)
    assert "Forged" not in json.dumps(rows)
    assert set(rows[0]) == {
        "position",
        "uuid",
        "number",
        "kind",
        "type",
        "issued_at",
        "url",
        "sha256",
    }


@pytest.mark.parametrize("limit", [1, 4, 100])
def test_replaying_the_feed_gives_the_present_state(client: Client, limit: int) -> None:
    make_history()
    mirror: dict[str, str] = {}
    for row in walk(client, "changes/", limit=limit):
        if row["type"] in ("retracted", "withdrawn"):
            del mirror[row["uuid"]]
        else:
            mirror[row["uuid"]] = row["sha256"]
    present = {row["uuid"]: row["edition"]["sha256"] for row in walk(client, "articles/")}
    assert mirror == present


def test_a_mirror_goes_on_after_the_last_position_that_it_knows(client: Client) -> None:
    make_public(slug="one")
    known = read(client, "changes/")["results"][-1]["position"]
    assert read(client, "changes/", after=known)["results"] == []
    make_public(slug="two")
    [row] = read(client, "changes/", after=known)["results"]
    assert row["url"].endswith("/briefings/two/")


@pytest.mark.parametrize("rows", [3, 30])
def test_the_feed_takes_one_query_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_public(slug=f"number-{number}")
    with django_assert_num_queries(1):
        assert len(read(client, "changes/", limit=100)["results"]) == rows


def test_every_kind_of_edition_is_a_type_of_change() -> None:
    for kind in EditionKind:
        is_tombstone = change_type(kind.value).value in ("retracted", "withdrawn")
        assert is_tombstone == (not kind.is_public)
