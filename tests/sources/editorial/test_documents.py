"""Source documents in the admin: what is said of them changes, what was captured does not."""

import pytest
from django.test import Client
from django.urls import reverse

from sources.enums import CheckOutcome, ControlKind, Credibility
from sources.models import Ownership, SourceDocument
from tests.sources.builders import (
    NOW,
    make_organisation,
    make_ownership,
    make_source_check,
    make_source_document,
)
from tests.sources.editorial.desk import DOCUMENT, RecordDesk, html_of


def test_what_was_captured_is_shown_and_leads_to_the_review(
    client: Client, desk: RecordDesk
) -> None:
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    html = html_of(desk.signed_in(client, "ana").get(edit))
    assert desk.document.sha256 in html
    assert "pasted by an analyst" in html
    assert "The harbour board met on Friday." in html
    assert "0 damaged marks restored, 0 leftovers removed" in html
    assert reverse("assay_ingest_review", args=[desk.document.uuid]) in html


def test_what_was_found_at_the_address_stands_beside_what_was_captured(
    client: Client, desk: RecordDesk
) -> None:
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    assert "Looked at again" not in html_of(desk.signed_in(client, "ana").get(edit))
    make_source_check(
        document=desk.document, outcome=CheckOutcome.CHANGED, lost_quotes=["The board met."]
    )
    html = html_of(client.get(edit))
    assert "says something else now (2025-10-24 08:30 UTC)" in html
    assert "No longer there: “The board met.”" in html


def test_list_of_documents_says_origin_way_and_credibility_in_words(
    client: Client, desk: RecordDesk
) -> None:
    html = html_of(desk.signed_in(client, "ana").get(reverse(f"{DOCUMENT}:list")))
    for words in ("Harbour Herald", "pasted by an analyst", "truth cannot be judged"):
        assert words in html


def test_analyst_says_whose_words_a_document_holds(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    data = {
        "title": "Board meets",
        "originator_names": "hh\nThe Port Authority\nHarbour Herald",
        "published_on": "2025-10-24",
        "credibility": "2",
        "credibility_reason": "Fits the minutes.",
    }
    desk.signed_in(client, "ana").post(edit, data)
    document = SourceDocument.objects.get()
    assert (document.title, document.publisher, document.credibility) == ("Board meets", None, "2")
    assert set(document.originators.all()) == {desk.herald, desk.port}
    history = html_of(client.get(reverse(f"{DOCUMENT}:history", args=[document.pk])))
    assert "truth cannot be judged → probably true. Fits the minutes." in history
    assert "Originators: nobody → Harbour Herald, Port Authority" in history


def test_frozen_parts_of_a_document_are_not_taken_from_the_form(
    client: Client, desk: RecordDesk
) -> None:
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    data = {"title": "Other", "credibility": "6", "text": "Other", "sha256": "0" * 64}
    desk.signed_in(client, "root").post(edit, data)
    document = SourceDocument.objects.get()
    assert document.title == "Other"
    assert (document.text, document.sha256) == (desk.document.text, desk.document.sha256)
    assert document.captured_at == NOW


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"originator_names": "Nobody's Daily"}, "Nobody on record goes by “Nobody&#x27;s Daily”"),
        ({"originator_names": "Herald"}, "More than one organisation goes by “Herald”"),
        ({"credibility": "2"}, "what the grade rests on"),
        ({"url": "no address"}, "valid URL"),
    ],
)
def test_what_cannot_be_said_of_a_document_is_told_at_the_form(
    client: Client, desk: RecordDesk, values: dict[str, str], words: str
) -> None:
    for name in ("Fjord Herald", "Bergen Herald"):
        make_organisation(name=name, aliases=["Herald"])
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    response = desk.signed_in(client, "ana").post(edit, {"credibility": "6", **values})
    assert words in html_of(response)


def test_chooser_of_documents_says_where_each_comes_from(client: Client, desk: RecordDesk) -> None:
    chooser = reverse("wagtailsnippetchoosers_sources_sourcedocument:choose")
    response = desk.signed_in(client, "ana").get(chooser)
    assert "Harbour Herald" in response.json()["html"]


