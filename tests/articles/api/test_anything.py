"""Whatever a query says, a list answers 200 or 400: never with an error of its own."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.api.articles import ArticleList
from articles.api.changes import ChangeList
from articles.api.directives import DirectiveList
from articles.api.organisations import OrganisationList
from articles.api.topics import TopicList
from tests.articles.public import make_cast, make_public

pytestmark = pytest.mark.django_db
LISTS = {
    "articles/": ArticleList,
    "changes/": ChangeList,
    "directives/": DirectiveList,
    "organisations/": OrganisationList,
    "topics/": TopicList,
}
# Values that look right and are not, beside text of any kind.
TRICKS = ["0", "-1", "1e3", "٣", "2025-00-10", "0000-01-01", "10000-01-01", "24:00", *"%'\"(*"]
VALUES = st.one_of(
    st.sampled_from(TRICKS),
    st.text(max_size=40),
    st.datetimes().map(str),
    st.dates().map(str),
    st.integers().map(str),
)


def queries(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(names), VALUES, min_size=1, max_size=3)


@pytest.fixture
def public(db: None) -> None:
    make_cast()
    make_public()


@pytest.mark.parametrize("address", LISTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_query_is_answered(client: Client, public: None, address: str, data: Any) -> None:
    names = [parameter.name for parameter in LISTS[address].parameters]
    query = data.draw(queries(names))
    response = client.get(f"/api/v1/{address}", query)
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        assert {row["pointer"].rsplit("/", 1)[-1].lstrip("#") for row in response.json()["errors"]}
