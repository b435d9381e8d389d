"""The index on SQLite: a table of FTS5, which walks the newest matches first by itself."""

from collections.abc import Iterable, Sequence

from django.db.backends.utils import CursorWrapper

from articles.fulltext.marks import day_marks
from articles.fulltext.query import TEXT_COLUMNS, Query, for_sqlite
from articles.fulltext.rows import Found, Prepared

# Of marks, words, title, standfirst, names and body.
WEIGHTS = "0.0, 0.0, 10.0, 4.0, 3.0, 1.0"


def create(table: str) -> list[str]:
    """The statement that makes a table; a colon and a hyphen belong to marks, no text has any."""
    return [
        (
            f'CREATE VIRTUAL TABLE "{table}" USING fts5('
            f"marks, words UNINDEXED, {', '.join(TEXT_COLUMNS)}, "
            "tokenize = \"porter unicode61 remove_diacritics 0 tokenchars ':-_'\")"
        )
    ]


def put(cursor: CursorWrapper, table: str, rows: Sequence[Prepared]) -> None:
    """Store rows in place of what was there."""
    cursor.executemany(
        f'REPLACE INTO "{table}" (rowid, marks, words, {", ".join(TEXT_COLUMNS)}) '
        "VALUES (%s, %s, %s, %s, %s, %s, %s)",
        [(row.id, " ".join(_marks(row)), row.words, *row.texts) for row in rows],
    )


def drop(cursor: CursorWrapper, table: str, ids: Iterable[int]) -> None:
    """Take rows out."""
    cursor.executemany(f'DELETE FROM "{table}" WHERE rowid = %s', [(key,) for key in ids])


def match(
    cursor: CursorWrapper, table: str, query: Query, *, most: int, ranked: int, with_marks: bool
) -> Found:
    """The newest rows that match; of these so many of the newest stand first, the best first."""
    asked, marks = for_sqlite(query), "marks" if with_marks else "NULL AS marks"
    cursor.execute(
        f"""
        WITH newest AS MATERIALIZED (
            SELECT rowid AS id, {marks} FROM "{table}" WHERE "{table}" MATCH %s
            ORDER BY rowid DESC LIMIT %s
        ), best AS MATERIALIZED (
            SELECT rowid AS id, bm25("{table}", {WEIGHTS}) AS distance FROM "{table}"
            WHERE "{table}" MATCH %s ORDER BY rowid DESC LIMIT %s
        )
        SELECT newest.id, newest.marks FROM newest LEFT JOIN best ON best.id = newest.id
        ORDER BY best.distance IS NULL, best.distance, newest.id DESC""",
        [asked, most + 1, asked, ranked if query.wanted else 0],
    )
    rows = cursor.fetchall()
    found = rows[:most]
    return Found(
        keys=[key for key, _marks in found],
        is_more=len(rows) > most,
        marks=" ".join(marks for _key, marks in found).split() if with_marks else [],
    )


def _marks(row: Prepared) -> list[str]:
    return [*row.marks, *(day_marks(row.day) if row.day else ())]
