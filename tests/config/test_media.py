"""Pictures: renditions can be read by everyone, and no address leads to any other file."""

from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.utils.http import http_date

from tests.sources.builders import make_source_document

SECRET = b"not for readers"
PICTURE = b"\x89PNG a scaled picture"


@pytest.fixture
def media(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with a rendition, an original, a document, and a secret beside it all."""
    root = tmp_path / "media"
    monkeypatch.setattr(settings, "MEDIA_ROOT", root)
    for name, content in {
        "media/images/ship.width-800.png": PICTURE,
        "media/original_images/ship.png": SECRET,
        "media/documents/report.pdf": SECRET,
        "media/secret.txt": SECRET,
        "media/images-of-others/ship.png": SECRET,
        "secret.txt": SECRET,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


def body_of(client: Client, address: str) -> tuple[int, bytes]:
    response: Any = client.get(address, follow=True)
    with closing(response):
        return response.status_code, response.getvalue()


def test_rendition_is_sent_and_may_be_kept_for_a_year(client: Client, media: Path) -> None:
    assert body_of(client, "/media/images/ship.width-800.png") == (200, PICTURE)
    response: Any = client.get("/media/images/ship.width-800.png")
    response.close()
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_rendition_that_is_held_is_not_sent_again(client: Client, media: Path) -> None:
    modified = (media / "images" / "ship.width-800.png").stat().st_mtime
    headers = {"If-Modified-Since": http_date(modified)}
    response = client.get("/media/images/ship.width-800.png", headers=headers)
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        ".",
        "..",
        "../secret.txt",
        "../../secret.txt",
        "../original_images/ship.png",
        "../documents/report.pdf",
        "../images-of-others/ship.png",
        "./../secret.txt",
        "ship.width-800.png/../../secret.txt",
        "no/../../secret.txt",
        "..\\secret.txt",
        "/etc/passwd",
        "//etc/passwd",
        "ship.width-800.png\x00.txt",
        "\x00",
        "x" * 300,
        "x/" * 3000,
        "no-such.png",
    ],
)
@pytest.mark.parametrize("is_encoded", [False, True])
@pytest.mark.django_db
def test_nothing_else_can_be_reached(
    client: Client, media: Path, path: str, is_encoded: bool
) -> None:
    address = quote(path, safe="" if is_encoded else "/.\\")
    status, body = body_of(client, f"/media/images/{address}")
    assert status in (400, 404)
    assert SECRET not in body


@pytest.mark.parametrize(
    "address",
    [
        "/media/",
        "/media/images",
        "/media/secret.txt",
        "/media/original_images/ship.png",
        "/media/documents/report.pdf",
        "/media/images%2f..%2fsecret.txt",
        "/media//images/ship.width-800.png",
    ],
)
@pytest.mark.django_db
def test_other_folders_have_no_address(client: Client, media: Path, address: str) -> None:
    status, body = body_of(client, address)
    assert status in (400, 404)
    assert SECRET not in body


@pytest.mark.django_db
def test_evidence_cannot_be_read_where_its_storage_would_have_it(client: Client) -> None:
    document = make_source_document(raw=SECRET)
    status, body = body_of(client, document.raw.url)
    assert status in (400, 404)
    assert SECRET not in body


@pytest.mark.django_db
def test_pictures_are_only_read(client: Client, media: Path) -> None:
    assert client.post("/media/images/ship.width-800.png").status_code == 405
