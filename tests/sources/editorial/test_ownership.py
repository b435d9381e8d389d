"""Statements of ownership in the admin: made, ended, corrected, and never unsaid."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from articles.editorial.ingest.parties import owner_url
from sources.enums import ControlKind, OrganisationKind
from sources.models import Ownership
from tests.sources.builders import make_organisation, make_ownership
from tests.sources.editorial.desk import OWNERSHIP, RecordDesk, html_of

NEW_YEAR = datetime.date(2025, 1, 1)


def _said(**values: Any) -> dict[str, Any]:
    return {"control": "subsidiary", **values}


def test_address_that_ingest_gives_fills_in_the_organisation(
    client: Client, desk: RecordDesk
) -> None:
    form = desk.signed_in(client, "ana").get(owner_url(desk.herald)).context["form"]
    assert form["owned"].value() == desk.herald.pk


@pytest.mark.parametrize("owned", ["", "0", "99", "-1", "x", "9" * 30, "٣"])
def test_address_that_names_nobody_fills_in_nothing(
    client: Client, desk: RecordDesk, owned: str
) -> None:
    response = desk.signed_in(client, "ana").get(reverse(f"{OWNERSHIP}:add"), {"owned": owned})
    assert response.status_code == 200
    assert response.context["form"]["owned"].value() is None


def test_analyst_states_who_owns_whom(client: Client, desk: RecordDesk) -> None:
    fjord = make_organisation(name="Fjord Post")
    data = _said(owned=fjord.pk, owner=desk.herald.pk, evidence=desk.document.pk, share="60")
    response = desk.signed_in(client, "ana").post(reverse(f"{OWNERSHIP}:add"), data, follow=True)
    assert "On record: Fjord Post subsidiary of Harbour Herald (60 %)." in html_of(response)
    statement = Ownership.objects.get(owned=fjord)
    assert statement.evidence == desk.document
    entry = ModelLogEntry.objects.for_instance(statement).get()
    assert (entry.action, entry.user) == ("assay.ownership_stated", desk.people["ana"])


def test_contradiction_is_said_at_the_form(client: Client, desk: RecordDesk) -> None:
    data = _said(owned=desk.herald.pk, control="private")
    response = desk.signed_in(client, "ana").post(reverse(f"{OWNERSHIP}:add"), data)
    words = "On record for some of the same days: “Harbour Herald owned by Port Authority”"
    assert words in html_of(response)
    assert Ownership.objects.count() == 1


def test_circle_is_said_at_the_form(client: Client, desk: RecordDesk) -> None:
    data = _said(owned=desk.port.pk, owner=desk.herald.pk)
    response = desk.signed_in(client, "ana").post(reverse(f"{OWNERSHIP}:add"), data)
    assert "Port Authority stands above Harbour Herald already" in html_of(response)


def test_what_somebody_else_stated_meanwhile_is_said_at_the_form(
    client: Client, desk: RecordDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fjord = make_organisation(name="Fjord Post")

    def somebody_else_is_first() -> None:
        make_ownership(owned=fjord, control=ControlKind.PRIVATE)

    monkeypatch.setattr("sources.actions.ownership.lock_record", somebody_else_is_first)
    data = _said(owned=fjord.pk, owner=desk.port.pk)
    response = desk.signed_in(client, "ana").post(reverse(f"{OWNERSHIP}:add"), data)
    assert "Fjord Post held by private persons" in html_of(response)


def test_form_that_says_nothing_comes_back(client: Client, desk: RecordDesk) -> None:
    response = desk.signed_in(client, "ana").post(reverse(f"{OWNERSHIP}:add"), {})
    assert "The statement is not on record yet." in html_of(response)


def test_editor_ends_a_statement_and_changes_nothing_else(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{OWNERSHIP}:edit", args=[desk.statement.pk])
    desk.signed_in(client, "edith").get(edit)
    data = _said(owned=desk.port.pk, control="private", valid_to="2025-01-01", evidence_note="Sale")
    client.post(edit, data)
    desk.statement.refresh_from_db()
    assert (desk.statement.valid_to, desk.statement.evidence_note) == (NEW_YEAR, "Sale")
    assert (desk.statement.owned, desk.statement.owner) == (desk.herald, desk.port)
    assert desk.statement.control == ControlKind.STATE


def test_form_of_a_statement_leads_to_a_new_one(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{OWNERSHIP}:edit", args=[desk.statement.pk])
    html = html_of(desk.signed_in(client, "edith").get(edit))
    assert "To change the owner, end this statement" in html
    assert f"{reverse(f'{OWNERSHIP}:add')}?owned={desk.herald.pk}" in html


def test_superuser_corrects_a_mistake_and_the_history_keeps_it(
    client: Client, desk: RecordDesk
) -> None:
    fjord = make_organisation(name="Fjord Group", kind=OrganisationKind.COMPANY)
    edit = reverse(f"{OWNERSHIP}:edit", args=[desk.statement.pk])
    html = html_of(desk.signed_in(client, "root").get(edit))
    assert "Correct here only what was never true" in html
    client.post(edit, _said(owned=desk.herald.pk, owner=fjord.pk))
    desk.statement.refresh_from_db()
    assert desk.statement.owner == fjord
    history = html_of(client.get(reverse(f"{OWNERSHIP}:history", args=[desk.statement.pk])))
    assert "Port Authority → Fjord Group" in history
    assert "owned by → subsidiary of" in history


def test_end_before_the_beginning_is_said_at_the_form(client: Client, desk: RecordDesk) -> None:
    Ownership.objects.update(valid_from=NEW_YEAR)
    edit = reverse(f"{OWNERSHIP}:edit", args=[desk.statement.pk])
    response = desk.signed_in(client, "edith").post(edit, {"valid_to": "2024-12-31"})
    assert "must end after the day it begins" in html_of(response)


def test_analyst_may_not_end_a_statement(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{OWNERSHIP}:edit", args=[desk.statement.pk])
    desk.signed_in(client, "ana").post(edit, {"valid_to": "2025-01-01"})
    desk.statement.refresh_from_db()
    assert desk.statement.valid_to is None


def test_list_of_statements_says_when_each_holds(client: Client, desk: RecordDesk) -> None:
    Ownership.objects.update(valid_from=NEW_YEAR)
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{OWNERSHIP}:list")))
    assert "Harbour Herald owned by Port Authority" in html
    assert "since 2025-01-01" in html
    assert "holds" in html
    assert reverse(f"{OWNERSHIP}:inspect", args=[desk.statement.pk]) in html


@pytest.mark.parametrize(("query", "is_found"), [("hh", True), ("port", True), ("fjord", False)])
def test_statement_is_found_by_either_organisation(
    client: Client, desk: RecordDesk, query: str, is_found: bool
) -> None:
    found = desk.signed_in(client, "ana").get(reverse(f"{OWNERSHIP}:list_results"), {"q": query})
    assert ("owned by Port Authority" in html_of(found)) is is_found
