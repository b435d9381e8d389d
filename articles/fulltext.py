"""Full text of current editions: one module that knows both dialects, and nothing else does.

PostgreSQL keeps a stored, weighted vector under a GIN index; SQLite an FTS5 table. Both fold
accents and stem English words; SQLite stems every other language as if it were English, too.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

TABLE = "articles_fulltext"
MOST_RANKED = 500
LONGEST_QUERY = 200

_CREATE = {
    "postgresql": [
        f'CREATE TABLE "{TABLE}" (current_id bigint PRIMARY KEY, vector tsvector NOT NULL)',
        f'CREATE INDEX "{TABLE}_vector" ON "{TABLE}" USING gin (vector) WITH (fastupdate = off)',
    ],
    "sqlite": [
        (
            f'CREATE VIRTUAL TABLE "{TABLE}" USING fts5(title, standfirst, body, '
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        ),
    ],
}
_PUT = {
    "postgresql": f"""
        INSERT INTO "{TABLE}" (current_id, vector) VALUES (%s,
            setweight(to_tsvector('english', %s), 'A') ||
            setweight(to_tsvector('english', %s), 'B') ||
            setweight(to_tsvector('english', %s), 'D'))
        ON CONFLICT (current_id) DO UPDATE SET vector = EXCLUDED.vector""",
    "sqlite": f'INSERT INTO "{TABLE}" (rowid, title, standfirst, body) VALUES (%s, %s, %s, %s)',
}
_DROP = {
    "postgresql": f'DELETE FROM "{TABLE}" WHERE current_id = %s',
    "sqlite": f'DELETE FROM "{TABLE}" WHERE rowid = %s',
}
# The newest matches are found first and only they are ranked: a common word costs no more than a
# rare one.
_MATCH = {
    "postgresql": f"""
        SELECT current_id FROM (
            SELECT current_id, vector FROM "{TABLE}"
            WHERE vector @@ websearch_to_tsquery('english', %s)
            ORDER BY current_id DESC LIMIT {MOST_RANKED}
        ) AS newest
        ORDER BY ts_rank_cd(vector, websearch_to_tsquery('english', %s)) DESC, current_id DESC""",
    "sqlite": f"""
        SELECT rowid FROM (
            SELECT rowid, bm25("{TABLE}", 10.0, 4.0, 1.0) AS distance FROM "{TABLE}"
            WHERE "{TABLE}" MATCH %s ORDER BY rowid DESC LIMIT {MOST_RANKED}
        ) ORDER BY distance, rowid DESC""",
}


class UnsearchableError(ValueError):
    """A query that no engine can answer; the message says what to type instead."""


@dataclass(frozen=True)
class Query:
    """A query that was read: words and phrases to find, and those to leave out."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()

    def for_postgresql(self) -> str:
        """As `websearch_to_tsquery` reads it."""
        return " ".join([*map(_quoted, self.wanted), *(f"-{_quoted(t)}" for t in self.unwanted)])

    def for_sqlite(self) -> str:
        """As FTS5 reads it; every term is quoted, so no operator can be smuggled in."""
        wanted = " AND ".join(map(_quoted, self.wanted))
        return " NOT ".join([f"({wanted})", *map(_quoted, self.unwanted)])


def read_query(text: str) -> Query:
    """Words, "phrases" and -exclusions. Raises UnsearchableError where there is nothing to find."""
    if "\x00" in text:
        raise UnsearchableError("The query contains a NUL character. Remove it and search again.")
    if len(text) > LONGEST_QUERY:
        raise UnsearchableError(
            f"The query is longer than {LONGEST_QUERY} characters. Use fewer words."
        )
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in re.findall(r'(?<!\S)(-?)(?:"([^"]*)"?|(\S+))', text):
        term = " ".join(re.findall(r"\w+", fold(phrase or word)))
        if term:
            (unwanted if minus else wanted).append(term)
    if not wanted:
        raise UnsearchableError("The query contains no word to look for. Type at least one.")
    return Query(tuple(wanted), tuple(unwanted))


def fold(text: str) -> str:
    """Text without accents, so that a name is found however it is typed."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def put(*, current_id: int, title: str, standfirst: str, body: str) -> None:
    """Make a current edition findable by its words, in place of what was there."""
    connection = _connection()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_DROP["sqlite"], [current_id])
        words = [fold(title), fold(standfirst), fold(body)[:400_000]]
        cursor.execute(_PUT[connection.vendor], [current_id, *words])


def drop(*, current_id: int) -> None:
    """Make an article unfindable."""
    connection = _connection()
    with connection.cursor() as cursor:
        cursor.execute(_DROP[connection.vendor], [current_id])


def match(query: Query) -> list[int]:
    """Primary keys of current editions, best first; at most MOST_RANKED, the newest of them."""
    connection = _connection()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_MATCH["postgresql"], [query.for_postgresql()] * 2)
        else:
            cursor.execute(_MATCH["sqlite"], [query.for_sqlite()])
        return [row[0] for row in cursor.fetchall()]


class CreateFullTextIndex(Operation):
    """The migration operation that makes the table of the engine at hand."""

    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The table is no model."""

    def database_forwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Create table and index."""
        for statement in _CREATE[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    def database_backwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Drop them."""
        schema_editor.execute(f'DROP TABLE "{TABLE}"')

    def describe(self) -> str:
        """For the output of `migrate`."""
        return "Create the full-text index of current editions"


def _connection() -> BaseDatabaseWrapper:
    return connections[DEFAULT_DB_ALIAS]


def _quoted(term: str) -> str:
    return f'"{term}"'
