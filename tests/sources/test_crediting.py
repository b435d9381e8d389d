"""Originators are named once; what somebody said before stands."""

import pytest

from sources.actions.crediting import credit_originators
from sources.actions.describing import entitle_document
from tests.sources.builders import make_organisation, make_source_document

pytestmark = pytest.mark.django_db


def test_document_without_origin_gets_its_originators() -> None:
    document = make_source_document()
    herald = make_organisation()
    assert credit_originators(document=document, organisations=[herald])
    assert list(document.originators.all()) == [herald]


def test_what_was_said_of_a_document_stands() -> None:
    herald, rival = make_organisation(), make_organisation(name="Rival Herald")
    published = make_source_document(publisher=herald)
    credited = make_source_document(raw=b"Another.", originators=[herald])
    assert not credit_originators(document=published, organisations=[rival])
    assert not credit_originators(document=credited, organisations=[rival])
    assert list(credited.originators.all()) == [herald]


def test_nobody_to_credit_changes_nothing() -> None:
    assert not credit_originators(document=make_source_document(), organisations=[])


def test_document_without_a_title_gets_one_and_keeps_it() -> None:
    document = make_source_document(title="")
    assert entitle_document(document=document, title="Harbour board meets")
    assert not entitle_document(document=document, title="Another")
    document.refresh_from_db()
    assert document.title == "Harbour board meets"
