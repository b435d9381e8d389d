"""The record: numbered, sealed, chained, and out of reach of the ORM and of SQL."""

import datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles.actions.standing import retract
from articles.chain import GENESIS, content_digest, seal
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.snippets import Topic
from articles.queries.search import briefings_with
from sources.models import Organisation
from tests.articles.newsroom import Desk, fresh, make_published, republish, revise
from tests.articles.public import make_cast, make_public, seed_content, take_back

pytestmark = pytest.mark.django_db


def make_history(desk: Desk) -> list[Edition]:
    """Editions of two briefings in turn: published, published, updated, retracted."""
    first = make_published(desk)
    second = make_published(desk, title="Another meeting")
    revise(first, desk.analyst, standfirst="The board met again.")
    republish(desk, first)
    retract(article=fresh(second), reason="It rested on a forgery.", user=desk.editor)
    return list(Edition.objects.order_by("pk"))


# -- The chain ------------------------------------------------------------------------------------


def test_numbers_count_within_a_briefing(desk: Desk) -> None:
    assert [edition.number for edition in make_history(desk)] == [1, 1, 2, 2]


def test_each_edition_points_to_the_seal_of_the_one_before(desk: Desk) -> None:
    editions = make_history(desk)
    before = [GENESIS, *(edition.sha256 for edition in editions)]
    assert [edition.previous_sha256 for edition in editions] == before[:-1]


def test_every_seal_and_digest_can_be_computed_anew_from_the_stored_row(desk: Desk) -> None:
    for edition in make_history(desk):
        assert edition.sha256 == seal(edition)
        assert edition.content_sha256 == content_digest(
            content=edition.content,
            body_html=edition.body_html,
            search_text=edition.search_text,
        )


OTHER: dict[str, Any] = {
    "pk": 99,
    "previous_sha256": "1" * 64,
    "content_sha256": "1" * 64,
    "article_uuid": "00000000-0000-4000-8000-000000000000",
    "number": 9,
    "kind": "updated",
    "reason": "Another reason.",
    "page_id": 9,
    "revision_id": 9,
    "issued_at": timezone.now(),
    "issued_by_id": 9,
    "issued_by_name": "Somebody else",
    "address": "briefings/elsewhere/",
    "language": "de",
    "title": "Another title",
    "standfirst": "Another standfirst.",
    "briefing_date": datetime.date(2000, 1, 1),
    "published_at": timezone.now(),
}


def test_every_column_is_tried_here() -> None:
    columns = {field.attname for field in Edition._meta.concrete_fields} - {"id"} | {"pk"}
    in_the_digest = {"content", "body_html", "search_text"}
    assert columns - in_the_digest - {"sha256"} == set(OTHER)


@pytest.mark.parametrize("name", OTHER)
def test_seal_is_over_every_column(name: str) -> None:
    edition = make_public().edition
    setattr(edition, name, OTHER[name])
    assert seal(edition) != edition.sha256


@pytest.mark.parametrize("name", ["content", "body_html", "search_text"])
def test_digest_is_over_everything_that_readers_see(name: str) -> None:
    edition = make_public().edition
    parts = {
        "content": edition.content,
        "body_html": edition.body_html,
        "search_text": edition.search_text,
    }
    assert content_digest(**parts) == edition.content_sha256
    parts[name] = {"title": "Other"} if name == "content" else "Other."
    assert content_digest(**parts) != edition.content_sha256


# -- What stops being public ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", [EditionKind.RETRACTED, EditionKind.WITHDRAWN])
def test_closing_edition_holds_the_reason_and_nothing_of_the_content(kind: EditionKind) -> None:
    current = make_public()
    edition = take_back(current, kind=kind, reason="It rested on a forgery.")
    assert edition.content == {
        "uuid": str(current.article_uuid),
        "reason": "It rested on a forgery.",
    }
    assert (edition.title, edition.standfirst, edition.body_html) == ("", "", "")
    assert edition.search_text == ""


def test_closing_takes_every_derived_row_away() -> None:
    Topic.objects.create(name="Rare earths", slug="rare-earths")
    current = make_public()
    assert Directive.objects.exists()
    take_back(current, kind=EditionKind.WITHDRAWN)
    assert not CurrentEdition.objects.exists()
    assert not Directive.objects.exists()
    assert briefings_with("metallurgy") == []


# -- What is derived from the current edition -----------------------------------------------------


def test_next_edition_takes_the_place_of_the_one_before() -> None:
    first = make_public()
    second = make_public(kind=EditionKind.UPDATED, directives=[], title="As it is")
    assert second.pk == first.pk
    assert second.edition.number == 2
    assert second.summary["title"] == "As it is"
    assert not Directive.objects.exists()


def test_directives_stand_as_rows_with_issuer_and_order(desk: Desk) -> None:
    make_published(desk)
    row = Directive.objects.get()
    assert (row.text, row.issuer, row.position) == (
        "Publish the figures of every mine",
        desk.herald,
        0,
    )
    assert row.content["uuid"] == str(row.uuid)


def directives() -> dict[str, tuple[int, str, Organisation | None, list[Organisation]]]:
    """The rows of all directives by their place in the page: key, text, issuer, addressees."""
    return {
        row.anchor: (row.pk, row.text, row.issuer, list(row.addressees.order_by("pk")))
        for row in Directive.objects.order_by("position")
    }


