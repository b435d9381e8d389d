"""Capture keeps bytes as they came, once, where no server hands them out."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from sources.actions import capturing
from sources.actions.capturing import Captured, capture
from sources.enums import CaptureWay
from sources.ingest.errors import IngestError
from sources.models import SourceDocument
from tests.sources.builders import NOW, make_source_document, make_user

pytestmark = pytest.mark.django_db

RAW = b"\xef\xbb\xbfHarbour board meets\r\n\r\nThe harbour board met on Friday.\r\n"
LATER = NOW.replace(year=2026)


@pytest.fixture(autouse=True)
def evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private place of its own, so that a test can say what lies there."""
    for name in ("base_location", "location"):
        monkeypatch.setitem(storages["private"].__dict__, name, str(tmp_path))
    return tmp_path


def _capture(raw: bytes = RAW, **values: Any) -> Captured:
    given = {"way": CaptureWay.UPLOAD, "media_type": "text/plain", "now": NOW}
    return capture(raw=raw, **{**given, **values})


def _files(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()]


def test_bytes_are_kept_as_they_came() -> None:
    with _capture().document.raw.open("rb") as stored:
        assert stored.read() == RAW


def test_digest_way_time_and_media_type_are_kept() -> None:
    analyst = make_user()
    captured = _capture(way=CaptureWay.ADDRESS, url="https://harbour.example/a", user=analyst)
    document = SourceDocument.objects.get()
    assert captured.is_new
    assert document.sha256 == hashlib.sha256(RAW).hexdigest()
    assert (document.captured_way, document.captured_at) == (CaptureWay.ADDRESS, NOW)
    assert (document.media_type, document.url) == ("text/plain", "https://harbour.example/a")
    assert document.captured_by == analyst


def test_text_is_what_was_read_from_the_bytes() -> None:
    captured = _capture()
    assert captured.document.text == captured.item.repaired_text
    assert "The harbour board met on Friday." in captured.document.text
    assert "\r" not in captured.document.text


def test_repairs_are_kept_with_the_document() -> None:
    document = _capture("Harbour board meets\n\nThe boardโ€™s plan stands.".encode()).document
    assert "The board’s plan stands." in document.text
    assert SourceDocument.objects.get().repairs[0]["before"] == "โ€™"


def test_capture_is_logged_with_who_did_it() -> None:
    analyst = make_user()
    document = _capture(user=analyst).document
    entry = ModelLogEntry.objects.for_instance(document).get()
    assert (entry.action, entry.user) == ("wagtail.create", analyst)


def test_same_bytes_again_are_the_document_that_is_there(evidence: Path) -> None:
    first = _capture()
    again = _capture(way=CaptureWay.PASTE, media_type="text/html", now=LATER)
    assert not again.is_new
    assert again.document == first.document
    assert again.document.captured_at == NOW
    assert again.item == first.item
    assert len(_files(evidence)) == 1


def test_same_bytes_sent_in_the_same_moment_are_one_document(
    evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def just_after_somebody_else(raw: bytes, name: str) -> ContentFile[bytes]:
        make_source_document(raw=raw)
        return ContentFile(raw, name=name)

    monkeypatch.setattr(capturing, "ContentFile", just_after_somebody_else)
    captured = _capture()
    assert not captured.is_new
    assert captured.document == SourceDocument.objects.get()
    assert [path.name for path in _files(evidence)] == [captured.document.sha256]


def test_one_byte_more_is_another_document() -> None:
    assert _capture(RAW + b"\n").document != _capture(RAW).document


def test_evidence_lies_outside_the_media() -> None:
    media = Path(settings.MEDIA_ROOT).resolve()
    configured: Any = settings.STORAGES["private"]
    private = Path(configured["OPTIONS"]["location"]).resolve()
    assert not private.is_relative_to(media)
    assert not media.is_relative_to(private)


def test_no_address_serves_the_evidence(client: Client) -> None:
    client.force_login(make_user(is_superuser=True))
    name = _capture().document.raw.name
    for place in (settings.MEDIA_URL, settings.STATIC_URL, "/", "/private/"):
        assert client.get(f"{place}{name}", follow=True).status_code == 404


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"\x00\x00", b"%PDF-1.7 text", b"PK\x03\x04 text"])
def test_what_holds_no_text_is_refused_and_nothing_is_stored(evidence: Path, raw: bytes) -> None:
    with pytest.raises(IngestError):
        _capture(raw)
    assert not SourceDocument.objects.exists()
    assert not _files(evidence)


def test_more_bytes_than_the_setting_allows_are_refused(evidence: Path, settings: Settings) -> None:
    settings.INGEST_MAX_BYTES = len(RAW) - 1
    with pytest.raises(IngestError):
        _capture()
    settings.INGEST_MAX_BYTES = len(RAW)
    assert _capture().is_new


def test_address_that_no_column_holds_is_refused(evidence: Path) -> None:
    with pytest.raises(IngestError, match="too long"):
        _capture(url=f"https://harbour.example/{'a' * 2000}")
    assert not SourceDocument.objects.exists()
    assert not _files(evidence)


def test_headline_longer_than_a_title_is_cut() -> None:
    raw = f"# {'Harbour ' * 60}\n\nThe harbour board met on Friday.".encode()
    assert len(_capture(raw).document.title) <= 300
