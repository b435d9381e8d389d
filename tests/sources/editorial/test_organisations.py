"""Organisations in the admin: names, grades, and who stands above them, in words."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from sources.models import Organisation
from tests.sources.builders import make_organisation, make_ownership, make_source_document
from tests.sources.editorial.desk import DOCUMENT, ORGANISATION, OWNERSHIP, RecordDesk, html_of


def _organisation(**values: Any) -> dict[str, Any]:
    given = {"name": "Harbour Herald", "kind": "media", "country": "NO", "reliability": "F"}
    return {**given, **values}


def test_list_of_organisations_says_ownership_and_reliability_in_words(
    client: Client, desk: RecordDesk
) -> None:
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{ORGANISATION}:list")))
    assert "state-owned" in html
    assert "reliability cannot be judged" in html


def test_list_offers_to_say_who_owns_an_organisation_without_a_record(
    client: Client, desk: RecordDesk
) -> None:
    fjord = make_organisation(name="Fjord Post")
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{ORGANISATION}:list")))
    assert f"{reverse(f'{OWNERSHIP}:add')}?owned={fjord.pk}" in html


def test_list_without_the_right_to_state_says_that_nothing_is_on_record(
    client: Client, desk: RecordDesk
) -> None:
    make_organisation(name="Fjord Post")
    allowed = Permission.objects.get(codename="add_ownership")
    desk.people["ana"].groups.get().permissions.remove(allowed)
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{ORGANISATION}:list")))
    assert "nothing on record" in html
    assert "?owned=" not in html


@pytest.mark.parametrize("query", ["hh", "HARBOUR", "the harbour herald", "hérald"])
def test_organisation_is_found_in_list_and_chooser_by_any_name(
    client: Client, desk: RecordDesk, query: str
) -> None:
    desk.signed_in(client, "ana")
    found = client.get(reverse(f"{ORGANISATION}:list_results"), {"q": query})
    chooser = reverse("wagtailsnippetchoosers_sources_organisation:choose_results")
    for html in (html_of(found), html_of(client.get(chooser, {"q": query}))):
        assert "Harbour Herald" in html
        assert "Port Authority" not in html


@pytest.mark.parametrize("rows", [3, 18])
def test_lists_take_as_many_queries_for_few_rows_as_for_many(
    client: Client, desk: RecordDesk, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        paper = make_organisation(name=f"Paper {number}")
        make_ownership(owned=paper, owner=desk.port, evidence=desk.document)
        make_source_document(raw=b"Item %d" % number, originators=[paper])
    desk.signed_in(client, "root")
    for viewset, count in ((ORGANISATION, 7), (OWNERSHIP, 5), (DOCUMENT, 6)):
        client.get(reverse(f"{viewset}:list_results"))  # what is cached for the process
        with django_assert_num_queries(count):
            client.get(reverse(f"{viewset}:list_results"))


def test_analyst_puts_an_organisation_on_record(client: Client, desk: RecordDesk) -> None:
    data = _organisation(name="港口日报", aliases="Port Daily\n\n  PD ", country="CN")
    response = desk.signed_in(client, "ana").post(reverse(f"{ORGANISATION}:add"), data)
    assert response["Location"] == reverse(f"{ORGANISATION}:list")
    daily = Organisation.objects.named("port daily").get()
    assert (daily.name, daily.slug) == ("港口日报", "organisation")
    assert sorted(row.name for row in daily.names.all()) == ["PD", "Port Daily", "港口日报"]


def test_form_shows_the_aliases_and_not_the_own_name(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    form = desk.signed_in(client, "ana").get(edit).context["form"]
    assert form["aliases"].value() == "HH"


def test_grade_names_its_assessor_and_day(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    data = _organisation(aliases="HH", reliability="B", reliability_reason="Corrects itself.")
    desk.signed_in(client, "edith").post(edit, data)
    desk.herald.refresh_from_db()
    assert desk.herald.reliability_assessor == desk.people["edith"]
    assert desk.herald.reliability_on is not None
    assert "Judged by Edith on" in html_of(client.get(edit))
    history = html_of(client.get(reverse(f"{ORGANISATION}:history", args=[desk.herald.pk])))
    assert "reliability cannot be judged → usually reliable. Corrects itself." in history


def test_grade_without_a_reason_is_asked_for_one(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    response = desk.signed_in(client, "ana").post(edit, _organisation(reliability="B"))
    assert "what the grade rests on" in html_of(response)
    desk.herald.refresh_from_db()
    assert desk.herald.reliability == "F"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "…"}, "is no name"),
        ({"name": ""}, "required"),
        ({"aliases": "A" * 201}, "Too long for a name"),
        ({"country": "Norway"}, "not one of the available choices"),
    ],
)
def test_what_cannot_stand_is_said_at_the_form(
    client: Client, desk: RecordDesk, values: dict[str, str], words: str
) -> None:
    response = desk.signed_in(client, "ana").post(
        reverse(f"{ORGANISATION}:add"), _organisation(**values)
    )
    assert words in html_of(response)
    assert Organisation.objects.count() == 2


def test_address_of_an_organisation_stays_when_its_name_changes(
    client: Client, desk: RecordDesk
) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    desk.signed_in(client, "ana").post(edit, _organisation(name="Fjord Herald", slug="other"))
    desk.herald.refresh_from_db()
    assert (desk.herald.name, desk.herald.slug) == ("Fjord Herald", "harbour-herald")


def test_history_says_which_names_came_and_went(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    desk.signed_in(client, "ana").post(edit, _organisation(aliases="The Fjord Paper"))
    history = html_of(client.get(reverse(f"{ORGANISATION}:history", args=[desk.herald.pk])))
    assert "Names added: The Fjord Paper; Names removed: HH" in history


def test_the_form_shows_who_owns_an_organisation_as_a_picture(
    client: Client, desk: RecordDesk
) -> None:
    edit = reverse(f"{ORGANISATION}:edit", args=[desk.herald.pk])
    html = html_of(desk.signed_in(client, "ana").get(edit))
    assert "Harbour Herald owned by Port Authority." in html
    assert "chain-picture__drawing--across" in html


def test_the_form_of_a_new_organisation_shows_no_picture(client: Client, desk: RecordDesk) -> None:
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{ORGANISATION}:add")))
    assert "Ownership today" not in html
