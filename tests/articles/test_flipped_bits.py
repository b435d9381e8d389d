"""One bit of the stored record is another: in the file of SQLite, in the columns of PostgreSQL."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from articles.actions.recording import Issue, issue
from articles.compile import Compiled
from articles.enums import EditionKind
from articles.models.editions import Edition
from articles.queries.verification import verify
from sources.immutability import maintenance
from tests.articles.public import NOW, make_public, take_back

COLUMNS = tuple(str(field.column) for field in Edition._meta.concrete_fields)
FULL = 2  # the edition with every column filled: each of its bytes is tried, but of long values
SAMPLES = 15
CASE = 0x20  # the bit between small letters and capitals
Stored: TypeAlias = list[tuple[Any, ...]]

pytestmark = pytest.mark.django_db(transaction=True)


def make_record() -> None:
    """Three editions of two articles: a plain one, one with every column filled, a retraction."""
    parts: dict[str, Any] = {"sections": [], "sources": [], "citations": []}
    edition = make_public(slug="first", **parts).edition
    issue(
        Issue(
            article_uuid=edition.article_uuid,
            page_id=300,
            kind=EditionKind.CORRECTED,
            reason="A figure was wrong.",
            address=edition.address,
            now=NOW.replace(microsecond=123456),
            revision_id=70_000,
            user=User(pk=70_000, username="edith"),
        ),
        Compiled(edition.content, edition.body_html, search_text=" ".join(map(str, range(100)))),
    )
    take_back(
        make_public(slug="second", **parts), kind=EditionKind.RETRACTED, reason="It was forged."
    )


def test_every_flipped_bit_that_changes_a_stored_value_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_record()
    if connection.vendor == "sqlite":
        path = _copy(tmp_path / "copy.sqlite3")
        monkeypatch.setitem(connection.settings_dict, "NAME", str(path))
        flips = _flips_in_the_file(path)
    else:
        flips = _flips_in_the_columns()
    tried, unseen = set(), []
    for column, place in flips:
        tried.add(column)
        if not verify().faults:
            unseen.append((column, place))
    assert unseen == []
    assert tried >= {*COLUMNS}


def test_a_database_that_cannot_be_read_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_record()
    gone = _copy(tmp_path / "copy.sqlite3") if connection.vendor == "sqlite" else "gone"
    if isinstance(gone, Path):
        _write(gone, 3, 0)  # of the sixteen bytes that every database begins with
    monkeypatch.setitem(connection.settings_dict, "NAME", str(gone))
    connection.close()
    errors = StringIO()
    with pytest.raises(CommandError, match="1 fault is named above"):
        call_command("verify_editions", stderr=errors)
    assert errors.getvalue().startswith("unreadable: the database cannot be read on from edition 0")


# -- SQLite: bytes of the file --------------------------------------------------------------------


def _copy(path: Path) -> Path:
    """A copy of the database, closed and in one file."""
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as original,
        closing(sqlite3.connect(path)) as copy,
    ):
        original.backup(copy)
    connection.close()
    return path


def _flips_in_the_file(path: Path) -> Iterator[tuple[str, str]]:
    """Flip one bit after the other; those that change nothing stored are passed over."""
    whole, stored = path.read_bytes(), _read(path)
    for place in sorted(_places(whole, stored)):
        bit = 1 << place % 8
        _write(path, place, whole[place] ^ bit)
        if column := _changed(stored, path):
            yield column, f"byte {place}, bit {bit}"
        connection.close()
        _write(path, place, whole[place])


def _places(whole: bytes, stored: Stored) -> set[int]:
    """Where in the file editions stand: the head of each row, its columns, samples of long ones."""
    places: set[int] = set()
    for key, row in enumerate(stored, start=1):
        uuid, kind = (row[COLUMNS.index(name)][1] for name in ("article_uuid", "kind"))
        found = re.search(re.escape(uuid) + rb".?" + re.escape(kind), whole)
        assert found
        step = 1 if key == FULL else 11
        places |= set(range(found.start() - 45, found.start() + 320, step))
        if key == FULL:
            places |= {place for _, value in row for place in _samples(value or b"", whole)}
    return places


def _samples(value: bytes, whole: bytes) -> Iterator[int]:
    """Places within a value that stands too far from the head of its row."""
    if len(value) > 60:
        for start in range(0, len(value) - 12, len(value) // SAMPLES):
            piece = re.escape(value[start : start + 12])
            yield from (found.start() for found in re.finditer(piece, whole))


def _read(path: Path) -> Stored:
    """Type and bytes of every column, past Django and its converters."""
    pairs = ", ".join(f"typeof({column}), CAST({column} AS BLOB)" for column in COLUMNS)
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(f"SELECT {pairs} FROM articles_edition ORDER BY id").fetchall()
    return [tuple(zip(row[::2], row[1::2], strict=True)) for row in rows]


def _changed(stored: Stored, path: Path) -> str:
    """The first column that has another value; empty where none has."""
    try:
        found = _read(path)
    except sqlite3.DatabaseError:
        return "the file"
    if len(found) != len(stored):
        return "the rows"
    for before, after in zip(stored, found, strict=True):
        for column, old, new in zip(COLUMNS, before, after, strict=True):
            if old != new and not (column == "content" and _same_json(old, new)):
                return column
    return ""


def _same_json(old: tuple[str, bytes], new: tuple[str, bytes]) -> bool:
    """Whether only the spelling is another, as in \\u00e9 and \\u00E9."""
    try:
        return old[0] == new[0] and bool(json.loads(old[1]) == json.loads(new[1]))
    except ValueError:
        return False


def _write(path: Path, place: int, byte: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(bytes([byte]))


# -- PostgreSQL: characters of the columns --------------------------------------------------------


def _flips_in_the_columns() -> Iterator[tuple[str, str]]:
    """Flip one bit after the other; what no column of that type can hold is passed over."""
    for key in Edition.objects.values_list("pk", flat=True):
        for column, length in _lengths(key).items():
            for place in range(1, length + 1, max(1, length // SAMPLES)):
                for bit in (1, CASE):
                    with maintenance(), transaction.atomic():
                        if _flip(key, column, place, bit):
                            yield column, f"edition {key}, character {place}"
                        transaction.set_rollback(True)


def _lengths(key: int) -> dict[str, int]:
    return {column: len(text) for column, text in _texts(key).items() if text}


def _texts(key: int) -> dict[str, str]:
    with connection.cursor() as cursor:
        texts = ", ".join(f"{column}::text" for column in COLUMNS)
        cursor.execute(f"SELECT {texts} FROM articles_edition WHERE id = %s", [key])
        return dict(zip(COLUMNS, cursor.fetchone() or (), strict=False))


def _flip(key: int, column: str, place: int, bit: int) -> bool:
    """Whether the column took the value with that bit flipped, and it is another one."""
    before = _texts(key)
    kind = Edition._meta.get_field(column).db_type(connection)
    flipped = "overlay({0}::text PLACING chr(ascii(substr({0}::text, %s)) # %s) FROM %s FOR 1)"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE articles_edition SET {column} = {flipped.format(column)}::{kind} "
                "WHERE id = %s",
                [place, bit, place, key],
            )
    except DatabaseError:
        return False
    return _texts(key) != before
