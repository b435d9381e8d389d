"""Evidence cannot be altered: not by the ORM, not by raw SQL, on either database."""

import datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from sources import immutability
from sources.models import SourceDocument
from sources.models.documents import FROZEN
from tests.sources.builders import make_organisation, make_source_document

pytestmark = pytest.mark.django_db

CHANGES = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "raw": "evidence/other",
    "sha256": "0" * 64,
    "text": "Something else.",
    "media_type": "text/html",
    "captured_at": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
    "captured_way": "api",
}


def refused() -> pytest.RaisesExc[DatabaseError]:
    return pytest.raises(DatabaseError, match="immutable")


def test_every_frozen_column_is_tried_here() -> None:
    assert set(CHANGES) == set(FROZEN)


@pytest.mark.parametrize("column", FROZEN)
def test_saving_a_changed_column_is_refused(column: str) -> None:
    document = make_source_document()
    setattr(document, column, CHANGES[column])
    with refused(), transaction.atomic():
        document.save()


@pytest.mark.parametrize("column", FROZEN)
def test_updating_a_column_through_the_queryset_is_refused(column: str) -> None:
    document = make_source_document()
    with refused(), transaction.atomic():
        SourceDocument.objects.filter(pk=document.pk).update(**{column: CHANGES[column]})


def test_updating_many_at_once_is_refused() -> None:
    documents = [make_source_document(), make_source_document(raw=b"Another item.")]
    for document in documents:
        document.text = "Something else."
    with refused(), transaction.atomic():
        SourceDocument.objects.bulk_update(documents, ["text"])


@pytest.mark.parametrize("column", FROZEN)
def test_raw_sql_on_a_frozen_column_is_refused(column: str) -> None:
    document = make_source_document()
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE sources_sourcedocument SET {column} = %s WHERE id = %s",
            [str(CHANGES[column]), document.pk],
        )


def test_deleting_a_document_is_refused() -> None:
    document = make_source_document()
    with refused(), transaction.atomic():
        document.delete()
    with refused(), transaction.atomic():
        SourceDocument.objects.all().delete()
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM sources_sourcedocument")


def replace_a_row() -> None:
    """SQLite's way around a trigger on DELETE: INSERT OR REPLACE."""
    fields = SourceDocument._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields if field.column != "id")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT OR REPLACE INTO sources_sourcedocument ({columns}) "
            f"SELECT {columns} FROM sources_sourcedocument"
        )


def truncate_the_table() -> None:
    """PostgreSQL's way around a trigger for each row."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # settle what the insert left pending
        cursor.execute("TRUNCATE sources_sourcedocument CASCADE")


def test_the_way_around_triggers_that_a_database_has_is_refused() -> None:
    make_source_document()
    ways = {"sqlite": replace_a_row, "postgresql": truncate_the_table}
    with refused(), transaction.atomic():
        ways[connection.vendor]()


def test_what_editors_judge_may_still_change() -> None:
    document = make_source_document()
    document.title = "Harbour board meets on Friday"
    document.publisher = make_organisation()
    document.credibility = "3"
    document.save()
    assert SourceDocument.objects.get().title == "Harbour board meets on Friday"


def test_append_only_rows_refuse_every_change() -> None:
    rule = immutability.append_only("diary")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE diary (id integer PRIMARY KEY, line text)")
        keys = immutability.unique_keys(connection, "diary")
        for statement in rule.forwards(connection.vendor, keys):
            cursor.execute(statement)
        cursor.execute("INSERT INTO diary VALUES (1, 'first')")
        for change in ("UPDATE diary SET line = 'other'", "DELETE FROM diary"):
            with refused(), transaction.atomic():
                cursor.execute(change)
        for statement in rule.backwards(connection.vendor):
            cursor.execute(statement)
        cursor.execute("UPDATE diary SET line = 'other'")


def test_maintenance_lets_writes_through_and_then_no_longer() -> None:
    document = make_source_document()
    with immutability.maintenance():
        SourceDocument.objects.filter(pk=document.pk).update(text="Erased.")
    with refused(), transaction.atomic():
        SourceDocument.objects.filter(pk=document.pk).update(text="Once more.")


@pytest.mark.django_db(transaction=True)
def test_maintenance_lets_the_tables_be_emptied() -> None:
    make_source_document()
    with immutability.maintenance():
        call_command("flush", interactive=False, inhibit_post_migrate=True)
    assert not SourceDocument.objects.exists()
