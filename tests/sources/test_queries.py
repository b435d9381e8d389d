"""Graph and directory are read in a fixed number of queries, however long the record is."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from sources.enums import ControlKind, OrganisationKind, OwnershipStatus
from sources.models import Organisation
from sources.queries import REMEMBERED, directory, ownership_graph
from tests.sources.builders import TODAY, make_organisation, make_ownership

pytestmark = pytest.mark.django_db

MANY = pytest.mark.parametrize("rows", [3, 30])


def _make_chain(rows: int) -> None:
    """Each owns the one before; a government stands at the top."""
    owner = make_organisation(name="Port Authority", kind=OrganisationKind.GOVERNMENT)
    for number in range(rows):
        owned = make_organisation(name=f"Company {number}", aliases=[f"C{number}"])
        make_ownership(owned=owned, owner=owner, control=ControlKind.STATE)
        owner = owned


@MANY
def test_graph_takes_two_queries(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _make_chain(rows)
    with django_assert_num_queries(2):
        graph = ownership_graph(on=TODAY)
        statuses = {graph.status(key) for key in graph.parties}
        lengths = [len(graph.path(key)) for key in graph.parties]
    assert statuses == {OwnershipStatus.STATE_OWNED}
    assert max(lengths) == rows


@MANY
def test_directory_takes_one_query(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _make_chain(rows)
    with django_assert_num_queries(1):
        known = directory()
    assert known.slug_of("the company 2") == "company-2"
    assert known.slug_of("c2") == "company-2"
    assert known.slug_of("Company") is None


def test_graph_holds_the_statements_of_its_day() -> None:
    herald, holding = make_organisation(), make_organisation(name="Holding")
    make_ownership(owned=herald, owner=holding, valid_to=TODAY)
    yesterday = TODAY - datetime.timedelta(days=1)
    assert ownership_graph(on=yesterday).has_record(herald.pk)
    assert not ownership_graph(on=TODAY).has_record(herald.pk)


def test_graph_says_what_a_statement_says() -> None:
    herald, holding = make_organisation(), make_organisation(name="Holding")
    make_ownership(owned=herald, owner=holding, valid_from=TODAY, evidence_note="Annual report")
    (step,) = ownership_graph(on=TODAY).path(herald.pk)
    assert (step.organisation.slug, step.control) == ("harbour-herald", ControlKind.SUBSIDIARY)
    assert step.owner is not None
    assert step.owner.name == "Holding"
    assert (step.valid_from, step.valid_to, step.evidence_note) == (TODAY, None, "Annual report")


def test_name_that_two_organisations_share_leads_to_neither() -> None:
    make_organisation(name="Harbour Herald", aliases=["Herald"])
    make_organisation(name="Fjord Herald", aliases=["The Herald"])
    assert directory().slug_of("Herald") is None
    assert directory().slug_of("Fjord Herald") == "fjord-herald"


def _owners_before(herald: Organisation, *, on: datetime.date = TODAY) -> set[str]:
    steps = ownership_graph(on=on).last_owners(herald.pk)
    return {step.owner.name for step in steps if step.owner}


def test_graph_remembers_who_controlled_last() -> None:
    herald, pier = make_organisation(), make_organisation(name="Pier Press")
    quay, fund = make_organisation(name="Quay Press"), make_organisation(name="Quay Fund")
    sold, before = TODAY - datetime.timedelta(days=30), TODAY - datetime.timedelta(days=400)
    make_ownership(owned=herald, owner=pier, valid_to=before)
    make_ownership(owned=herald, owner=quay, valid_from=before, valid_to=sold)
    make_ownership(owned=herald, owner=fund, control=ControlKind.MINORITY, valid_to=TODAY)
    assert _owners_before(herald) == {"Quay Press"}
    assert _owners_before(herald, on=sold) == {"Quay Press"}
    assert _owners_before(herald, on=sold - datetime.timedelta(days=1)) == {"Pier Press"}


def test_graph_forgets_an_owner_of_long_ago() -> None:
    herald, quay = make_organisation(), make_organisation(name="Quay Press")
    make_ownership(owned=herald, owner=quay, valid_to=TODAY - REMEMBERED)
    assert not _owners_before(herald)
    assert _owners_before(herald, on=TODAY - datetime.timedelta(days=1)) == {"Quay Press"}


def test_owner_who_stayed_is_no_former_owner() -> None:
    herald, quay = make_organisation(), make_organisation(name="Quay Press")
    make_ownership(owned=herald, owner=quay, control=ControlKind.MAJORITY, valid_to=TODAY)
    make_ownership(owned=herald, owner=quay, control=ControlKind.SUBSIDIARY, valid_from=TODAY)
    assert not _owners_before(herald)
