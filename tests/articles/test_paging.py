"""Lists in pages: previous and next, a jump to a month, and page 500 read as page 1 is."""

import datetime
import re
import uuid
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.enums import EditionKind
from articles.models import CurrentEdition, Directive, Edition
from articles.queries.briefings import BriefingFilters, briefings
from articles.queries.directives import DirectiveFilters, directives
from articles.queries.paging import KeysetPage
from sources.enums import OrganisationKind
from sources.models import Organisation
from tests.articles.public import NOW, make_cast, make_public

pytestmark = pytest.mark.django_db

Row = TypeVar("Row", bound=Model)
MANY = 3000
# Every list of many rows, with a link that stands in it for each of them.
LISTS = {
    "/briefings/": r'class="entry__title"[^>]*><a href="([^"]+)"',
    "/topics/rare-earths/": r'class="entry__title"[^>]*><a href="([^"]+)"',
    "/authors/lena-hartwig/": r'class="entry__title"[^>]*><a href="([^"]+)"',
    "/organisations/baogang-daily/": r'class="entry__title"[^>]*><a href="([^"]+)"',
    "/corrections/": r'<article class="entry" id="([^"]+)"',
    "/directives/": r'<th class="tracker__order" scope="row">\s*<a href="([^"]+)"',
}


def make_months() -> None:
    """A briefing, corrected, in each of forty months."""
    make_cast()
    for number in range(40):
        moment = datetime.datetime(2020 + number // 12, number % 12 + 1, 10, tzinfo=datetime.UTC)
        make_public(slug=f"b-{number}", issued_at=moment)
        make_public(
            slug=f"b-{number}",
            issued_at=moment,
            kind=EditionKind.CORRECTED,
            reason="It was not so.",
        )


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def neighbour(text: str, way: str) -> str:
    """Where "prev" or "next" leads, or nothing."""
    found = re.search(rf'href="([^"]+)"\s+rel="{way}"', text)
    return found[1].replace("&amp;", "&") if found else ""


def walk(client: Client, address: str, way: str) -> list[list[str]]:
    """The rows of each page from an address on."""
    pages, there = [], address
    while True:
        text = text_of(client, there)
        pages.append(re.findall(LISTS[address.split("?", maxsplit=1)[0]], text))
        query = neighbour(text, way)
        if not query:
            return pages
        there = f"{address.split('?', maxsplit=1)[0]}{query}"


@pytest.mark.parametrize("address", LISTS)
def test_walking_forth_from_a_month_and_back_shows_every_row_once(
    client: Client, address: str
) -> None:
    make_months()
    whole = [row for page in walk(client, address, "next") for row in page]
    assert len(whole) == len(set(whole)) >= 40
    older = [row for page in walk(client, f"{address}?month=2021-06", "next") for row in page]
    newer = walk(client, f"{address}?month=2021-06", "prev")[1:]
    assert [*(row for page in reversed(newer) for row in page), *older] == whole
    assert newer
    assert older


@pytest.mark.parametrize("address", LISTS)
def test_month_before_the_first_row_leads_to_the_last_page(client: Client, address: str) -> None:
    make_months()
    whole = [row for page in walk(client, address, "next") for row in page]
    last, newer, *_rest = walk(client, f"{address}?month=1999-01", "prev")
    assert last
    assert [*newer, *last] == whole[-len(newer) - len(last) :]


@pytest.mark.parametrize("address", LISTS)
def test_page_of_another_list_is_a_bad_request(client: Client, address: str) -> None:
    make_months()
    foreign = "/briefings/?corroboration=single_source"
    page = neighbour(text_of(client, foreign), "next").split("page=")[1]
    assert client.get(f"{address}?page={page}").status_code == 400


def test_continued_profile_leaves_out_what_its_first_page_tells(client: Client) -> None:
    make_months()
    address = "/organisations/northern-rare-earth-group/"
    text = text_of(client, address)
    assert "Directives it issued" in text
    assert "Directives it issued" not in text_of(client, f"{address}{neighbour(text, 'next')}")


def test_organisations_are_paged_by_name(client: Client) -> None:
    make_cast()
    current = make_public()
    rows = [
        Organisation(name=f"Mine {n:03}", slug=f"mine-{n}", kind=OrganisationKind.COMPANY)
        for n in range(150)
    ]
    current.organisations.add(*Organisation.objects.bulk_create(rows))
    text = text_of(client, "/organisations/")
    assert "Mine 090" in text
    assert 'type="month"' not in text
    assert "Mine 149" in text_of(client, f"/organisations/{neighbour(text, 'next')}")


# -- Far from the first page ------------------------------------------------------------------


@pytest.fixture
def much() -> None:
    """As many briefings with a directive each as fill a hundred pages."""
    make_cast()
    first = make_public()
    edition, directive = first.edition, first.directives.all()[0]
    editions, currents, orders = [], [], []
    for number in range(1, MANY + 1):
        moment = NOW - datetime.timedelta(minutes=number)
        editions.append(
            _copy(
                edition,
                pk=edition.pk + number,
                article_uuid=_uuid(number),
                published_at=moment,
                previous_sha256=f"p{number}",
                sha256=f"s{number}",
                address=f"briefings/b-{number}/",
            )
        )
        currents.append(
            _copy(
                first,
                pk=first.pk + number,
                edition_id=edition.pk + number,
                published_at=moment,
                article_uuid=_uuid(number),
                address=f"briefings/b-{number}/",
            )
        )
        orders.append(
            _copy(
                directive,
                pk=directive.pk + 100 + number,
                uuid=_uuid(number),
                published_at=moment,
                current_id=first.pk + number,
            )
        )
    Edition.objects.bulk_create(editions)
    CurrentEdition.objects.bulk_create(currents)
    Directive.objects.bulk_create(orders)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _uuid(number: int) -> uuid.UUID:
    return uuid.UUID(int=number)


def _copy(row: Row, **values: Any) -> Row:
    """A row like another one, but for some values."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**fields | values)


def read_briefings(**where: Any) -> KeysetPage[Any]:
    return briefings(filters=BriefingFilters(), limit=20, **where)


def read_directives(**where: Any) -> KeysetPage[Any]:
    return directives(filters=DirectiveFilters(), limit=30, **where)


each_list = pytest.mark.parametrize(
    ("read", "index"),
    [(read_briefings, "current_newest_idx"), (read_directives, "directive_newest_idx")],
    ids=["briefings", "directives"],
)


@each_list
def test_page_far_from_the_first_starts_in_the_middle_of_an_index(
    much: None, read: Callable[..., KeysetPage[Any]], index: str
) -> None:
    far = read(before=NOW - datetime.timedelta(minutes=MANY - 100))
    with CaptureQueriesContext(connection) as captured:
        page = read(cursor=far.next)
    assert len(captured) == 1
    assert page.rows[0].published_at < far.rows[-1].published_at
    assert index in plan_of(captured.captured_queries[0]["sql"])


@each_list
def test_jump_starts_in_the_middle_of_an_index(
    much: None, read: Callable[..., KeysetPage[Any]], index: str
) -> None:
    with CaptureQueriesContext(connection) as captured:
        read(before=NOW - datetime.timedelta(minutes=MANY - 100))
    assert len(captured) == 2
    assert all(index in plan_of(query["sql"]) for query in captured.captured_queries)


def plan_of(sql: str) -> str:
    """How the database would answer."""
    explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
