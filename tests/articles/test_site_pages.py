"""The public pages: what they show, what they do not, and what they cost."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.enums import EditionKind
from tests.articles.public import NOW, make_cast, make_public, seed_content, take_back

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/briefings/",
    "/briefings/?topic=rare-earths&corroboration=single_source&from=2025-01-01",
    "/directives/",
    "/topics/",
    "/topics/rare-earths/",
    "/authors/",
    "/authors/lena-hartwig/",
    "/corrections/",
    "/corrections/feeds/rss.xml",
    "/corrections/feeds/atom.xml",
    "/corrections/feeds/feed.json",
    "/organisations/",
    "/sitemap.xml",
    "/sitemap-news.xml",
    "/feeds/feed.json",
    "/feeds/rss.xml",
    "/feeds/atom.xml",
]
ARTICLE = "/briefings/northern-rare-earth/"
COSTS = {
    "/directives/": 6,  # it counts what each choice would leave, and what is due when
    "/sitemap.xml": 6,  # each kind of address has pages of its own
}


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        text_of(client, address)
    return len(captured)


def many(count: int) -> None:
    for number in range(count):
        moment = NOW - datetime.timedelta(hours=number + 1)
        make_public(slug=f"briefing-{number}", issued_at=moment)


@pytest.mark.parametrize("address", LISTS)
def test_list_costs_at_most_four_queries_for_three_and_thirty_rows(
    client: Client, address: str
) -> None:
    make_cast()
    many(3)
    few = queries_of(client, address)
    many(30)
    assert queries_of(client, address) == few <= COSTS.get(address, 4)


def test_article_costs_at_most_three_queries(client: Client) -> None:
    make_cast()
    many(3)
    make_public()
    assert queries_of(client, ARTICLE) <= 3


def test_organisation_costs_the_same_however_much_it_did(client: Client) -> None:
    make_cast()
    many(2)
    few = queries_of(client, "/organisations/northern-rare-earth-group/")
    many(20)
    assert queries_of(client, "/organisations/northern-rare-earth-group/") == few


@pytest.mark.parametrize("address", [*LISTS, ARTICLE, f"{ARTICLE}provenance/"])
def test_public_page_is_cacheable_and_sets_no_cookie(client: Client, address: str) -> None:
    make_cast()
    make_public()
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_article_shows_verdict_disclaimer_highlights_and_sources(client: Client) -> None:
    make_public()
    text = text_of(client, ARTICLE)
    content = seed_content()
    assert "Single source" in text
    assert content["disclaimer"] in text
    assert content["highlights"][0]["text"] in text
    assert f'id="source-{content["sources"][0]["uuid"]}"' in text
    assert text.count("<h1") == 1


def test_article_text_is_escaped(client: Client) -> None:
    make_public(title="<script>alert(1)</script>")
    assert "<script>alert" not in text_of(client, ARTICLE)


def test_page_has_no_inline_style_and_no_executable_script(client: Client) -> None:
    make_public()
    text = text_of(client, ARTICLE)
    assert " style=" not in text
    scripts = re.findall(r"<script[^>]*>", text)
    modules = [script for script in scripts if 'type="module" src="/static/js/' in script]
    assert len(scripts) == len(modules) + 1  # the JSON-LD, which is data
    assert 'type="application/ld+json"' in text


def test_provenance_page_follows_claims_to_owners(client: Client) -> None:
    make_public()
    text = text_of(client, f"{ARTICLE}provenance/")
    assert 'id="citation-3"' in text
    assert "The company reviewed its quarter." in text
    assert "Baogang Group" in text


def test_provenance_page_gives_the_command_that_checks_a_file_and_a_form_for_machines(
    client: Client,
) -> None:
    current = make_public()
    text = text_of(client, f"{ARTICLE}provenance/")
    digest = seed_content()["sources"][0]["sha256"]
    assert f'echo "{digest}  FILE" | sha256sum --check' in text
    prov_url = f"/api/v1/articles/{current.article_uuid}/provenance/"
    assert text.count(f'href="{prov_url}"') == 2
    assert 'rel="alternate"\n        type="application/json"' in text


def test_earlier_version_says_so_and_stays_out_of_search_engines(client: Client) -> None:
    make_public(title="As it was")
    make_public(title="As it is", kind=EditionKind.CORRECTED, reason="The title was wrong.")
    text = text_of(client, f"{ARTICLE}versions/1/")
    assert "As it was" in text
    assert "no longer the current one" in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'id="comment-form"' not in text


def test_version_that_never_was_is_not_found(client: Client) -> None:
    make_public()
    text_of(client, f"{ARTICLE}versions/7/", status=404)


def test_retracted_article_is_gone_with_its_reason_and_nothing_else(client: Client) -> None:
    current = make_public(title="A title that must go")
    take_back(current, kind=EditionKind.RETRACTED, reason="It rested on a forgery.")
    for rest in ("", "provenance/", "versions/", "versions/1/", "versions/2/", "comments/"):
        text = text_of(client, f"{ARTICLE}{rest}", status=410)
        assert "It rested on a forgery." in text
        assert "A title that must go" not in text


@pytest.mark.parametrize("kind", [EditionKind.RETRACTED, EditionKind.WITHDRAWN])
def test_article_that_is_gone_is_in_no_list(client: Client, kind: EditionKind) -> None:
    make_cast()
    make_public(title="A title that must go")
    current = make_public(title="A title that must go", kind=EditionKind.CORRECTED, reason="No.")
    take_back(current, kind=kind, reason="It rested on a forgery.")
    for address in LISTS:
        text = client.get(address).content.decode()
        assert "A title that must go" not in text, address
        assert ARTICLE not in text, address


def test_retraction_stands_in_the_log_without_the_title(client: Client) -> None:
    current = make_public(title="A title that must go")
    take_back(current, kind=EditionKind.RETRACTED, reason="It rested on a forgery.")
    text = text_of(client, "/corrections/")
    assert "It rested on a forgery." in text
    assert "A title that must go" not in text


@pytest.mark.parametrize("rest", ["", "provenance/", "versions/", "versions/1/"])
def test_moved_article_is_found_from_its_old_address(client: Client, rest: str) -> None:
    make_public()
    make_public(kind=EditionKind.MOVED, moved_to="briefings/elsewhere/")
    response = client.get(f"{ARTICLE}{rest}")
    assert response.status_code == 301
    assert response["Location"] == f"/briefings/elsewhere/{rest}"


def test_unknown_address_is_not_found(client: Client) -> None:
    assert "There is no page" in text_of(client, "/briefings/nothing/", status=404)
    text_of(client, "/organisations/nobody/", status=404)
    text_of(client, "/topics/nothing/", status=404)


def test_organisation_opens_with_its_owners(client: Client) -> None:
    make_cast()
    make_public()
    text = text_of(client, "/organisations/northern-rare-earth-group/")
    assert text.index("majority-owned by") < text.index("On record")
    assert "12 September 1997" in text
    assert "Accelerate" in text


def test_organisation_of_no_public_briefing_is_not_found(client: Client) -> None:
    make_cast()
    text_of(client, "/organisations/baogang-daily/", status=404)


def test_pages_of_a_list_hold_every_row_once(client: Client) -> None:
    many(45)
    address, seen = "/briefings/", []
    while address:
        response = client.get(address)
        entries = response.content.decode().split('<article class="entry">')[1:]
        seen += [entry.split('href="')[1].split('"')[0] for entry in entries]
        older = response.content.decode().split('rel="next"')[0].rsplit('href="', 1)
        address = ""
        if 'rel="next"' in response.content.decode():
            address = "/briefings/" + older[1].split('"')[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 45


def test_list_tells_when_a_briefing_of_another_day_was_published(client: Client) -> None:
    make_cast()
    make_public()
    assert "published" not in text_of(client, "/briefings/").split('class="entry"')[1]
    make_public(slug="late", issued_at=NOW + datetime.timedelta(days=2))
    assert "entry__published" in text_of(client, "/briefings/")


@pytest.mark.parametrize("address", ["/briefings/", "/topics/rare-earths/"])
def test_list_can_begin_with_any_month(client: Client, address: str) -> None:
    make_cast()
    for month in (8, 9, 10):
        moment = datetime.datetime(2025, month, 20, tzinfo=datetime.UTC)
        make_public(slug=f"of-month-{month}", issued_at=moment)
    text = text_of(client, f"{address}?month=2025-09")
    assert "of-month-10" not in text
    assert text.index("of-month-9") < text.index("of-month-8")
    newer = text.split('rel="prev"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert "of-month-10" in text_of(client, f"{address}{newer}")


@pytest.mark.parametrize("month", ["2025-13", "x", "0000-01", "20251"])
def test_month_that_is_none_counts_as_not_chosen(client: Client, month: str) -> None:
    make_public()
    assert '<article class="entry">' in text_of(client, f"/briefings/?month={month}")


def test_jump_keeps_the_filters(client: Client) -> None:
    make_cast()
    many(1)
    text = text_of(client, "/briefings/?topic=rare-earths&month=2030-01")
    assert '<input type="hidden" name="topic" value="rare-earths">' in text
    assert 'value="2030-01"' in text
    assert 'name="month" value' not in text.split('type="month"')[0]


@pytest.mark.parametrize(
    "address",
    ["/briefings/?page=forged", "/directives/?page=forged", "/briefings/?topic=%00"],
)
def test_address_that_no_form_of_ours_makes_is_a_bad_request(client: Client, address: str) -> None:
    make_public()
    assert "We cannot read this address" in text_of(client, address, status=400)


def test_filters_keep_what_was_chosen(client: Client) -> None:
    make_cast()
    make_public()
    text = text_of(client, "/directives/?status=announced&force=order")
    assert '<option value="announced" selected>' in text.replace("\n", " ")
    assert "Clear all" in text


def test_search_marks_the_passage(client: Client) -> None:
    make_cast()
    make_public()
    assert "<mark>capitalism" not in text_of(client, "/search/?q=metallurgy")
    assert "<mark>gap" in text_of(client, "/search/?q=gap+analyses")


def test_search_without_a_hit_says_what_to_do(client: Client) -> None:
    make_public()
    assert "Try fewer words" in text_of(client, "/search/?q=zirconium")


@pytest.mark.parametrize("query", ["%00", "x" * 300, "%2D%2D"])
def test_search_for_the_absurd_is_a_bad_request(client: Client, query: str) -> None:
    assert 'id="search-error"' in text_of(client, f"/search/?q={query}", status=400)


def test_pages_answer_only_reading(client: Client) -> None:
    assert client.post("/briefings/").status_code == 405


def test_machines_are_told_what_is_there(client: Client) -> None:
    make_public()
    assert "Sitemap: https://testserver/sitemap.xml" in text_of(client, "/robots.txt")
    assert f"https://testserver{ARTICLE}" in text_of(client, "/sitemap-briefings-0.xml")
    assert "Expires:" in text_of(client, "/.well-known/security.txt")


def test_empty_site_says_what_will_come(client: Client) -> None:
    for address in ("/", "/briefings/", "/directives/", "/topics/", "/organisations/"):
        assert "empty__title" in text_of(client, address)


def test_server_error_page_needs_no_context() -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/briefings/", {"from": "2025-99-99"}).status_code == 200


def test_an_organisation_shows_who_owned_it_on_another_day(client: Client) -> None:
    address = "/organisations/northern-rare-earth-group/"
    make_cast()
    make_public()
    assert "Northern Rare Earth Group majority-owned by" in text_of(client, address)
    before = text_of(client, f"{address}?on=1997-09-11")
    assert "11 September 1997</time>, as far as is on record." in before
    assert "majority-owned by" not in before
    assert "Who owns it today" in text_of(client, f"{address}?on=yesterday")


@pytest.mark.parametrize(
    "address",
    ["/topics/rare-earths/", "/authors/lena-hartwig/", "/organisations/baogang-daily/"],
)
def test_list_with_feeds_says_how_to_follow_it(client: Client, address: str) -> None:
    make_cast()
    make_public()
    text = text_of(client, address).split("<main")[1]
    for file in ("atom.xml", "rss.xml", "feed.json"):
        assert f'href="{address}feeds/{file}"' in text


def test_retracted_briefing_leads_to_the_log_that_tells_it(client: Client) -> None:
    current = make_public()
    take_back(current, kind=EditionKind.RETRACTED)
    text = text_of(client, ARTICLE, status=410).split("<main")[1].split("</main")[0]
    assert 'href="/corrections/"' in text