def test_directive_that_says_something_else_keeps_its_row() -> None:
    cast = make_cast()
    make_public()
    before = directives()
    first, *others = seed_content()["directives"]
    changed = first | {
        "text": "Halt zirconium",
        "issuer": {"name": "Baogang Group", "slug": "baogang-group"},
        "addressees": [{"name": "Baogang Daily", "slug": "baogang-daily"}],
    }
    make_public(kind=EditionKind.UPDATED, directives=[changed, *others])
    after = directives()
    key, _text, _issuer, _addressees = before.pop(first["id"])
    told = (cast["baogang-group"], [cast["baogang-daily"]])
    assert after.pop(first["id"]) == (key, "Halt zirconium", *told)
    assert after == before
    make_public(kind=EditionKind.UPDATED)
    assert directives()[first["id"]][3] == []


def test_directives_may_change_places_come_and_go() -> None:
    rows = seed_content()["directives"]
    make_public(directives=rows[:4])
    make_public(kind=EditionKind.UPDATED, directives=[rows[4], *reversed(rows[1:4])])
    expected = [rows[place]["id"] for place in (4, 3, 2, 1)]
    assert list(directives()) == expected
    assert [row.content["id"] for row in Directive.objects.order_by("position")] == expected


def test_links_that_an_edition_no_longer_calls_for_are_gone() -> None:
    make_cast()
    current = make_public()
    content = seed_content()
    make_public(kind=EditionKind.UPDATED, topics=content["topics"][1:], directives=[], authors=[])
    assert [topic.slug for topic in current.topics.all()] == ["industrial-policy"]
    assert not current.authors.exists()
    make_public(kind=EditionKind.UPDATED)
    assert {topic.slug for topic in current.topics.all()} == {"rare-earths", "industrial-policy"}


def test_current_edition_names_documents_and_every_owner_on_the_way_up(desk: Desk) -> None:
    make_published(desk)
    current = CurrentEdition.objects.get()
    assert list(current.documents.all()) == [desk.document]
    names = set(current.organisations.values_list("name", flat=True))
    assert names == {"Harbour Herald", "Port Authority"}


def test_summary_leaves_out_the_long_parts(desk: Desk) -> None:
    make_published(desk)
    summary = CurrentEdition.objects.get().summary
    assert "highlights" in summary
    assert not {"sections", "directives", "analysis", "citations"} & set(summary)


# -- Out of reach ---------------------------------------------------------------------------------

CHANGES: dict[str, Any] = OTHER | {
    "sha256": "1" * 64,
    "content": {"title": "Other"},
    "body_html": "Other.",
    "search_text": "Other.",
}
COLUMNS = sorted(CHANGES.keys() - {"pk"})


def refused() -> pytest.RaisesExc[DatabaseError]:
    return pytest.raises(DatabaseError, match="immutable")


@pytest.mark.parametrize("column", COLUMNS)
def test_saving_a_changed_column_is_refused(column: str) -> None:
    edition = make_public().edition
    setattr(edition, column, CHANGES[column])
    with refused(), transaction.atomic():
        edition.save()


@pytest.mark.parametrize("column", COLUMNS)
def test_updating_a_column_through_the_queryset_is_refused(column: str) -> None:
    make_public()
    with refused(), transaction.atomic():
        Edition.objects.update(**{column: CHANGES[column]})


def test_updating_many_at_once_is_refused() -> None:
    editions = [make_public().edition, make_public(slug="another").edition]
    for edition in editions:
        edition.title = "Other"
    with refused(), transaction.atomic():
        Edition.objects.bulk_update(editions, ["title"])


@pytest.mark.parametrize("column", ["title", "content", "sha256", "kind", "issued_by_name"])
def test_raw_sql_on_a_column_is_refused(column: str) -> None:
    make_public()
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE articles_edition SET {column} = {column}")


def test_deleting_is_refused() -> None:
    current = make_public()
    take_back(current, kind=EditionKind.WITHDRAWN)  # or the current row would protect it already
    with refused(), transaction.atomic():
        Edition.objects.get(number=1).delete()
    with refused(), transaction.atomic():
        Edition.objects.all().delete()
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_edition")


def test_putting_another_row_in_its_place_is_refused() -> None:
    edition = make_public().edition
    columns = ", ".join(str(field.column) for field in Edition._meta.concrete_fields)
    replace = {
        "sqlite": f"INSERT OR REPLACE INTO articles_edition ({columns}) "
        f"SELECT {columns} FROM articles_edition",
        "postgresql": f"INSERT INTO articles_edition ({columns}) "
        f"SELECT {columns} FROM articles_edition "
        "ON CONFLICT (id) DO UPDATE SET title = 'Other'",
    }[connection.vendor]
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(replace)
    edition.refresh_from_db()
    assert edition.title != "Other"


def test_emptying_the_table_is_refused() -> None:
    take_back(make_public(), kind=EditionKind.WITHDRAWN)
    empty = {
        "sqlite": "DELETE FROM articles_edition",
        "postgresql": "TRUNCATE articles_edition CASCADE",
    }[connection.vendor]
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # settle what inserts left pending
        cursor.execute(empty)


def test_two_editions_cannot_have_one_number() -> None:
    edition = make_public().edition
    edition.pk, edition.sha256, edition.previous_sha256 = 99, "1" * 64, "2" * 64
    with pytest.raises(DatabaseError), transaction.atomic():
        edition.save(force_insert=True)


def test_two_editions_cannot_follow_the_same_one() -> None:
    edition = make_public().edition
    edition.pk, edition.sha256, edition.number = 99, "1" * 64, 99
    with pytest.raises(DatabaseError), transaction.atomic():
        edition.save(force_insert=True)
