"""Organisations are found by any of their names, and say who judged them when."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from sources.actions.organisations import create_organisation, save_organisation
from sources.enums import OrganisationKind, Reliability
from sources.models import Organisation
from tests.sources.builders import TODAY, make_organisation, make_user

pytestmark = pytest.mark.django_db

EARLIER = datetime.date(2024, 1, 1)


def _save(organisation: Organisation, *aliases: str, **values: Any) -> Organisation:
    return save_organisation(organisation=organisation, aliases=aliases, **{"on": TODAY, **values})


def _names(organisation: Organisation) -> list[str]:
    return sorted(row.name for row in organisation.names.all())


@pytest.mark.parametrize(
    "name",
    ["Ålesund Herald", "ALESUND  herald", "The Ålesund Herald", "AH", "ah", "奥勒松先驱报"],
)
def test_organisation_is_found_by_any_of_its_names(name: str) -> None:
    herald = make_organisation(
        name="Ålesund Herald", native_name="奥勒松先驱报", aliases=["AH", "Herald of Ålesund"]
    )
    make_organisation(name="Bergen Herald")
    assert Organisation.objects.named(name).get() == herald


def test_part_of_a_name_finds_nobody() -> None:
    make_organisation(name="Ålesund Herald")
    assert not Organisation.objects.named("Ålesund").exists()


def test_organisation_with_two_matching_names_is_found_once() -> None:
    herald = make_organisation(name="Harbour Herald", aliases=["Herald"])
    assert list(Organisation.objects.named("the herald")) == [herald]


def test_new_organisation_has_its_slug_and_is_logged() -> None:
    analyst = make_user()
    herald = create_organisation(
        name="  Harbour   Herald ", kind=OrganisationKind.MEDIA, country="NO", user=analyst
    )
    assert (herald.name, herald.slug, herald.country) == ("Harbour Herald", "harbour-herald", "NO")
    assert ModelLogEntry.objects.for_instance(herald).get().user == analyst


def test_name_that_is_on_record_makes_no_second_organisation() -> None:
    herald = make_organisation(name="Harbour Herald", aliases=["The HH"])
    assert create_organisation(name="hh", kind=OrganisationKind.COMPANY) == herald
    assert herald.kind == OrganisationKind.MEDIA
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("港口日报", "organisation"),
        ("Ny-Ålesund Institute", "ny-alesund-institute"),
        ("Газета Порт", "organisation"),
        ("Post 24", "post-24"),
    ],
)
def test_slug_is_made_of_what_is_latin_in_a_name(name: str, slug: str) -> None:
    assert create_organisation(name=name, kind=OrganisationKind.MEDIA).slug == slug


def test_slug_that_is_taken_gets_a_number() -> None:
    names = ["港口日报", "港口晚报", "港口周报"]
    made = [create_organisation(name=name, kind=OrganisationKind.MEDIA) for name in names]
    assert [each.slug for each in made] == ["organisation", "organisation-2", "organisation-3"]


@pytest.mark.parametrize("name", ["", "…", "(.)", " , "])
def test_name_without_a_letter_is_refused(name: str) -> None:
    make_organisation(name="Harbour Herald")
    with pytest.raises(ValidationError):
        create_organisation(name=name, kind=OrganisationKind.MEDIA)
    assert Organisation.objects.count() == 1


def test_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        create_organisation(name="Harbour Herald", kind="circus")


def test_aliases_become_those_of_the_form() -> None:
    herald = make_organisation(name="Harbour Herald", aliases=["HH", "The Herald"])
    _save(herald, "The Herald", "Harbour News")
    assert _names(herald) == ["Harbour Herald", "Harbour News", "The Herald"]


def test_own_names_stay_when_no_alias_is_left() -> None:
    herald = make_organisation(name="Harbour Herald", native_name="港口先驱报", aliases=["HH"])
    _save(herald)
    assert _names(herald) == ["Harbour Herald", "港口先驱报"]


def test_name_that_is_given_up_stays_as_an_alias() -> None:
    herald = make_organisation(name="Harbour Herald")
    herald.name = "Fjord Herald"
    _save(herald)
    assert Organisation.objects.named("Harbour Herald").get().name == "Fjord Herald"


def test_two_spellings_of_an_alias_are_one() -> None:
    herald = make_organisation(name="Harbour Herald")
    _save(herald, "HH", "hh", "…", "harbour herald")
    assert _names(herald) == ["HH", "Harbour Herald"]


def test_log_says_which_names_came_and_went() -> None:
    herald = make_organisation(name="Harbour Herald", aliases=["HH"])
    _save(herald, "Harbour News")
    entry = ModelLogEntry.objects.for_instance(herald).get(action="assay.names")
    assert entry.data == {"added": ["Harbour News"], "removed": ["HH"]}


def test_whoever_changes_the_grade_is_the_assessor_of_the_day() -> None:
    editor, herald = make_user(), make_organisation()
    herald.reliability, herald.reliability_reason = Reliability.B, "Corrects its mistakes."
    _save(herald, user=editor)
    assert (herald.reliability_assessor, herald.reliability_on) == (editor, TODAY)
    entry = ModelLogEntry.objects.for_instance(herald).get(action="assay.reliability")
    assert (entry.data["was"], entry.data["now"]) == ("F", "B")


def test_new_reason_is_a_new_judgement() -> None:
    first, second = make_user(username="edith"), make_user(username="emil")
    herald = make_organisation()
    herald.reliability, herald.reliability_reason = Reliability.B, "Corrects its mistakes."
    _save(herald, user=first, on=EARLIER)
    herald.reliability_reason = "Names its sources."
    _save(herald, user=second)
    assert (herald.reliability_assessor, herald.reliability_on) == (second, TODAY)
    latest = ModelLogEntry.objects.for_instance(herald).filter(action="assay.reliability").first()
    assert latest is not None
    assert latest.data["reason_before"] == "Corrects its mistakes."


def test_other_changes_leave_the_judgement_alone() -> None:
    first, second = make_user(username="edith"), make_user(username="emil")
    herald = make_organisation()
    herald.reliability, herald.reliability_reason = Reliability.B, "Corrects its mistakes."
    _save(herald, user=first, on=EARLIER)
    herald.country = "SE"
    _save(herald, user=second)
    assert (herald.reliability_assessor, herald.reliability_on) == (first, EARLIER)


def test_new_organisation_without_a_grade_has_no_assessor() -> None:
    herald = Organisation(name="Harbour Herald", kind=OrganisationKind.MEDIA)
    _save(herald, "HH", user=make_user())
    assert herald.slug == "harbour-herald"
    assert herald.reliability_assessor is None
    actions = ModelLogEntry.objects.for_instance(herald).values_list("action", flat=True)
    assert sorted(actions) == ["assay.names", "wagtail.create"]
