"""Credibility: "confirmed" is refused without two independent documents."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from sources.actions.describing import describe_document
from sources.enums import ControlKind, Credibility, OrganisationKind
from sources.models import Organisation, Ownership, SourceDocument
from sources.queries import unconfirmed
from tests.sources.builders import make_organisation, make_ownership, make_source_document

pytestmark = pytest.mark.django_db
PORT = "Port Authority"


@pytest.fixture
def herald() -> Organisation:
    """A paper of the port."""
    port = make_organisation(name=PORT, kind=OrganisationKind.GOVERNMENT)
    paper = make_organisation(name="Harbour Herald")
    make_ownership(owned=paper, owner=port, control=ControlKind.STATE)
    return paper


@pytest.fixture
def document(herald: Organisation) -> SourceDocument:
    """What the paper of the port says."""
    return make_source_document(publisher=herald, title="Board meets")


def another(publisher: Organisation | None, *, cluster: str = "") -> SourceDocument:
    """A second document."""
    return make_source_document(
        raw=b"It met.", title="It met", publisher=publisher, republication_cluster=cluster
    )


def private() -> Organisation:
    """A paper that nobody controls."""
    paper = make_organisation(name="Island News")
    make_ownership(owned=paper, control=ControlKind.PRIVATE)
    return paper


def grade(
    document: SourceDocument,
    credibility: Credibility,
    *,
    by: SourceDocument | None = None,
    originators: tuple[Organisation, ...] = (),
) -> str:
    """Judge a document; what it says when it is refused."""
    document.credibility, document.credibility_reason = credibility, "As the minutes have it."
    document.borne_out_by = by
    try:
        describe_document(document=document, originators=originators)
    except ValidationError as error:
        return " ".join(error.messages)
    document.refresh_from_db()
    assert document.credibility == credibility
    return ""


def test_confirmed_takes_an_independent_document(document: SourceDocument) -> None:
    assert grade(document, Credibility.CONFIRMED, by=another(private())) == ""


def test_confirmed_without_another_document_is_refused(document: SourceDocument) -> None:
    words = grade(document, Credibility.CONFIRMED)
    assert words == (
        "“Confirmed” needs two independent documents. "
        "Name another document that bears it out. Grade it 2 at most."
    )
    assert words == grade(document, Credibility.CONFIRMED, by=document)
    document.refresh_from_db()
    assert document.credibility == Credibility.UNJUDGED


def test_two_of_one_owner_do_not_confirm_each_other(document: SourceDocument) -> None:
    second = make_organisation(name="Harbour Radio")
    port = Organisation.objects.get(name=PORT)
    make_ownership(owned=second, owner=port, control=ControlKind.STATE)
    words = grade(document, Credibility.CONFIRMED, by=another(second))
    assert "Harbour Herald and Harbour Radio: both controlled by Port Authority" in words
    assert words.endswith("Grade it 2 at most.")


@pytest.mark.parametrize("is_looked_for", [True, False])
def test_where_ownership_is_not_known_two_is_the_most(
    document: SourceDocument, is_looked_for: bool
) -> None:
    post = make_organisation(name="Fjord Post")
    if is_looked_for:
        make_ownership(owned=post, control=ControlKind.UNKNOWN)
    other = another(post)
    words = grade(document, Credibility.CONFIRMED, by=other)
    assert "The ownership of Fjord Post is not known." in words
    assert grade(document, Credibility.PROBABLE, by=other) == ""


def test_a_document_from_nowhere_confirms_nothing(document: SourceDocument) -> None:
    words = grade(document, Credibility.CONFIRMED, by=another(None))
    assert "Where “It met” comes from is not known." in words


def test_a_republished_text_confirms_nothing(document: SourceDocument) -> None:
    SourceDocument.objects.update(republication_cluster="one")
    document.refresh_from_db()
    words = grade(document, Credibility.CONFIRMED, by=another(private(), cluster="one"))
    assert "each republishes the same text" in words


def test_originators_named_with_the_grade_count(document: SourceDocument) -> None:
    island = private()
    other = another(island)
    words = grade(document, Credibility.CONFIRMED, by=other, originators=(island,))
    assert "two independent documents" in words


def test_who_owned_whom_on_the_day_of_the_document_counts(document: SourceDocument) -> None:
    port = Organisation.objects.get(name=PORT)
    radio = make_organisation(name="Harbour Radio")
    sold = datetime.date(2020, 1, 1)
    make_ownership(owned=radio, owner=port, control=ControlKind.STATE, valid_to=sold)
    make_ownership(owned=radio, control=ControlKind.PRIVATE, valid_from=sold)
    other = another(radio)
    document.published_on = sold - datetime.timedelta(days=1)
    assert "both controlled by Port Authority" in grade(document, Credibility.CONFIRMED, by=other)
    document.published_on = sold
    assert grade(document, Credibility.CONFIRMED, by=other) == ""


# -- What becomes of a grade afterwards -------------------------------------------------------


def test_grade_stands_while_the_record_does(document: SourceDocument) -> None:
    assert grade(document, Credibility.CONFIRMED, by=another(private())) == ""
    assert unconfirmed([document]) == {}


def test_grade_is_doubted_when_both_come_under_one_owner(document: SourceDocument) -> None:
    island = private()
    grade(document, Credibility.CONFIRMED, by=another(island))
    port = Organisation.objects.get(name=PORT)
    Ownership.objects.filter(owned=island).update(owner=port, control=ControlKind.STATE)
    reason = unconfirmed([document])[document.pk]
    assert "Harbour Herald and Island News: both controlled by Port Authority" in reason


def test_grade_is_doubted_when_one_turns_out_to_republish_the_other(
    document: SourceDocument,
) -> None:
    other = another(private())
    grade(document, Credibility.CONFIRMED, by=other)
    SourceDocument.objects.update(republication_cluster="one")
    document.refresh_from_db()
    assert "each republishes the same text" in unconfirmed([document])[document.pk]


def test_what_happens_after_the_day_of_the_document_does_not_touch_its_grade(
    document: SourceDocument,
) -> None:
    island = private()
    grade(document, Credibility.CONFIRMED, by=another(island))
    sold = document.captured_at.date() + datetime.timedelta(days=1)
    Ownership.objects.filter(owned=island).update(valid_to=sold)
    port = Organisation.objects.get(name=PORT)
    make_ownership(owned=island, owner=port, control=ControlKind.STATE, valid_from=sold)
    assert unconfirmed([document]) == {}


def test_grades_are_looked_at_in_as_many_queries_however_many_there_are(
    document: SourceDocument, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = another(private())
    grade(document, Credibility.CONFIRMED, by=other)
    with django_assert_num_queries(0):
        assert unconfirmed([other]) == unconfirmed([]) == {}
    documents = [document]
    for day in range(1, 6):
        row = make_source_document(
            raw=f"Of day {day}.".encode(),
            publisher=document.publisher,
            published_on=datetime.date(2025, 10, day),
            credibility=Credibility.CONFIRMED,
        )
        SourceDocument.objects.filter(pk=row.pk).update(borne_out_by=other)
        documents.append(row)
    keys = [row.pk for row in documents]
    rows = SourceDocument.objects.filter(pk__in=keys).select_related("publisher")
    graded = list(rows.prefetch_related("originators"))
    with django_assert_num_queries(4):
        assert unconfirmed(graded) == {}
