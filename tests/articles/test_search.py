"""Search as readers and programs meet it: what is found, what is not, and what it costs."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext

from articles.enums import EditionKind
from articles.fulltext import ORGANISATIONS, Query
from articles.models import Topic
from articles.models.editions import CurrentEdition
from articles.queries.search import UnsearchableError, search
from sources.models import Organisation, OrganisationName
from tests.articles.public import NOW, make_cast, make_public, seed_content, take_back
from tests.sources.builders import make_source_document

pytestmark = pytest.mark.django_db


def page(client: Client, query: str, status: int = 200) -> str:
    response = client.get("/search/", {"q": query})
    assert response.status_code == status
    return response.content.decode()


def found(query: str, group: str = "briefings") -> list[Any]:
    return search(text=query, group=group).group.rows


def titles(query: str) -> list[str]:
    return [row.summary["title"] for row in found(query)]


def many(count: int) -> None:
    for number in range(count):
        moment = NOW - datetime.timedelta(hours=number + 1)
        make_public(slug=f"briefing-{number}", issued_at=moment)


def text_only(**values: str) -> dict[str, Any]:
    """A briefing that says nothing but this."""
    section = seed_content()["sections"][0] | {"text": values.pop("text", "")}
    return {
        "title": "Plain",
        "standfirst": "Plain.",
        "sections": [section],
        "directives": [],
        "sources": [],
    } | values


def cited(title: str) -> dict[str, Any]:
    """A captured document as an edition names it."""
    source: dict[str, Any] = seed_content()["sources"][0]
    return source | {"uuid": str(make_source_document().uuid), "title": title}


# -- What is found --------------------------------------------------------------------------------


def test_all_kinds_are_found_in_one_box(client: Client) -> None:
    make_cast()
    source = cited("Northern Rare Earth meets")
    make_public(sources=[source])
    text = page(client, "northern rare earth")
    for label in ("Briefings", "Directives", "Organisations", "Sources"):
        assert label in text
    assert 'href="/organisations/northern-rare-earth-group/"' in text
    assert "#d-00000001" in text
    assert f"#source-{source['uuid']}" in text


def test_title_counts_more_than_text() -> None:
    make_public(slug="body", **text_only(text="Dysprosium is dear. " * 3))
    make_public(slug="title", **text_only(title="Dysprosium"))
    make_public(slug="other", **text_only(text="Dysprosium once."))
    assert titles("dysprosium")[0] == "Dysprosium"


@pytest.mark.parametrize("typed", ["Zürich", "zurich", "ZÜRICH", "Zu\u0308rich"])
@pytest.mark.parametrize("text", ["Zürich", "Zurich", "Zu\u0308rich"])
def test_accents_and_case_make_no_difference(typed: str, text: str) -> None:
    make_public(**text_only(text=text))
    assert len(found(typed)) == 1


@pytest.mark.parametrize(
    "typed",
    ["包钢", "钢集", "包钢集团", "团", "稀土", "レアアース", "レア", "アース", "ス"],
)
def test_chinese_and_japanese_are_found_by_any_part(typed: str) -> None:
    make_public(**text_only(text="据包钢集团消息，稀土（レアアース）价格上涨。"))
    assert len(found(typed)) == 1


@pytest.mark.parametrize("typed", ["钢包", "包集", "アレ", "土稀", "包钢稀土"])
def test_chinese_and_japanese_characters_in_another_order_are_not_found(typed: str) -> None:
    make_public(**text_only(text="据包钢集团消息，稀土（レアアース）价格上涨。"))
    assert found(typed) == []


def test_name_in_its_own_script_finds_organisation_and_briefings(client: Client) -> None:
    cast = make_cast()
    OrganisationName.objects.create(organisation=cast["baogang-daily"], name="包钢日报")
    make_public()
    assert len(found("包钢")) == 1
    assert [hit.name for hit in found("包钢", "organisations")] == ["Baogang Daily"]
    assert "包钢日报" in page(client, "包钢")


def test_name_that_is_added_later_finds_both_at_once() -> None:
    cast = make_cast()
    make_public()
    assert found("Steel Herald") == []
    with TestCase.captureOnCommitCallbacks(execute=True):
        alias = OrganisationName.objects.create(
            organisation=cast["baogang-daily"], name="The Steel Herald"
        )
    assert len(found("Steel Herald")) == len(found("Steel Herald", "organisations")) == 1
    with TestCase.captureOnCommitCallbacks(execute=True):
        alias.delete()
    assert found("Steel Herald") == found("Steel Herald", "organisations") == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("org:baogang-daily", 1),
        ('org:"Baogang Daily"', 1),
        ("org:baogang", 1),
        ("-org:baogang metallurgy", 0),
        ("issuer:northern-rare-earth-group", 1),
        ("issuer:baogang-daily", 0),
        ("topic:rare-earths", 1),
        ('topic:"Rare Earths"', 1),
        ("topic:rare-earths topic:industrial-policy", 1),
        ("-topic:rare-earths capitalism", 0),
        ("after:2025-10-24", 1),
        ("after:2025-10-25", 0),
        ("before:2025-10-24", 1),
        ("before:2025-10-23", 0),
        ("after:2025-10 before:2025-10", 1),
        ("after:2025 before:2025", 1),
        ("after:2026 before:2025", 0),
        ("year:2025", 1),
        ("-year:2025 metallurgy", 0),
        ("is:single-source", 1),
        ('is:"single source"', 1),
        ("is:disputed", 0),
        ("lang:en", 1),
        ("lang:zh", 0),
        ("nobody org:baogang-daily", 0),
    ],
)
def test_fields_narrow_the_search(query: str, count: int) -> None:
    make_cast()
    make_public()
    assert len(found(query)) == count


def test_fields_narrow_directives_too_and_leave_other_groups_out() -> None:
    make_cast()
    make_public()
    names = [group.name for group in search(text="topic:rare-earths").others]
    assert names == ["directives"]
    assert found("rare earth topic:rare-earths", "sources") == []


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("org:nobody", "organisation called “nobody”"),
        ("topic:nothing", "topic called “nothing”"),
    ],
)
def test_name_that_nothing_goes_by_is_said_and_finds_nothing(
    client: Client, query: str, says: str
) -> None:
    make_public()
    text = page(client, query)
    assert says in text
    assert "No briefing contains" in text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("after:yesterday", "Type a day, a month or a year"),
        ("after:2025-13", "Type a day, a month or a year"),
        ("before:0000", "Type a day, a month or a year"),
        ("acid -after:2025", "take no minus"),
        ("year:2025-10", "Type a year"),
        ("year:25", "Type a year"),
        ("lang:%", "Type the code of a language"),
        ("is:true", "Type one of is:corroborated"),
        ("colour:red", "The fields are org:"),
        ("the", "such as “the”"),
        ("\x00", "NUL"),
    ],
)
def test_bad_query_is_answered_with_what_to_type_on_the_page_and_in_the_api(
    client: Client, query: str, says: str
) -> None:
    assert says in page(client, query, status=400)
    if "\x00" not in query:
        response = client.get("/api/v1/articles/", {"q": query})
        assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
        assert response.json()["errors"][0]["pointer"] == "q"
        assert says in response.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    "hostile", ["' OR 1=1 --", 'a" OR b*', "a:* | !b", "{title} : x", "%s %%", "\\"]
)
def test_operators_of_an_engine_are_only_words(client: Client, hostile: str) -> None:
    make_public()
    assert client.get("/search/", {"q": hostile}).status_code in (200, 400)


def test_last_page_is_followed_by_advice(client: Client) -> None:
    make_public()
    assert client.get("/search/?q=metallurgy&page=51").status_code == 400
    assert client.get("/search/?q=metallurgy&page=x").status_code == 400
    with pytest.raises(UnsearchableError, match="1 to 50"):
        search(text="metallurgy", page=51)


# -- What is not public ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [EditionKind.RETRACTED, EditionKind.WITHDRAWN])
def test_what_was_taken_back_is_nowhere_found_counted_or_suggested(kind: EditionKind) -> None:
    make_cast()
    current = make_public(title="Terbium rises")
    assert search(text="terbum").suggestion == "terbium"
    take_back(current, kind=kind)
    for query in ("terbium", "rare earth", "topic:rare-earths", "org:baogang-daily"):
        result = search(text=query)
        assert (result.group.count, result.others, result.facets) == (0, [], []), query
    assert search(text="terbum").suggestion == ""
    assert search(text="tehcnology").suggestion == ""


def test_what_another_briefing_shows_stays_found() -> None:
    make_cast()
    sources = [cited("Northern Rare Earth meets")]
    current = make_public(sources=sources)
    make_public(slug="another", sources=sources)
    take_back(current, kind=EditionKind.WITHDRAWN)
    assert [group.count for group in search(text="northern rare earth").others] == [5, 1, 1]


def test_title_of_a_source_is_that_of_the_newest_edition_that_is_left() -> None:
    source = cited("An old title")
    make_public(slug="first", sources=[source])
    second = make_public(slug="second", sources=[source | {"title": "A forged title"}])
    assert len(found("forged", "sources")) == 1
    take_back(second, kind=EditionKind.RETRACTED)
    assert found("forged", "sources") == []
    assert len(found("old title", "sources")) == 1


def test_title_of_a_source_is_that_of_the_newest_edition_even_where_that_says_it_again() -> None:
    source = cited("An old title")
    make_public(slug="first", sources=[source])
    make_public(slug="second", sources=[source | {"title": "A newer title"}])
    make_public(slug="first", kind=EditionKind.UPDATED, sources=[source])
    assert (len(found("old title", "sources")), found("newer", "sources")) == (1, [])


def test_directive_is_found_by_what_it_says_now_and_by_what_its_briefing_is_about() -> None:
    make_cast()
    content = seed_content()
    make_public()
    first, *others = content["directives"]
    changed = [first | {"text": "Halt zirconium"}, *others]
    make_public(kind=EditionKind.UPDATED, directives=changed)
    assert len(found("zirconium", "directives")) == 1
    assert found("accelerate", "directives") == []
    make_public(kind=EditionKind.UPDATED, directives=changed, topics=content["topics"][1:])
    assert found("topic:rare-earths", "directives") == []
    assert len(found("topic:industrial-policy", "directives")) == 5
    make_public(kind=EditionKind.UPDATED, directives=changed, topics=[], language="de")
    assert found("topic:industrial-policy", "directives") == []
    assert len(found("zirconium", "directives")) == 1


def test_organisation_that_nothing_public_speaks_of_is_not_in_the_index() -> None:
    make_cast()
    Organisation.objects.create(name="Hidden Holding", slug="hidden", kind="company")
    make_public()
    assert ORGANISATIONS.match(Query(("hidden",))).keys == []
    assert found("hidden holding", "organisations") == []


def test_next_edition_takes_the_words_of_the_one_before_away() -> None:
    make_public(**text_only(text="Dysprosium"))
    make_public(kind=EditionKind.UPDATED, **text_only(text="Terbium"))
    assert (len(found("dysprosium")), len(found("terbium"))) == (0, 1)
    assert search(text="dysprosum").suggestion == ""


# -- Facets ---------------------------------------------------------------------------------------


def test_facets_count_what_was_found_and_link_to_less() -> None:
    make_cast()
    make_public(topics=[{"name": "Rare earths", "slug": "rare-earths"}])
    make_public(slug="another")
    alone = text_only(title="Northern lights") | {"topics": [], "briefing_date": "2024-05-01"}
    verdict = seed_content()["corroboration"] | {"state": "disputed"}
    make_public(slug="alone", corroboration=verdict, **alone)
    result = search(text="northern")
    counted = {
        facet.label: {choice.label: choice.count for choice in facet.choices}
        for facet in result.facets
    }
    assert counted == {
        "Topic": {"Rare earths": 2, "Industrial policy": 1},
        "Evidence": {"Single-source": 2, "Disputed": 1},
        "Year": {"2025": 2, "2024": 1},
        "Organisation": dict.fromkeys(
            [
                "Baogang Daily",
                "Baogang Group",
                "Government of Inner Mongolia",
                "Northern Rare Earth Group",
            ],
            2,
        ),
    }
    for facet in result.facets:
        for choice in facet.choices:
            assert search(text=choice.text).group.count == choice.count


def test_what_all_matches_have_in_common_is_no_choice() -> None:
    make_cast()
    make_public()
    assert search(text="northern").facets == []


def test_chosen_facet_can_be_left_again(client: Client) -> None:
    make_cast()
    make_public()
    result = search(text='northern topic:"Rare earths" year:2025')
    assert [choice.text for choice in result.chosen] == [
        "northern year:2025",
        'northern topic:"Rare earths"',
    ]
    assert "Year" not in {facet.label for facet in result.facets}
    assert "/search/?q=northern" in page(client, "northern year:2025")


def test_more_than_a_thousand_are_not_counted_and_this_is_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.queries.search.results.MOST_COUNTED", 2)
    make_cast()
    many(3)
    make_public(topics=[])
    text = page(client, "northern")
    assert "1,000+" in text
    assert "Counted among the newest 1,000." in text


# -- Suggestions and passages ---------------------------------------------------------------------


def test_misspelling_is_met_with_a_link_to_what_was_meant(client: Client) -> None:
    make_cast()
    make_public()
    text = page(client, "tehcnology")
    assert "Did you mean" in text
    assert "/search/?q=technology" in text


def test_suggestion_that_would_find_nothing_is_not_made() -> None:
    make_public()
    assert search(text="tehcnology zirconium").suggestion == ""
    assert search(text="tehcnology year:1999").suggestion == ""


def test_words_are_marked_in_the_passage_and_the_rest_is_escaped(client: Client) -> None:
    make_public(**text_only(text="<script>alert(1)</script> on dysprosium & <b>more</b>"))
    text = page(client, "dysprosium")
    assert "<mark>dysprosium</mark> &amp; &lt;b&gt;more" in text
    assert "<script>alert" not in text


def test_echo_of_the_query_is_escaped(client: Client) -> None:
    make_public()
    assert "<script>" not in page(client, "<script>alert(1)</script>")
    assert '"><img' not in page(client, 'org:"><img src=x onerror=alert(1)>')


# -- What it costs, and how it is kept ------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("northern", 12),
        ("metallurgy", 12),
        ("zirconium", 7),
        ("tehcnology", 9),
        ("topic:rare-earths", 9),
        ("org:baogang-daily northern", 9),
    ],
)
def test_search_costs_the_same_for_three_and_thirty_briefings(
    client: Client, query: str, most: int
) -> None:
    make_cast()
    many(3)
    few = _queries(client, query)
    many(30)
    assert _queries(client, query) == few <= most


def _queries(client: Client, query: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, query)
    return len(captured)


@pytest.mark.parametrize("query", ["northern", "zirconium", ""])
def test_search_is_cacheable_and_sets_no_cookie(client: Client, query: str) -> None:
    make_public()
    response = client.get("/search/", {"q": query})
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


@pytest.mark.parametrize("group", ["directives", "organisations", "sources", "anything"])
def test_each_group_has_a_page_of_its_own(client: Client, group: str) -> None:
    make_cast()
    make_public()
    response = client.get("/search/", {"q": "northern rare earth", "in": group})
    text = response.content.decode()
    assert response.status_code == 200
    assert ("All results" in text) == (group != "anything")


def test_pages_do_not_overlap(client: Client) -> None:
    make_cast()
    many(45)
    seen = [
        row.pk for number in range(1, 6) for row in search(text="northern", page=number).group.rows
    ]
    assert len(seen) == len(set(seen)) == CurrentEdition.objects.count() == 45
    assert "page=2" in page(client, "northern")


def test_api_finds_what_the_page_finds(client: Client) -> None:
    make_cast()
    make_public()
    make_public(slug="plain", **text_only())
    for query in ("metallurgy", "topic:rare-earths", "org:baogang-daily -plain", '"rare earth"'):
        results = client.get("/api/v1/articles/", {"q": query}).json()["results"]
        assert {row["uuid"] for row in results} == {str(row.article_uuid) for row in found(query)}


def test_topic_is_found_under_its_new_address() -> None:
    make_cast()
    make_public()
    Topic.objects.filter(slug="rare-earths").update(slug="ree", name="REE")
    assert len(found("topic:ree")) == 1
    assert found("topic:rare-earths") == []
