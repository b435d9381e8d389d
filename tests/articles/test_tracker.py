"""The directive tracker: what it counts, when things are due, and where each directive stands."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.formats.timeline import HIGHEST, last_day, months_around, timeline
from articles.queries.directives import DirectiveFilters, deadlines, facets
from articles.views.tracker import TRACKED
from tests.articles.public import NOW, make_cast, make_public, seed_content

TODAY = datetime.date(2025, 11, 15)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def directives_with(*values: dict[str, Any]) -> list[dict[str, Any]]:
    """Directives of the seed, each with other values."""
    first = seed_content()["directives"][0]
    return [first | {"id": f"d-{place}"} | value for place, value in enumerate(values)]


@pytest.fixture
def tracked(db: None) -> Iterator[None]:
    """Four directives: two of them due, one without an issuer on record."""
    make_cast()
    make_public(
        directives=directives_with(
            {"status": "done", "deadline": "2025-12-31"},
            {"status": "announced", "deadline": "2026-01-01"},
            {"status": "announced", "force": "target", "deadline": None},
            {"status": "overdue", "deadline": "2019-01-01", "issuer": None},
        )
    )
    with time_machine.travel(datetime.datetime(2025, 11, 15, 12, tzinfo=datetime.UTC)):
        yield


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# -- Facets -----------------------------------------------------------------------------------


def test_each_choice_says_how_much_it_would_leave(client: Client, tracked: None) -> None:
    text = text_of(client, "/directives/")
    for choice in ("Announced (2)", "Done (1)", "Target (1)", "Northern Rare Earth Group (3)"):
        assert f">{choice}</option>" in text
    assert "Dropped" not in text.split("</form>")[1]


def test_choice_in_a_facet_leaves_its_own_counts_and_narrows_the_others(tracked: None) -> None:
    found = facets(DirectiveFilters(status="announced"))
    assert found.status["done"] == 1
    assert found.force == {"order": 1, "guidance": 0, "target": 1}
    assert [party.total for party in found.issuers] == [2]


def test_directive_to_two_addressees_counts_once_for_each(db: None) -> None:
    make_cast()
    both = [
        {"name": name, "slug": slug}
        for name, slug in (("A", "baogang-group"), ("B", "baogang-daily"))
    ]
    make_public(directives=directives_with({"addressees": both}))
    found = facets(DirectiveFilters())
    assert [(party.slug, party.total) for party in found.addressees] == [
        ("baogang-daily", 1),
        ("baogang-group", 1),
    ]
    assert facets(DirectiveFilters(addressee="baogang-group")).status["announced"] == 1


# -- The timeline -----------------------------------------------------------------------------


def test_deadlines_are_counted_by_month_and_status(tracked: None) -> None:
    found = deadlines(
        filters=DirectiveFilters(), since=datetime.date(2025, 1, 1), until=datetime.date(2026, 1, 1)
    )
    assert found == {
        datetime.date(2025, 12, 1): {"done": 1},
        datetime.date(2026, 1, 1): {"announced": 1},
    }


def test_timeline_stands_in_the_page_with_its_table(client: Client, tracked: None) -> None:
    text = text_of(client, "/directives/")
    assert "The same as a table" in text
    address = "/directives/?deadline_from=2025-12-01&amp;deadline_to=2025-12-31"
    assert f'<a href="{address}">December 2025</a>' in text
    assert "January 2019" not in text
    assert text_of(client, address.replace("&amp;", "&")).count("tracker__order") == 1


def test_where_nothing_is_due_there_is_no_timeline(client: Client, tracked: None) -> None:
    assert "timeline" not in text_of(client, "/directives/?force=target")


def test_drawing_has_a_sign_for_each_directive_and_a_number_for_the_rest() -> None:
    counts = {datetime.date(2025, 12, 1): {"announced": 2, "done": HIGHEST + 1}}
    drawn = timeline(counts, today=TODAY, months=MONTHS)
    assert drawn
    for drawing in (drawn.wide, drawn.narrow):
        assert [sign.state for sign in drawing.signs] == ["done"] * HIGHEST
        assert [label.text for label in drawing.more] == ["+3"]
        assert all(0 < sign.y < drawing.floor for sign in drawing.signs)
    assert drawn.rows[0].count == HIGHEST + 3
    assert drawn.rows[0].states == (("announced", 2), ("done", HIGHEST + 1))


@pytest.mark.parametrize("day", [1, 15, 30])
def test_line_of_today_stands_in_the_column_of_its_month(day: int) -> None:
    counts = {datetime.date(2025, 11, 1): {"announced": 1}}
    drawn = timeline(counts, today=TODAY.replace(day=day), months=MONTHS)
    assert drawn
    sign = drawn.wide.signs[0]
    assert abs(drawn.wide.today - (sign.x + 7)) <= 23


def test_months_run_over_the_end_of_a_year() -> None:
    months = months_around(datetime.date(2025, 12, 31), back=1, ahead=2)
    assert [f"{month:%Y-%m}" for month in months] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert last_day(datetime.date(2024, 2, 1)) == datetime.date(2024, 2, 29)


# -- The rows ---------------------------------------------------------------------------------


def test_each_row_leads_to_its_directive_and_shows_how_it_is_borne_out(
    client: Client, tracked: None
) -> None:
    text = text_of(client, "/directives/")
    assert 'href="/briefings/northern-rare-earth/#d-0"' in text
    assert text.count('data-label="Evidence"') == 4


def test_what_is_shown_can_be_taken_along_as_csv(client: Client, tracked: None) -> None:
    text = text_of(client, "/directives/?status=done&deadline_from=2025-12-01")
    address = re.search(r'<a href="([^"]*format=csv)"', text)
    assert address
    response = client.get(address[1].replace("&amp;", "&"))
    assert response.status_code == 200
    assert b"".join(response).count(b"northern-rare-earth/") == 1


def test_tracker_can_begin_with_any_month(client: Client, tracked: None) -> None:
    later = NOW + datetime.timedelta(days=60)
    make_public(slug="later", issued_at=later, directives=directives_with({}))
    text = text_of(client, f"/directives/?month={NOW:%Y-%m}")
    assert "/briefings/later/" not in text
    assert "/briefings/northern-rare-earth/#d-0" in text
    assert 'rel="prev"' in text


# -- The search -------------------------------------------------------------------------------


@pytest.fixture
def two_orders(db: None) -> None:
    make_cast()
    make_public(
        directives=directives_with(
            {"text": "Raise recovery", "status": "done", "deadline": "2025-12-31"},
            {"text": "Cut cost", "rationale": "", "target": ""},
        )
    )


def test_search_narrows_rows_counts_and_the_file(client: Client, two_orders: None) -> None:
    text = text_of(client, "/directives/?q=recoveries+-cost")
    assert text.count("tracker__order") == 1
    assert ">Done (1)</option>" in text
    assert "Announced" not in text.split("</form>")[1]
    assert 'value="recoveries -cost"' in text
    address = re.search(r'<a href="([^"]*format=csv)"', text)
    assert address
    assert "q=recoveries+-cost" in address[1]


def test_searching_takes_one_query_more(client: Client, two_orders: None) -> None:
    counts = []
    for address in ("/directives/", "/directives/?q=recovery"):
        with CaptureQueriesContext(connection) as captured:
            text_of(client, address)
        counts.append(len(captured))
    assert counts[1] == counts[0] + 1


def test_search_goes_on_to_the_next_page(client: Client, db: None) -> None:
    make_cast()
    rows = [{"text": f"Raise recovery {number}"} for number in range(TRACKED + 1)]
    make_public(directives=directives_with(*rows))
    text = text_of(client, "/directives/?q=recovery")
    older = re.search(r'href="([^"]*)"[^>]*rel="next"', text)
    assert older
    further = text_of(client, f"/directives/{older[1].replace('&amp;', '&')}")
    assert further.count("tracker__order") == 1


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("colour:red", "The fields are org:"),
        ("the", "such as “the”"),
        ("x" * 400, "longer than 200"),
        ("\x00", "NUL"),
    ],
)
def test_what_cannot_be_searched_for_is_answered_with_what_to_type(
    client: Client, two_orders: None, query: str, says: str
) -> None:
    response = client.get("/directives/", {"q": query})
    assert response.status_code == 400
    text = response.content.decode()
    assert says in text
    assert 'aria-describedby="filter-q-error"' in text
    assert "tracker__order" not in text
    assert "No directive matches" not in text


def test_where_a_search_finds_nothing_the_list_says_so(client: Client, two_orders: None) -> None:
    assert "No directive matches." in text_of(client, "/directives/?q=zirconium")
