"""Marks: days as the periods they lie in, and ranges as the fewest periods."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.fulltext.marks import day_marks, days_between, language_marks


def test_day_bears_its_century_decade_year_and_month() -> None:
    assert day_marks(datetime.date(2026, 10, 24)) == [
        "day:20",
        "day:202",
        "day:2026",
        "day:2026-10",
        "day:2026-10-24",
    ]


@pytest.mark.parametrize(
    ("since", "until", "marks"),
    [
        ("2026-01-01", "2026-12-31", ("day:2026",)),
        ("2026-10-24", "2026-10-24", ("day:2026-10-24",)),
        (
            "2026-10-30",
            "2026-12-31",
            ("day:2026-10-30", "day:2026-10-31", "day:2026-11", "day:2026-12"),
        ),
        ("2000-01-01", "2010-12-31", ("day:200", "day:2010")),
        ("2026-10-24", "2026-10-23", ()),
    ],
)
def test_range_is_as_few_periods_as_can_be(since: str, until: str, marks: tuple[str, ...]) -> None:
    first, last = map(datetime.date.fromisoformat, (since, until))
    assert days_between(first, last) == marks


@given(st.dates(), st.dates(), st.dates())
def test_each_day_of_a_range_has_exactly_one_of_its_marks(
    one: datetime.date, other: datetime.date, day: datetime.date
) -> None:
    since, until = min(one, other), max(one, other)
    shared = set(days_between(since, until)) & set(day_marks(day))
    assert len(shared) == (since <= day <= until)


@given(st.dates(), st.dates())
def test_no_range_is_longer_than_a_query_can_hold(one: datetime.date, other: datetime.date) -> None:
    assert len(days_between(one, other)) <= 240


def test_language_is_also_what_it_is_a_kind_of() -> None:
    assert language_marks("zh-Hans") == ["lang:zh-hans", "lang:zh"]
    assert language_marks("en") == ["lang:en"]
