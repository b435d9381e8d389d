"""The shelves: what can be searched, each an index of its own. What is not public is on none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.fulltext import postgresql, spelling, sqlite
from articles.fulltext.query import Query
from articles.fulltext.rows import Found, Prepared, Row

ENGINES = {"postgresql": postgresql, "sqlite": sqlite}
MOST_COUNTED = 1000
MOST_RANKED = 500


@dataclass(frozen=True)
class Shelf:
    """One index; keys are primary keys of what it is of. `is_spelt`: its words are suggested."""

    table: str
    is_spelt: bool = False

    def put(self, rows: Iterable[Row]) -> None:
        """Make rows findable, in place of what was there under their keys."""
        prepared = [Prepared.of(row, is_spelt=self.is_spelt) for row in rows]
        if not prepared:
            return
        connection = _connection()
        with connection.cursor() as cursor:
            if self.is_spelt:
                before = self._words([row.id for row in prepared])
                spelling.renew(cursor, before=before, after=[row.words for row in prepared])
            ENGINES[connection.vendor].put(cursor, self.table, prepared)

    def drop(self, ids: Sequence[int]) -> None:
        """Make rows unfindable."""
        if not ids:
            return
        connection = _connection()
        with connection.cursor() as cursor:
            if self.is_spelt:
                spelling.renew(cursor, before=self._words(ids), after=[])
            ENGINES[connection.vendor].drop(cursor, self.table, ids)

    def match(
        self,
        query: Query,
        *,
        most: int = MOST_COUNTED,
        ranked: int = MOST_RANKED,
        with_marks: bool = False,
    ) -> Found:
        """The newest rows that match; of these so many of the newest stand first, the best first.

        One query, or none where nothing can match.
        """
        if query.is_impossible:
            return Found()
        connection = _connection()
        with connection.cursor() as cursor:
            engine = ENGINES[connection.vendor]
            return engine.match(
                cursor, self.table, query, most=most, ranked=ranked, with_marks=with_marks
            )

    def _words(self, ids: Sequence[int]) -> list[str]:
        connection = _connection()
        key = "rowid" if connection.vendor == "sqlite" else "id"
        places = ", ".join(["%s"] * len(ids))
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT words FROM "{self.table}" WHERE {key} IN ({places})', list(ids))
            return [row[0] for row in cursor.fetchall()]


BRIEFINGS = Shelf("articles_fulltext", is_spelt=True)
DIRECTIVES = Shelf("articles_fulltext_directive")
ORGANISATIONS = Shelf("articles_fulltext_organisation")
DOCUMENTS = Shelf("articles_fulltext_document")
SHELVES = (BRIEFINGS, DIRECTIVES, ORGANISATIONS, DOCUMENTS)


def nearest_words(words: Sequence[str]) -> dict[str, str]:
    """For each word that no current edition has, the one most like it that some have."""
    connection = _connection()
    with connection.cursor() as cursor:
        return spelling.nearest(cursor, connection.vendor, words)


def _connection() -> BaseDatabaseWrapper:
    return connections[DEFAULT_DB_ALIAS]
