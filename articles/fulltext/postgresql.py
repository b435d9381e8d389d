"""The index on PostgreSQL: weighted vectors under GIN, and one function that bounds every search.

Left to itself the planner walks all vectors where two words are common and never stand together.
The function never reads a table from end to end. Every row bears the mark of its block: a thousand
neighbouring keys. So the index itself can be asked for the matches in the newest blocks, then in
ever more of them, until there are enough.
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
BLOCK = 1_000  # keys
EVERY_ROW = mark("block", "")
MANY = 5_000  # rows of a period: where it has more, the newest so many say which blocks come first

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
_BLOCKS = f"SELECT array(SELECT generate_series(max(id) / {BLOCK}, 0, -1) FROM %s)"
_BLOCKS_OF_PERIOD = f"""
    SELECT array(
        SELECT DISTINCT id / {BLOCK} FROM (
            SELECT id FROM %1$s WHERE day BETWEEN $1 AND $2 ORDER BY day DESC, id DESC LIMIT {MANY}
        ) AS newest ORDER BY 1 DESC
    ), {MANY} > (SELECT count(*) FROM (
        SELECT FROM %1$s WHERE day BETWEEN $1 AND $2 LIMIT {MANY}
    ) AS newest)"""
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
    blocks bigint[];
    is_all boolean := true;
    width integer;
    newest tsquery;
    best bigint[];
BEGIN
    IF since IS NULL THEN
        EXECUTE format('{_BLOCKS}', shelf) INTO blocks;
    ELSE
        EXECUTE format('{_BLOCKS_OF_PERIOD}', shelf) INTO blocks, is_all USING since, until;
    END IF;
    FOREACH width IN ARRAY ARRAY[3, 12, 48, NULL] LOOP
        newest := (
            SELECT string_agg(format('''block:%s''', block), ' | ')::tsquery
            FROM unnest(blocks[:width]) AS block
        );
        EXECUTE format('{_MATCHES}', shelf) INTO keys
            USING CASE WHEN width IS NULL THEN asked ELSE asked && newest END,
                since, until, most + 1;
        EXIT WHEN cardinality(keys) > most OR (is_all AND width >= cardinality(blocks));
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
    blocks = [EVERY_ROW, mark("block", row.id // BLOCK)]
    return (row.id, row.day, " ".join(marks), row.words, *row.texts, [*marks, *blocks])


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