def republishing(desk: RecordDesk, client: Client, same_as: SourceDocument | None) -> str:
    """What the form answers to who says that the desk's document has the text of another."""
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    data = {"title": "Board meets", "credibility": "6", "same_as": same_as.pk if same_as else ""}
    return html_of(desk.signed_in(client, "ana").post(edit, data, follow=True))


def marks() -> list[str]:
    """The marks of all documents, the oldest first."""
    rows = SourceDocument.objects.order_by("pk")
    return list(rows.values_list("republication_cluster", flat=True))


def test_two_documents_with_the_same_text_carry_one_mark(client: Client, desk: RecordDesk) -> None:
    second = make_source_document(raw=b"The same, elsewhere.", title="Board met, they say")
    republishing(desk, client, second)
    assert marks() == [second.sha256] * 2
    for key, words in ((desk.document.pk, "Board met, they say"), (second.pk, "Board meets")):
        history = html_of(client.get(reverse(f"{DOCUMENT}:history", args=[key])))
        assert f"Republishes the same text as “{words}”" in history
    republishing(desk, client, None)
    assert marks() == ["", second.sha256]


def test_marks_of_two_groups_become_one(client: Client, desk: RecordDesk) -> None:
    SourceDocument.objects.update(republication_cluster="one")
    make_source_document(raw=b"A fellow.", republication_cluster="one")
    other = make_source_document(raw=b"Another.", republication_cluster="two")
    republishing(desk, client, other)
    assert marks() == ["two"] * 3


def test_the_form_names_a_document_of_the_same_text(client: Client, desk: RecordDesk) -> None:
    SourceDocument.objects.update(republication_cluster="one")
    make_source_document(raw=b"A fellow.", title="Their fellow", republication_cluster="one")
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    html = html_of(desk.signed_in(client, "ana").get(edit))
    assert "Republishes the same text as" in html
    assert "Their fellow" in html


def test_a_document_does_not_republish_itself(client: Client, desk: RecordDesk) -> None:
    assert "This is the document itself." in republishing(desk, client, desk.document)
    assert marks() == [""]


def test_confirmed_is_refused_at_the_form_in_words(client: Client, desk: RecordDesk) -> None:
    edit = reverse(f"{DOCUMENT}:edit", args=[desk.document.pk])
    data = {"title": "Board meets", "credibility": "1", "credibility_reason": "Minutes."}
    html = html_of(desk.signed_in(client, "ana").post(edit, data))
    assert "Name another document that bears it out. Grade it 2 at most." in html
    twin = make_source_document(raw=b"The same, elsewhere.", title="Board met, they say")
    data |= {"borne_out_by": str(twin.pk), "same_as": str(twin.pk)}
    assert "republishes the same text. Grade it 2 at most." in html_of(client.post(edit, data))
    assert SourceDocument.objects.get(pk=desk.document.pk).credibility == "6"


def test_grade_that_no_longer_stands_is_said_in_the_list_and_beside_the_grade(
    client: Client, desk: RecordDesk
) -> None:
    island = make_organisation(name="Island News")
    statement = make_ownership(owned=island, control=ControlKind.PRIVATE)
    other = make_source_document(raw=b"It met.", title="It met", publisher=island)
    graded = SourceDocument.objects.filter(pk=desk.document.pk)
    graded.update(credibility=Credibility.CONFIRMED, borne_out_by=other)
    addresses = [
        reverse(f"{DOCUMENT}:list"),
        reverse(f"{DOCUMENT}:edit", args=[desk.document.pk]),
    ]
    reason = "Harbour Herald and Island News: both controlled by Port Authority"
    desk.signed_in(client, "ana")
    for address in addresses:
        assert reason not in html_of(client.get(address))
    Ownership.objects.filter(pk=statement.pk).update(owner=desk.port, control=ControlKind.STATE)
    for address in addresses:
        assert reason in html_of(client.get(address))
