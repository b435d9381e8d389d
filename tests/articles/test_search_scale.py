"""Search over many editions: no statement reads a growing table from end to end.

`make search-scale` asks the same of 100,000 editions, and prints how long each search takes.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.test import Client, RequestFactory
from pytest_django.plugin import DjangoDbBlocker

from articles.fulltext.shelves import SHELVES
from articles.fulltext.spelling import TABLE as WORDS
from articles.models.editions import CurrentEdition, Directive, Edition
from tests.articles.large import MISSPELT, make_large_newsroom

ROWS = int(os.environ.get("SEARCH_ROWS", "1500"))
IS_MEASURED = "SEARCH_ROWS" in os.environ
ASKED = {
    "the worst word": "q=industry",
    "its last page": "q=industry&page=50",
    "two words": "q=industry+even",
    "two that never meet": "q=even+odd",
    "a phrase": "q=%22industry+even%22",
    "a phrase that is nowhere": "q=%22even+industry%22",
    "an exclusion": "q=industry+-even",
    "a rare word": f"q={MISSPELT[0]}",
    "no hit": "q=zirconium",
    "no hit beside the worst": "q=industry+zirconium",
    "stop words": "q=the+of",
    "a misspelt word": f"q=industry+{MISSPELT[1]}",
    "word and topic": "q=industry+topic:topic-3",
    "word and organisation": "q=industry+org:company-0",
    "word and days": "q=industry+after:2015-02-03+before:2019-11",
    "days before the first": "q=industry+before:2014",
    "days alone": "q=after:2015-02-03+before:2019-11",
    "days and an exclusion": "q=after:2015-02-03+before:2019-11+-industry",
    "fields alone": "q=topic:topic-3+year:2015",
    "directives": "q=industry&in=directives",
}
HANDLER = BaseHandler()
GROWING = {
    *(shelf.table for shelf in SHELVES[:2]),
    *([] if IS_MEASURED else [WORDS]),  # it grows with the language, not with the editions
    *(model._meta.db_table for model in (Edition, CurrentEdition, Directive)),
    CurrentEdition.topics.through._meta.db_table,
    CurrentEdition.organisations.through._meta.db_table,
}


@pytest.fixture(scope="module")
def large(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    with django_db_blocker.unblock(), transaction.atomic():
        make_large_newsroom(ROWS)
        yield Client()
        transaction.set_rollback(True)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_no_statement_reads_a_growing_table_from_end_to_end(large: Client, asked: str) -> None:
    plans = _plans_on_postgresql if connection.vendor == "postgresql" else _plans_on_sqlite
    lines = plans(partial(large.get, f"/search/?{asked}"))
    assert lines or "the+of" in asked
    assert [line for line in lines if _is_whole(line)] == []


if IS_MEASURED:

    def test_how_long_each_search_takes_from_end_to_end(
        large: Client, capsys: pytest.CaptureFixture[str]
    ) -> None:
        HANDLER.load_middleware()
        with capsys.disabled():
            sys.stdout.write(f"\n{ROWS:,} editions: milliseconds of processor\n")
            for name, asked in {"the form alone": "", **ASKED}.items():
                spent = _spent(partial(_answer, f"/search/?{asked}"))
                sys.stdout.write(f"{name:28}{spent:8.1f}\n")


def _answer(address: str) -> None:
    """As a server answers: the test client would copy the context of every template."""
    HANDLER.get_response(RequestFactory().get(address))


def _spent(deed: Callable[[], Any], times: int = 15) -> float:
    """Milliseconds of this process and the database's: others on the machine add none."""
    deed()
    begun = time.process_time() * 1000 + _spent_by_database()
    for _ in range(times):
        deed()
    return (time.process_time() * 1000 + _spent_by_database() - begun) / times


def _spent_by_database() -> float:
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6


def _is_whole(line: str) -> bool:
    """Whether a line of a plan reads all of a growing table or of one of its indexes."""
    words = line.replace('"', "").split()
    if words[:1] == ["SCAN"]:
        return words[1] in GROWING and "VIRTUAL" not in words
    return "Seq Scan on" in line and words[words.index("on") + 1] in GROWING


def _plans_on_postgresql(deed: Callable[[], Any]) -> list[str]:
    """The plans of all statements, those inside functions included, as they were carried out.

    A small table is cheaper to read than its index: there the planner may not.
    """
    said: list[str] = []
    with connection.cursor() as cursor:
        cursor.execute("LOAD 'auto_explain'")
        cursor.execute(f"SET LOCAL enable_seqscan = {'on' if IS_MEASURED else 'off'}")
        for name, value in {
            "log_level": "notice",
            "log_nested_statements": "on",
            "log_min_duration": "0",
        }.items():
            cursor.execute(f"SET LOCAL auto_explain.{name} = {value}")

    def heard(diagnostic: Any) -> None:
        said.extend(diagnostic.message_primary.splitlines())

    connection.connection.add_notice_handler(heard)
    try:
        deed()
    finally:
        connection.connection.remove_notice_handler(heard)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL auto_explain.log_min_duration = -1")
            cursor.execute("SET LOCAL enable_seqscan = on")
    return said


def _plans_on_sqlite(deed: Callable[[], Any]) -> list[str]:
    said: list[str] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().startswith(("SELECT", "WITH")):
            raw = context["connection"].connection.cursor()
            plan = raw.execute(
                f"EXPLAIN QUERY PLAN {sql}" % (("?",) * len(params or ())), params or ()
            )
            said.extend(row[3] for row in plan.fetchall())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        deed()
    return said
