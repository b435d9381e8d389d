"""From bytes to a draft, as an analyst does it; no script is needed anywhere."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.editorial.ingest.parties import likely_kind, named_parties
from articles.models.pages import ArticlePage
from sources.actions import fetching
from sources.enums import CaptureWay, OrganisationKind
from sources.ingest.item import NamedOrganisation
from sources.models import Organisation, SourceDocument
from tests.articles.newsroom import DAY, Desk
from tests.sources.builders import make_organisation

TEXT = "The mine opened on Monday.\n\nThe ministry ordered a report on its figures."


@pytest.fixture
def analyst(desk: Desk, client: Client) -> Client:
    client.force_login(desk.analyst)
    return client


def _capture(client: Client, text: str = TEXT) -> SourceDocument:
    client.post(reverse("assay_ingest"), {"text": text})
    return SourceDocument.objects.exclude(title="Harbour board meets").get()


def _review(document: SourceDocument) -> str:
    return reverse("assay_ingest_review", args=[document.uuid])


def test_pasted_text_is_captured_and_leads_to_its_review(desk: Desk, analyst: Client) -> None:
    response = analyst.post(reverse("assay_ingest"), {"text": TEXT})
    document = SourceDocument.objects.exclude(pk=desk.document.pk).get()
    assert document.captured_way == CaptureWay.PASTE
    assert document.captured_by == desk.analyst
    assert response["Location"] == _review(document)


def test_line_ends_of_the_browser_are_not_part_of_the_evidence(analyst: Client) -> None:
    document = _capture(analyst, TEXT.replace("\n", "\r\n"))
    with document.raw.open("rb") as raw:
        assert raw.read() == TEXT.encode()


def test_same_bytes_again_lead_to_the_document_that_is_there(analyst: Client) -> None:
    document = _capture(analyst)
    response = analyst.post(reverse("assay_ingest"), {"text": TEXT}, follow=True)
    assert response.redirect_chain == [(_review(document), 302)]
    assert "captured before" in response.content.decode()


def test_uploaded_file_keeps_its_bytes(analyst: Client) -> None:
    file = SimpleUploadedFile("item.txt", TEXT.replace("\n", "\r\n").encode(), "text/plain")
    analyst.post(reverse("assay_ingest"), {"file": file})
    document = SourceDocument.objects.get(captured_way=CaptureWay.UPLOAD)
    with document.raw.open("rb") as raw:
        assert raw.read() == TEXT.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Paste a text, choose a file, or give an address."),
        ({"text": "One", "address": "https://example.org/"}, "Only one at a time"),
        ({"address": "http://127.0.0.1/"}, "not on the public internet"),
        ({"address": "http://169.254.169.254/latest/"}, "not on the public internet"),
        ({"address": "ftp://example.org/"}, "http"),
    ],
)
def test_what_cannot_be_captured_is_refused_in_words(
    analyst: Client, data: dict[str, str], words: str
) -> None:
    response = analyst.post(reverse("assay_ingest"), data)
    assert response.status_code == 200
    assert words in response.content.decode()


def test_address_is_fetched_and_kept_with_where_it_ended(
    analyst: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched = fetching.Fetched(TEXT.encode(), "text/plain", "https://example.org/end")
    monkeypatch.setattr("articles.editorial.ingest.capturing.fetch", lambda **_: fetched)
    analyst.post(reverse("assay_ingest"), {"address": "https://example.org/start"})
    document = SourceDocument.objects.get(captured_way=CaptureWay.ADDRESS)
    assert document.url == "https://example.org/end"


def test_review_shows_both_texts_and_the_form(analyst: Client) -> None:
    html = analyst.get(_review(_capture(analyst))).content.decode()
    assert html.count("The mine opened on Monday.") >= 2
    assert "Create draft" in html


def test_draft_is_made_with_title_and_date_of_the_form(desk: Desk, analyst: Client) -> None:
    document = _capture(analyst)
    response = analyst.post(
        _review(document),
        {"title": "Mine opens", "briefing_date": "2025-10-24", "parent": desk.briefings.pk},
    )
    article = ArticlePage.objects.get(title="Mine opens")
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert article.briefing_date.isoformat() == "2025-10-24"
    assert [row.source_id for row in article.article_sources.all()] == [document.pk]
    assert not article.live


def test_draft_without_a_title_is_asked_for_one(desk: Desk, analyst: Client) -> None:
    document = _capture(analyst)
    data = {"title": "", "briefing_date": "2025-10-24", "parent": desk.briefings.pk}
    assert analyst.post(_review(document), data).status_code == 200
    assert not ArticlePage.objects.exists()


def test_organisation_is_put_on_record_with_one_click(analyst: Client) -> None:
    document = _capture(analyst)
    response = analyst.post(
        reverse("assay_ingest_organisation", args=[document.uuid]),
        {"name": "Mine Daily", "kind": "media"},
    )
    assert response["Location"].startswith(_review(document))
    assert Organisation.objects.get(name="Mine Daily").kind == OrganisationKind.MEDIA


def test_moderator_may_not_ingest(desk: Desk, client: Client) -> None:
    client.force_login(desk.moderator)
    response = client.get(reverse("assay_ingest"))
    assert response["Location"] == reverse("wagtailadmin_home")
    assert reverse("assay_ingest") not in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Baogang Daily", OrganisationKind.MEDIA),
        ("Ministry of Mines", OrganisationKind.GOVERNMENT),
        ("Communist Party", OrganisationKind.PARTY),
        ("Shanghai Stock Exchange", OrganisationKind.EXCHANGE),
        ("Northern Rare Earth Group", OrganisationKind.COMPANY),
    ],
)
def test_kind_is_prefilled_by_what_the_name_sounds_like(name: str, kind: str) -> None:
    assert likely_kind(name) == kind


def test_named_organisation_comes_with_what_is_on_record_of_it(desk: Desk) -> None:
    make_organisation(name="Mine Daily")
    named = [
        NamedOrganisation("Somebody", "mentioned", state_owned=None),
        NamedOrganisation("Mine Daily", "source", state_owned=None, slug="mine-daily"),
        NamedOrganisation("Harbour Herald", "source", state_owned=True, slug="harbour-herald"),
        NamedOrganisation("Harbour Herald", "mentioned", state_owned=None, slug="harbour-herald"),
    ]
    daily, herald, somebody = named_parties(named, on=DAY)
    assert (daily.ownership, bool(daily.owner_url)) == ("", True)
    assert (herald.ownership, herald.owner_url) == ("state-owned", "")
    assert somebody.organisation is None
    assert somebody.form is not None
