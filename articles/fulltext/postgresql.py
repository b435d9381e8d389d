"""The index on PostgreSQL: weighted vectors under GIN, and one function that bounds every search.

Left to itself the planner walks all vectors where two words are common and never stand together.
The function never reads a table from end to end. Every row is marked with the thousand and the five
thousand keys that it lies among. So the index itself can be asked for the matches among the newest
thousands, then among the newest five thousands, and for all where these are too few.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.utils import CursorWrapper

from articles.fulltext.marks import mark, year_mark
from articles.fulltext.query import (
    Query,
    filter_for_postgresql,
    marks_for_postgresql,
    words_for_postgresql,
)
from articles.fulltext.rows import Found, Prepared

FUNCTION = "articles_fulltext_match"
WEIGHTS = "{0.1, 0.3, 0.4, 1.0}"  # of body, names, standfirst, title
SPAN, WIDE_SPAN = 1_000, 5_000  # keys
SPANS = 3  # that are looked through at once
EVERY_ROW = mark("row", "")
MANY = 5_000  # rows of a period: where it has more, the newest so many say which spans come first

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
_STARTS = f"SELECT array(SELECT generate_series((max(id) - 1) / {SPAN}, 0, -1) FROM %s), true"
_STARTS_OF_PERIOD = f"""
    SELECT array_agg(DISTINCT (id - 1) / {SPAN}), count(*) < {MANY} FROM (
        SELECT id FROM %s WHERE day BETWEEN $1 AND $2 ORDER BY day DESC, id DESC LIMIT {MANY}
    ) AS newest"""
# Of the index of vectors alone: neither the order nor the days may lead the planner to another one.
_MATCHES = """
    SELECT array(
        SELECT id FROM %s WHERE vector @@ $1 AND ($2 IS NULL OR day + 0 BETWEEN $2 AND $3)
        ORDER BY id + 0 DESC LIMIT $4
    )"""
_BEST = f"""
    SELECT array(
        SELECT id FROM %s WHERE id = ANY($1)
        ORDER BY ts_rank_cd(''{WEIGHTS}'', vector, $2) DESC, id DESC
    )"""
_MARKS = "SELECT string_agg(marks, '' '') FROM %s WHERE id = ANY($1)"
CREATE_FUNCTION = f"""
CREATE FUNCTION {FUNCTION}(
    shelf regclass, asked tsquery, since date, until date, words tsquery, most integer,
    ranked integer, with_marks boolean, OUT keys bigint[], OUT is_more boolean, OUT marks text
) LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
DECLARE
    starts bigint[];
    is_all boolean;
    span integer;
    spans bigint[];
    narrowed tsquery;
    best bigint[];
BEGIN
    IF since IS NULL THEN
        EXECUTE format('{_STARTS}', shelf) INTO starts, is_all;
    ELSE
        EXECUTE format('{_STARTS_OF_PERIOD}', shelf) INTO starts, is_all USING since, until;
    END IF;
    keys := array[]::bigint[];
    FOREACH span IN ARRAY ARRAY[{SPAN}, {WIDE_SPAN}, NULL] LOOP
        spans := array(
            SELECT DISTINCT start * {SPAN} / span FROM unnest(starts) AS start ORDER BY 1 DESC
        );
        EXIT WHEN cardinality(spans) = 0;
        narrowed := (
            SELECT string_agg(format('''%s:%s''', span, place), ' | ')::tsquery
            FROM unnest(spans[:{SPANS}]) AS place
        );
        EXECUTE format('{_MATCHES}', shelf) INTO keys
            USING CASE WHEN span IS NULL THEN asked ELSE asked && narrowed END,
                since, until, most + 1;
        EXIT WHEN cardinality(keys) > most OR (is_all AND cardinality(spans) <= {SPANS});
    END LOOP;
    is_more := cardinality(keys) > most;
    keys := keys[:most];
    IF with_marks THEN
        EXECUTE format('{_MARKS}', shelf) INTO marks USING keys;
    END IF;
    IF ranked > 0 THEN
        EXECUTE format('{_BEST}', shelf) INTO best USING keys[:ranked], words;
        keys := best || keys[ranked + 1:];
    END IF;
END $$
"""


def create(table: str) -> list[str]:
    """The statements that make a table; vectors lie apart, so that its rows are short."""
    return [
        (
            f'CREATE TABLE "{table}" (id bigint PRIMARY KEY, day date, marks text NOT NULL, '
            "words text NOT NULL, vector tsvector NOT NULL) WITH (toast_tuple_target = 128)"
        ),
        f'ALTER TABLE "{table}" ALTER vector SET STORAGE EXTERNAL',
        f'CREATE INDEX "{table}_vector" ON "{table}" USING gin (vector) WITH (fastupdate = off)',
        f'CREATE INDEX "{table}_day" ON "{table}" (day, id)',
    ]


def put(cursor: CursorWrapper, table: str, rows: Iterable[Prepared]) -> None:
    """Store rows in place of what was there."""
    cursor.executemany(
        f"""
        INSERT INTO "{table}" (id, day, marks, words, vector) VALUES (%s, %s, %s, %s,
            setweight(to_tsvector('english', %s), 'A') ||
            setweight(to_tsvector('english', %s), 'B') ||
            setweight(to_tsvector('english', %s), 'C') ||
            setweight(to_tsvector('english', %s), 'D') ||
            array_to_tsvector(%s::text[]))
        ON CONFLICT (id) DO UPDATE
        SET day = EXCLUDED.day, marks = EXCLUDED.marks, words = EXCLUDED.words,
            vector = EXCLUDED.vector""",
        [_values(row) for row in rows],
    )


def _values(row: Prepared) -> tuple[Any, ...]:
    marks = [*row.marks, *([year_mark(row.day)] if row.day else ())]
    spans = [mark(str(span), (row.id - 1) // span) for span in (SPAN, WIDE_SPAN)]
    lexemes = [*marks, *spans, EVERY_ROW]
    return (row.id, row.day, " ".join(marks), row.words, *row.texts, lexemes)


def drop(cursor: CursorWrapper, table: str, ids: Sequence[int]) -> None:
    """Take rows out."""
    cursor.execute(f'DELETE FROM "{table}" WHERE id = ANY(%s)', [list(ids)])


def match(
    cursor: CursorWrapper, table: str, query: Query, *, most: int, ranked: int, with_marks: bool
) -> Found:
    """The newest rows that match; of these so many of the newest stand first, the best first."""
    words = words_for_postgresql(query)
    parts = [
        ("to_tsquery('english', %s)", words),
        ("to_tsquery('english', %s)", filter_for_postgresql(query)),
        ("%s::tsquery", marks_for_postgresql(query)),
        ("%s::tsquery", "" if query.wanted or query.marks else f"'{EVERY_ROW}'"),
    ]
    said = [(read, text) for read, text in parts if text]
    asked = " && ".join(read for read, _text in said)
    ranking = parts[0][0] if words else "%s::tsquery"
    since, until = query.days or (None, None)
    cursor.execute(
        f"""
        SELECT keys, is_more, marks
        FROM {FUNCTION}(%s::regclass, {asked}, %s, %s, {ranking}, %s, %s, %s)""",
        [
            f'"{table}"',
            *(text for _read, text in said),
            *(since, until, words, most),
            *(ranked if words else 0, with_marks),
        ],
    )
    keys, is_more, marks = cursor.fetchone()
    return Found(keys, is_more, (marks or "").split())
