"""Related briefings: which they are, and the reason that readers are told."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import CurrentEdition, Topic
from articles.queries.editions import article_at
from articles.queries.related import Related, related
from tests.articles.public import NOW, make_cast, make_public, seed_content

pytestmark = pytest.mark.django_db

ORDER = seed_content()["directives"][0]
SOURCE = seed_content()["sources"][0]
NICKEL = {"name": "Nickel", "slug": "nickel"}
SAMPLE = {"name": "Sample", "slug": "sample"}


def make(slug: str, *, hours: int = 0, **changes: Any) -> CurrentEdition:
    """A briefing that shares nothing with others but what is said."""
    plain: dict[str, Any] = {"topics": [], "directives": [], "sources": [], "citations": []}
    moment = NOW - datetime.timedelta(hours=hours)
    return make_public(slug=slug, issued_at=moment, **plain | changes)


def ordered(**values: Any) -> list[dict[str, Any]]:
    return [ORDER | values]


def found_for(slug: str) -> list[Related]:
    current = article_at(f"briefings/{slug}/")
    assert current
    return related(current)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    make_cast()
    for topic in (NICKEL, SAMPLE):
        Topic.objects.create(**topic)


def test_same_directive_is_named_before_everything_else() -> None:
    make("here", directives=ordered(), topics=[NICKEL])
    make("there", directives=ordered(), topics=[NICKEL])
    assert [each.reason for each in found_for("here")] == [
        f"Both report the same directive: {ORDER['text']}"
    ]


def test_directives_of_the_same_issuer_are_a_reason() -> None:
    make("here", directives=ordered())
    make("there", directives=ordered(text="Do something else."))
    assert found_for("here")[0].reason == "Both report directives of Northern Rare Earth Group"


def test_same_organisation_as_a_source_is_a_reason() -> None:
    make("here", sources=[SOURCE])
    make("there", sources=[SOURCE])
    assert found_for("here")[0].reason.startswith("Both rest on ")


def test_same_topic_is_a_reason() -> None:
    make("here", topics=[NICKEL, SAMPLE])
    make("there", topics=[NICKEL])
    assert found_for("here")[0].reason == "On the same topic: Nickel"


def test_what_shares_more_stands_first_however_old_it_is() -> None:
    make("here", topics=[NICKEL], directives=ordered())
    make("on-topic", topics=[NICKEL], hours=1)
    make("same-order", directives=ordered(), hours=2)
    assert [each.url for each in found_for("here")] == [
        "/briefings/same-order/",
        "/briefings/on-topic/",
    ]


def test_topic_that_everything_carries_is_no_reason() -> None:
    make("here", topics=[SAMPLE, NICKEL])
    for number in range(5):
        make(f"sample-{number}", topics=[SAMPLE], hours=number)
    make("nickel", topics=[SAMPLE, NICKEL], hours=9)
    assert [each.reason for each in found_for("here")] == ["On the same topic: Nickel"]


def test_topic_that_everything_carries_will_do_where_there_is_nothing_else() -> None:
    make("here", topics=[SAMPLE])
    for number in range(5):
        make(f"sample-{number}", topics=[SAMPLE], hours=number)
    assert len(found_for("here")) == 3


def test_briefing_that_shares_nothing_is_not_related() -> None:
    make("here", topics=[NICKEL])
    make("there", topics=[SAMPLE])
    assert found_for("here") == []


def test_related_briefings_cost_one_query() -> None:
    make("here", topics=[NICKEL], directives=ordered())
    for number in range(20):
        make(f"b-{number}", topics=[NICKEL], directives=ordered(), hours=number)
    current = article_at("briefings/here/")
    assert current
    with CaptureQueriesContext(connection) as captured:
        assert len(related(current)) == 3
    assert len(captured) == 1
