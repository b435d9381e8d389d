"""The index on PostgreSQL: weighted vectors under GIN, and one function that bounds every search.

Left to itself the planner walks all vectors where two words are common and never stand together.
The function never reads a table from end to end: rare words come from the index of vectors, common
ones from the newest rows.
"""

from collections.abc import Iterable, Sequence

from django.db.backends.utils import CursorWrapper

from articles.fulltext.query import (
    Query,
    filter_for_postgresql,
    marks_for_postgresql,
    words_for_postgresql,
)
from articles.fulltext.rows import Found, Prepared

FUNCTION = "articles_fulltext_match"
WEIGHTS = "{0.1, 0.3, 0.4, 1.0}"  # of body, names, standfirst, title
MANY = 5_000  # matches beyond which the newest rows are looked through instead
WINDOW = 5_000  # how many of them

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
# The parts of the function, by which tests can have them explained. What is materialised is planned
# as if all of it were wanted, so that a limit never makes the planner hope to find enough soon.
_SOME = f"""
    WITH found AS MATERIALIZED (SELECT id FROM %s WHERE vector @@ $1)
    SELECT array(SELECT id FROM found LIMIT {MANY + 1})"""
_NEWEST = """
    SELECT array(SELECT id FROM %s WHERE id > $3 AND vector @@ $1 ORDER BY id DESC LIMIT $2)"""
_ALL = "SELECT array(SELECT id FROM %s WHERE vector @@ $1 ORDER BY id + 0 DESC LIMIT $2)"
_RANKED = f"""
    SELECT id, marks FROM unnest($1) WITH ORDINALITY AS newest (key, place) JOIN %s ON id = key
    ORDER BY CASE WHEN place <= $2 THEN ts_rank_cd(''{WEIGHTS}'', vector, $3) END
    DESC NULLS LAST, id DESC"""
CREATE_FUNCTION = f"""
CREATE FUNCTION {FUNCTION}(
    shelf regclass, asked tsquery, words tsquery, most integer, ranked integer
) RETURNS TABLE (id bigint, marks text) LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
DECLARE
    keys bigint[];
    newest bigint;
BEGIN
    EXECUTE format('{_SOME}', shelf) INTO keys USING asked;
    IF cardinality(keys) > {MANY} THEN
        EXECUTE format('SELECT max(id) FROM %s', shelf) INTO newest;
        EXECUTE format('{_NEWEST}', shelf) INTO keys USING asked, most, newest - {WINDOW};
        IF cardinality(keys) < most THEN
            EXECUTE format('{_ALL}', shelf) INTO keys USING asked, most;
        END IF;
    ELSE
        keys := array(SELECT key FROM unnest(keys) AS key ORDER BY key DESC LIMIT most);
    END IF;
    RETURN QUERY EXECUTE format('{_RANKED}', shelf) USING keys, ranked, words;
END $$
"""


def create(table: str) -> list[str]:
    """The statements that make a table; vectors lie apart, so that its rows are short."""
    return [
        (
            f'CREATE TABLE "{table}" (id bigint PRIMARY KEY, marks text NOT NULL, '
            "words text NOT NULL, vector tsvector NOT NULL) WITH (toast_tuple_target = 128)"
        ),
        f'ALTER TABLE "{table}" ALTER vector SET STORAGE EXTERNAL',
        f'CREATE INDEX "{table}_vector" ON "{table}" USING gin (vector) WITH (fastupdate = off)',
    ]


def put(cursor: CursorWrapper, table: str, rows: Iterable[Prepared]) -> None:
    """Store rows in place of what was there."""
    cursor.executemany(
        f"""
        INSERT INTO "{table}" (id, marks, words, vector) VALUES (%s, %s, %s,
            setweight(to_tsvector('english', %s), 'A') ||
            setweight(to_tsvector('english', %s), 'B') ||
            setweight(to_tsvector('english', %s), 'C') ||
            setweight(to_tsvector('english', %s), 'D') ||
            array_to_tsvector(%s::text[]))
        ON CONFLICT (id) DO UPDATE
        SET marks = EXCLUDED.marks, words = EXCLUDED.words, vector = EXCLUDED.vector""",
        [
            (row.id, " ".join(row.marks), row.words, *row.texts, list(dict.fromkeys(row.marks)))
            for row in rows
        ],
    )


def drop(cursor: CursorWrapper, table: str, ids: Sequence[int]) -> None:
    """Take rows out."""
    cursor.execute(f'DELETE FROM "{table}" WHERE id = ANY(%s)', [list(ids)])


def match(
    cursor: CursorWrapper, table: str, query: Query, *, most: int, ranked: int
) -> list[Found]:
    """The newest rows that match; of these so many of the newest stand first, the best first."""
    words = words_for_postgresql(query)
    parts = [
        ("to_tsquery('english', %s)", words),
        ("to_tsquery('english', %s)", filter_for_postgresql(query)),
        ("%s::tsquery", marks_for_postgresql(query)),
    ]
    said = [(read, text) for read, text in parts if text]
    asked = " && ".join(read for read, _text in said)
    ranking = parts[0][0] if words else "%s::tsquery"
    cursor.execute(
        f"SELECT id, marks FROM {FUNCTION}(%s::regclass, {asked}, {ranking}, %s, %s)",
        [f'"{table}"', *(text for _read, text in said), words, most, ranked],
    )
    return list(map(Found._make, cursor.fetchall()))
