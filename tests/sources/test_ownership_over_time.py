"""Ownership as the record has it on a day: sold, shared, held in part, and what is not known."""

import datetime
from decimal import Decimal

import pytest

from sources.enums import ControlKind, OrganisationKind, OwnershipStatus
from sources.independence import Testimony, are_independent
from sources.models import Organisation
from sources.queries import ownership_graph
from tests.sources.builders import make_organisation, make_ownership

pytestmark = pytest.mark.django_db
SOLD = datetime.date(2020, 1, 1)
EVE = SOLD - datetime.timedelta(days=1)


@pytest.fixture
def port() -> Organisation:
    return make_organisation(name="Port Authority", kind=OrganisationKind.GOVERNMENT)


@pytest.fixture
def herald() -> Organisation:
    return make_organisation(name="Harbour Herald")


def status(organisation: Organisation, on: datetime.date = SOLD) -> OwnershipStatus:
    """What the record says of an organisation on a day."""
    return ownership_graph(on=on).status(organisation.pk)


def independent(one: Organisation, other: Organisation, on: datetime.date = SOLD) -> bool:
    """Whether documents of two organisations would be independent on a day."""
    first, second = (
        Testimony(row.pk, str(row.pk), str(row), (row.pk,), "", "primary") for row in (one, other)
    )
    return are_independent(first, second, ownership_graph(on=on))


def private(name: str) -> Organisation:
    """A paper that nobody controls."""
    paper = make_organisation(name=name)
    make_ownership(owned=paper, control=ControlKind.PRIVATE)
    return paper


def test_a_sale_changes_the_status_on_its_day_and_not_before(
    port: Organisation, herald: Organisation
) -> None:
    make_ownership(owned=herald, owner=port, control=ControlKind.STATE, valid_to=SOLD)
    make_ownership(owned=herald, control=ControlKind.PRIVATE, valid_from=SOLD)
    assert status(herald, EVE) is OwnershipStatus.STATE_OWNED
    assert status(herald, SOLD) is OwnershipStatus.PRIVATE


def test_a_sale_further_up_changes_everything_below(
    port: Organisation, herald: Organisation
) -> None:
    holding = make_organisation(name="Holding", kind=OrganisationKind.COMPANY)
    make_ownership(owned=herald, owner=holding)
    make_ownership(owned=holding, owner=port, control=ControlKind.STATE, valid_to=SOLD)
    make_ownership(owned=holding, control=ControlKind.LISTED, valid_from=SOLD)
    assert status(herald, EVE) is OwnershipStatus.STATE_OWNED
    assert status(herald, SOLD) is OwnershipStatus.LISTED


def test_between_two_owners_nothing_is_known(port: Organisation, herald: Organisation) -> None:
    make_ownership(owned=herald, owner=port, control=ControlKind.STATE, valid_to=EVE)
    make_ownership(owned=herald, control=ControlKind.PRIVATE, valid_from=SOLD)
    assert status(herald, EVE) is OwnershipStatus.UNKNOWN


def test_papers_become_independent_when_one_is_sold(
    port: Organisation, herald: Organisation
) -> None:
    radio = make_organisation(name="Harbour Radio")
    make_ownership(owned=radio, owner=port, control=ControlKind.STATE)
    make_ownership(owned=herald, owner=port, control=ControlKind.STATE, valid_to=SOLD)
    make_ownership(owned=herald, control=ControlKind.PRIVATE, valid_from=SOLD)
    assert not independent(herald, radio, EVE)
    assert independent(herald, radio, SOLD)


def test_a_minority_stake_neither_decides_nor_binds(
    port: Organisation, herald: Organisation
) -> None:
    make_ownership(owned=herald, owner=port, control=ControlKind.MINORITY, share=Decimal("49.90"))
    assert status(herald) is OwnershipStatus.UNKNOWN
    make_ownership(owned=herald, control=ControlKind.LISTED)
    assert status(herald) is OwnershipStatus.LISTED
    radio = make_organisation(name="Harbour Radio")
    make_ownership(owned=radio, owner=port, control=ControlKind.STATE)
    assert independent(herald, radio)


def test_each_who_shares_control_binds(port: Organisation, herald: Organisation) -> None:
    island = private("Island News")
    half = Decimal(50)
    for owner in (port, island):
        make_ownership(owned=herald, owner=owner, share=half)
    assert status(herald) is OwnershipStatus.STATE_CONTROLLED
    assert not independent(herald, island)


def test_one_unknown_holder_of_control_leaves_independence_unproven(herald: Organisation) -> None:
    island, nobody = private("Island News"), make_organisation(name="Letterbox")
    for owner in (private("Fjord Post"), nobody):
        make_ownership(owned=herald, owner=owner, share=Decimal(50))
    assert status(herald) is OwnershipStatus.UNKNOWN
    assert not independent(herald, island)
    make_ownership(owned=nobody, control=ControlKind.PRIVATE)
    assert independent(herald, island)


@pytest.mark.parametrize("said", [True, False])
def test_unknown_never_counts_as_independent(herald: Organisation, *, said: bool) -> None:
    if said:
        make_ownership(owned=herald, control=ControlKind.UNKNOWN)
    other = make_organisation(name="Fjord Post")
    assert not independent(herald, private("Island News"))
    assert not independent(herald, other)


def test_a_party_organ_is_affiliated_media_and_a_partys_company_is_not(
    herald: Organisation,
) -> None:
    party = make_organisation(name="Lantern Party", kind=OrganisationKind.PARTY)
    press = make_organisation(name="Lantern Press", kind=OrganisationKind.COMPANY)
    for owned in (herald, press):
        make_ownership(owned=owned, owner=party, control=ControlKind.PARTY_ORGAN)
    assert status(herald) is OwnershipStatus.STATE_AFFILIATED_MEDIA
    assert status(press) is OwnershipStatus.STATE_CONTROLLED


def test_an_ended_statement_stays_on_record_and_says_when_it_held(
    port: Organisation, herald: Organisation
) -> None:
    make_ownership(
        owned=herald, owner=port, control=ControlKind.STATE, valid_from=EVE, valid_to=SOLD
    )
    [step] = ownership_graph(on=EVE).path(herald.pk)
    assert (step.valid_from, step.valid_to) == (EVE, SOLD)
    assert not ownership_graph(on=SOLD).path(herald.pk)
