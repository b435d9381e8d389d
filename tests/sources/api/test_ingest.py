"""The API's door of ingest: what it takes, what it answers, what it stores, whom it refuses."""

import hashlib
import json
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.throttling import UserRateThrottle
from wagtail.models import APIToken

from sources.api.bodies import AROUND, ESCAPES
from sources.enums import CaptureWay
from sources.ingest import ingest_bytes
from sources.ingest.report import report_item
from sources.models import SourceDocument
from tests.sources.builders import make_organisation, make_source_document, make_token, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/ingest/"
TEXT = """Harbour board meets

The board of Harbour Mining met on Friday and reviewed its quarter.

Why This Matters

Ships wait longer than before.

Disclaimer: This news item originates from Harbour Herald, a state-owned newspaper.
"""


@pytest.fixture
def token(db: None) -> str:
    return make_token()


def send(
    client: Client,
    token: str,
    body: Any,
    media_type: str = "application/json",
    *,
    address: str = ADDRESS,
) -> Any:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {token}"}
    # Named again: the client drops the media type of an empty body.
    return client.generic(
        "POST", address, raw, content_type=media_type, headers=headers, CONTENT_TYPE=media_type
    )


def send_form(client: Client, token: str, **fields: Any) -> Any:
    return client.post(ADDRESS, fields, headers={"Authorization": f"Bearer {token}"})


def upload(raw: bytes, *, name: str = "item.html", media_type: str = "text/html") -> Any:
    return SimpleUploadedFile(name, raw, content_type=media_type)


def kept_bytes(document: SourceDocument) -> bytes:
    with document.raw.open() as file:
        return bytes(file.read())


def refused(response: Any, status: int) -> Any:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert not SourceDocument.objects.exists()
    return response.json()


# -- What comes in, and what is kept ----------------------------------------------------------


def test_new_item_is_captured_and_answered_as_the_command_prints_it(
    client: Client, token: str
) -> None:
    response = send(client, token, {"text": TEXT})
    document = SourceDocument.objects.get()
    answer = response.json()
    assert response.status_code == 201
    assert response["Location"] == f"/api/v1/sources/{document.uuid}/"
    assert response["Cache-Control"] == "no-store"
    assert answer.pop("document") == {
        "uuid": str(document.uuid),
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "captured_at": document.captured_at.replace(microsecond=0)
        .isoformat()
        .replace("+00:00", "Z"),
        "is_new": True,
    }
    assert answer == json.loads(json.dumps(report_item(ingest_bytes(TEXT.encode()))))


def test_captured_document_says_who_sent_it_and_how(client: Client) -> None:
    user = make_user(username="wire")
    sent = {
        "text": TEXT,
        "url": "https://herald.example/harbour",
        "media_type": "text/html",
        "language": "en-GB",
    }
    send(client, make_token(user=user), sent)
    document = SourceDocument.objects.get()
    assert document.captured_way == CaptureWay.API
    assert document.captured_by == user
    assert document.url == "https://herald.example/harbour"
    assert document.media_type == "text/html"
    assert document.language == "en-GB"
    assert kept_bytes(document) == TEXT.encode()


def test_organisations_are_matched_with_those_on_record(client: Client, token: str) -> None:
    make_organisation(name="Harbour Herald")
    answer = send(client, token, {"text": TEXT}).json()
    assert {row["name"]: row["slug"] for row in answer["organisations"]}["Harbour Herald"] == (
        "harbour-herald"
    )


def test_same_bytes_again_are_the_same_document(client: Client, token: str) -> None:
    first = send(client, token, {"text": TEXT}).json()
    again = send(client, token, TEXT.encode(), "text/plain; charset=utf-8")
    assert again.status_code == 200
    assert "Location" not in again
    assert again.json()["document"] == {**first["document"], "is_new": False}
    assert SourceDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("media_type", "kept"),
    [
        ("text/plain", "text/plain"),
        ("text/plain; charset=utf-8", "text/plain; charset=utf-8"),
        ("text/html; charset=windows-1252", "text/html; charset=windows-1252"),
    ],
)
def test_body_that_is_the_item_is_kept_byte_for_byte(
    client: Client, token: str, media_type: str, kept: str
) -> None:
    raw = "Harbour board meets\r\n\r\nIt met on Friday – again.\r\n".encode("windows-1252")
    response = send(client, token, raw, media_type)
    document = SourceDocument.objects.get()
    assert response.status_code == 201
    assert kept_bytes(document) == raw
    assert document.media_type == kept
    assert "Friday – again" in response.json()["repaired_text"]


def test_markup_is_read_as_markup(client: Client, token: str) -> None:
    raw = b"<h1>Harbour board meets</h1><p>It met on Friday.</p><p>It meets again.</p>"
    answer = send(client, token, raw, "text/html").json()
    assert answer["title"] == "Harbour board meets"
    assert answer["lead"] == "It met on Friday."


