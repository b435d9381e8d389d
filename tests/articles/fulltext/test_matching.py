"""What an index finds, on either database: keys that lie far apart, periods, and where it stops."""

import datetime

import pytest

from articles.fulltext import DIRECTIVES, Query, Row
from articles.fulltext.marks import mark

pytestmark = pytest.mark.django_db

FAR_APART = (1, 1000, 1001, 2600, 7000, 31_000, 250_000)
FIRST = datetime.date(2020, 1, 1)
MANY = 5_100  # of a period with more rows, PostgreSQL looks at the newest first


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


@pytest.fixture
def rows() -> None:
    """The newer the key, the older the day: neither order says anything of the other."""
    DIRECTIVES.put(
        Row(
            id=key,
            day=day(-number),
            marks=[mark("topic", number % 2)],
            title="ore",
            body="matte leach" if number % 3 else "leach",
        )
        for number, key in enumerate(FAR_APART)
    )


def keys(query: Query) -> list[int]:
    return DIRECTIVES.match(query, ranked=0).keys


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("query", "places"),
    [
        (Query(("ore",)), {0, 1, 2, 3, 4, 5, 6}),
        (Query(("matte",)), {1, 2, 4, 5}),
        (Query(("matte leach",)), {1, 2, 4, 5}),
        (Query(("leach matte",)), set()),
        (Query(("ore",), unwanted=("matte",)), {0, 3, 6}),
        (Query(("ore",), marks=((mark("topic", 1),),)), {1, 3, 5}),
        (Query(("ore",), unwanted_marks=(mark("topic", 1),)), {0, 2, 4, 6}),
        (Query(("ore",), days=(day(-4), day(-1))), {1, 2, 3, 4}),
        (Query(days=(day(-4), day(-1))), {1, 2, 3, 4}),
        (Query(days=(day(-4), day(-1)), unwanted=("matte",)), {3}),
        (Query(days=(day(-4), day(-1)), unwanted_marks=(mark("topic", 1),)), {2, 4}),
        (Query(("ore",), days=(day(-6), day(-6))), {6}),
        (Query(("ore",), days=(day(1), day(9))), set()),
        (Query(("ore",), days=(day(-1), day(-4))), set()),
        (Query(("ore",), marks=((),)), set()),
        (Query(), set()),
    ],
)
def test_rows_are_found_wherever_their_keys_lie(query: Query, places: set[int]) -> None:
    assert keys(query) == [FAR_APART[place] for place in sorted(places, reverse=True)]


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("query", [Query(("ore",)), Query(("ore",), days=(day(-9), day(0)))])
def test_search_stops_at_the_newest_and_says_that_there_are_more(query: Query) -> None:
    found = DIRECTIVES.match(query, most=3, ranked=0, with_marks=True)
    assert (found.keys, found.is_more) == ([250_000, 31_000, 7000], True)
    assert sorted(found.marks).count("topic:0") == 2
    assert not DIRECTIVES.match(query, most=len(FAR_APART)).is_more


def test_best_of_the_newest_stand_before_all_others() -> None:
    DIRECTIVES.put(
        [
            Row(id=1, title="ore", body="ore"),
            Row(id=2, body="much of it, and also some ore"),
            Row(id=3, title="ore"),
            Row(id=4, body="much of it, and also some ore"),
        ]
    )
    assert DIRECTIVES.match(Query(("ore",)), ranked=3).keys == [3, 4, 2, 1]


def test_period_of_many_rows_is_searched_to_its_end() -> None:
    DIRECTIVES.put(
        Row(id=key, day=day(key % 300), title="ore", body="matte" if key in (7, 4000) else "")
        for key in range(1, MANY)
    )
    days = (day(0), day(299))
    assert keys(Query(("matte",), days=days)) == [4000, 7]
    found = DIRECTIVES.match(Query(("ore",), days=days), most=100)
    assert (len(found.keys), found.is_more) == (100, True)
