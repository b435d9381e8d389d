"""Words of current editions, counted, and the nearest to one that none of them has."""

from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from articles.fulltext import BRIEFINGS, Row, nearest_words
from articles.fulltext.spelling import TABLE, distance

pytestmark = pytest.mark.django_db


def words() -> dict[str, int]:
    """The table, whole."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT word, editions FROM "{TABLE}"')
        return dict(cursor.fetchall())


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("ore", "ore", 0), ("ore", "or", 1), ("nickle", "nickel", 1), ("neodimum", "neodymium", 2)],
)
def test_distance_counts_mistakes(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == steps


@given(st.text(max_size=8), st.text(max_size=8))
def test_distance_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_words_are_counted_once_per_edition() -> None:
    BRIEFINGS.put([Row(id=1, title="Ore and ore", body="Ore"), Row(id=2, body="Ore, acid")])
    assert words() == {"ore": 2, "acid": 1}


def test_words_follow_what_an_edition_says_now() -> None:
    BRIEFINGS.put([Row(id=1, body="acid ore"), Row(id=2, body="ore")])
    BRIEFINGS.put([Row(id=1, body="acid matte")])
    assert words() == {"acid": 1, "matte": 1, "ore": 1}
    BRIEFINGS.drop([1])
    assert words() == {"ore": 1}
    BRIEFINGS.drop([1, 2])
    assert words() == {}


def test_nearest_word_is_the_one_with_the_fewest_mistakes_then_the_commonest() -> None:
    BRIEFINGS.put([Row(id=1, body="smelter smelters"), Row(id=2, body="smelter")])
    assert nearest_words(["smeltr", "smelter", "smellers"]) == {
        "smeltr": "smelter",
        "smellers": "smelters",
    }


def test_word_that_nothing_is_like_has_no_nearest() -> None:
    BRIEFINGS.put([Row(id=1, body="smelter ore")])
    assert nearest_words(["zirconium", "orcs"]) == {}


def test_words_are_looked_up_in_two_queries_together(django_assert_max_num_queries: Any) -> None:
    BRIEFINGS.put([Row(id=1, body="smelter")])
    with django_assert_max_num_queries(2):
        assert nearest_words(["smeltr", "smeltre", "zzz"]).keys() == {"smeltr", "smeltre"}