def test_file_of_a_form_is_kept_with_what_the_form_says_of_it(client: Client, token: str) -> None:
    file = upload(b"<p>The board met.</p><p>On Friday.</p>")
    response = send_form(client, token, file=file, url="https://herald.example/", language="en")
    document = SourceDocument.objects.get()
    assert response.status_code == 201
    assert document.media_type == "text/html"
    assert document.url == "https://herald.example/"
    assert document.language == "en"
    assert document.captured_way == CaptureWay.API


def test_dry_run_answers_the_same_and_stores_nothing(client: Client, token: str) -> None:
    response = send(client, token, {"text": TEXT}, address=f"{ADDRESS}?dry_run=true")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert not SourceDocument.objects.exists()
    kept = send(client, token, {"text": TEXT}, address=f"{ADDRESS}?dry_run=false").json()
    assert response.json() == {**kept, "document": None}


def test_dry_run_of_known_bytes_does_not_name_their_document(client: Client, token: str) -> None:
    make_source_document(raw=TEXT.encode())
    response = send(client, token, {"text": TEXT}, address=f"{ADDRESS}?dry_run=true")
    assert response.json()["document"] is None


# -- Who is refused ---------------------------------------------------------------------------


def test_without_a_token_nothing_is_taken(client: Client) -> None:
    response = client.post(ADDRESS, {"text": TEXT}, content_type="application/json")
    refused(response, 401)
    assert response["WWW-Authenticate"] == 'Bearer realm="assay"'


def test_session_of_the_admin_is_no_token(client: Client) -> None:
    client.force_login(make_user(is_superuser=True))
    refused(client.post(ADDRESS, {"text": TEXT}, content_type="application/json"), 401)


@pytest.mark.parametrize("scopes", [(), ("articles:write", "webhooks")])
def test_token_without_the_scope_is_refused(client: Client, scopes: tuple[str, ...]) -> None:
    problem = refused(send(client, make_token(scopes=scopes), {"text": TEXT}), 403)
    assert problem["detail"] == "This token lacks the scope “ingest”."


def test_token_that_nobody_gave_scopes_is_refused(client: Client) -> None:
    _token, plain = APIToken.create_token(user=make_user(), name="bare")
    refused(send(client, plain, {"text": TEXT}), 403)


def test_revoked_token_is_refused(client: Client, token: str) -> None:
    APIToken.objects.update(revoked_at=timezone.now())
    refused(send(client, token, {"text": TEXT}), 401)


def test_token_of_someone_who_left_is_refused(client: Client) -> None:
    user = make_user()
    token = make_token(user=user)
    user.is_active = False
    user.save()
    refused(send(client, token, {"text": TEXT}), 401)


@pytest.mark.parametrize(
    "credentials",
    [
        "Bearer",
        "Bearer one two",
        "Bearer wagtail_forged",
        "Bearer \u00e9",
        "Bearer wagtail_" + "a" * 5000,
    ],
)
def test_what_is_no_token_is_refused_without_telling_why(client: Client, credentials: str) -> None:
    headers = {"Authorization": credentials}
    response = client.post(ADDRESS, "{}", content_type="application/json", headers=headers)
    assert refused(response, 401)["detail"] == "This token is not valid."


def test_caller_that_is_too_fast_is_told_to_wait(
    client: Client, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UserRateThrottle, "rate", "1/min", raising=False)
    cache.clear()
    responses = [send(client, token, {"text": TEXT}) for _ in range(2)]
    cache.clear()
    assert [response.status_code for response in responses] == [201, 429]
    assert 0 < int(responses[1]["Retry-After"]) <= 60
    assert responses[1]["Content-Type"] == "application/problem+json"


# -- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#/text"),
        ({"text": None}, "#/text"),
        ({"text": ["a", "list"]}, "#/text"),
        ({"text": "nul\x00"}, "#/text"),
        ({"text": TEXT, "url": "herald"}, "#/url"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "#/url"),
        ({"text": TEXT, "url": f"https://herald.example/{'x' * 2000}"}, "#/url"),
        ({"text": TEXT, "language": "English"}, "#/language"),
        ({"text": TEXT, "media_type": "application/pdf"}, "#/media_type"),
        ({"text": TEXT, "publisher": "Harbour Herald"}, "#/publisher"),
        ({"text": TEXT, "a/b~\ud800": 1}, "#/a~1b~0?"),
        ([], "#"),
        (None, "#"),
    ],
)
def test_member_that_is_wrong_is_named(client: Client, token: str, body: Any, pointer: str) -> None:
    problem = refused(send(client, token, body), 400)
    assert [row["pointer"] for row in problem["errors"]] == [pointer]


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"text": "\xff"}', b"[" * 60_000, b'{"text": NaN}', b"9" * 5000]
)
def test_body_that_is_no_json_is_refused(client: Client, token: str, body: bytes) -> None:
    refused(send(client, token, body), 400)


def test_half_of_a_surrogate_pair_is_refused(client: Client, token: str) -> None:
    problem = refused(send(client, token, rb'{"text": "half \ud83d of it"}'), 400)
    assert [row["pointer"] for row in problem["errors"]] == ["#/text"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Nothing came in."),
        (b" \r\n\t ", "Nothing came in."),
        (b"%PDF-1.7 and so on", "This is a PDF, not text."),
        (bytes(range(1, 32)) * 20, "This is binary data, not text."),
    ],
)
@pytest.mark.parametrize("query", ["", "?dry_run=true"])
def test_what_is_no_item_is_refused_in_the_words_of_ingest(
    client: Client, token: str, raw: bytes, words: str, query: str
) -> None:
    response = send(client, token, raw, "text/plain", address=f"{ADDRESS}{query}")
    problem = refused(response, 400)
    assert problem["detail"].startswith(words)
    assert problem["errors"] == []


@pytest.mark.parametrize("text", ["", " \n "])
def test_blank_text_is_refused_in_the_words_of_ingest(
    client: Client, token: str, text: str
) -> None:
    problem = refused(send(client, token, {"text": text}), 400)
    assert problem["detail"].startswith("Nothing came in.")


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, "#/file"),
        ({"file": "not a file"}, "#/file"),
        ({"file": upload(b"It met."), "text": "and this"}, "#/text"),
        ({"file": upload(b"It met."), "url": "nowhere"}, "#/url"),
    ],
)
def test_form_that_is_wrong_is_refused_by_field(
    client: Client, token: str, fields: dict[str, Any], pointer: str
) -> None:
    problem = refused(send_form(client, token, **fields), 400)
    assert [row["pointer"] for row in problem["errors"]] == [pointer]


def test_empty_file_is_refused_in_the_words_of_ingest(client: Client, token: str) -> None:
    problem = refused(send_form(client, token, file=upload(b"")), 400)
    assert problem["detail"].startswith("Nothing came in.")


def test_form_that_is_broken_off_is_refused(client: Client, token: str) -> None:
    refused(send(client, token, b"--x\r\nContent-", "multipart/form-data"), 400)


@pytest.mark.parametrize(
    "media_type", ["application/pdf", "application/x-www-form-urlencoded", "text/csv", "nonsense"]
)
def test_other_media_types_are_refused(client: Client, token: str, media_type: str) -> None:
    refused(send(client, token, b"text=It+met", media_type), 415)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_item_may_be_as_long_as_the_setting_says_and_no_longer(
    client: Client, token: str, settings: Settings, media_type: str
) -> None:
    settings.INGEST_MAX_BYTES = 100
    refused(send(client, token, b"x" * 101, media_type), 413)
    assert send(client, token, b"x" * 100, media_type).status_code == 201


@pytest.mark.parametrize("query", ["", "?dry_run=true"])
def test_text_is_measured_without_its_escapes(
    client: Client, token: str, settings: Settings, query: str
) -> None:
    settings.INGEST_MAX_BYTES = 100
    address = f"{ADDRESS}{query}"
    problem = refused(send(client, token, {"text": "é" * 51}, address=address), 413)
    assert problem["detail"].startswith("This has 102 bytes; at most 100 are taken.")
    assert send(client, token, {"text": "é" * 50}, address=address).status_code in (200, 201)


def test_body_around_a_text_has_a_limit_too(client: Client, token: str, settings: Settings) -> None:
    settings.INGEST_MAX_BYTES = 100
    room = ESCAPES * 100 + AROUND
    problem = refused(send(client, token, b" " * (room + 1)), 413)
    assert problem["detail"] == "The body has more than 65,836 bytes."
    assert send(client, token, b'{"text": "It met."}'.ljust(room)).status_code == 201


def test_large_file_is_refused_by_its_length_or_by_what_is_in_it(
    client: Client, token: str, settings: Settings
) -> None:
    settings.INGEST_MAX_BYTES = 100
    refused(send_form(client, token, file=upload(b"x" * 101)), 413)
    refused(send_form(client, token, file=upload(b"x" * (AROUND + 101))), 413)
    assert send_form(client, token, file=upload(b"x" * 100)).status_code == 201


def test_large_field_of_a_form_is_refused(client: Client, token: str, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    refused(send_form(client, token, file=upload(b"It met."), url="x" * 200), 413)


def test_body_in_chunks_is_asked_for_its_length(client: Client, token: str) -> None:
    response = client.generic(
        "POST",
        ADDRESS,
        content_type="text/plain",
        headers={"Authorization": f"Bearer {token}", "Transfer-Encoding": "chunked"},
    )
    assert "Content-Length" in refused(response, 411)["detail"]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("dry_run=1", "dry_run"),
        ("dry_run=", "dry_run"),
        ("dry_run=true&dry_run=false", "dry_run"),
        ("dry-run=true", "dry-run"),
        ("format=csv", "format"),
    ],
)
def test_parameter_that_cannot_be_read_is_named_before_anything_is_stored(
    client: Client, token: str, query: str, pointer: str
) -> None:
    response = send(client, token, {"text": TEXT}, address=f"{ADDRESS}?{query}")
    assert [row["pointer"] for row in refused(response, 400)["errors"]] == [pointer]


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_only_sending_is_possible(client: Client, token: str, method: str) -> None:
    call = getattr(client, method)
    response = call(ADDRESS, headers={"Authorization": f"Bearer {token}"})
    refused(response, 405)
    assert "POST" in response["Allow"]
