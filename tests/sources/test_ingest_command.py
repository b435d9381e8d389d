"""manage.py ingest: files in, source documents or a trial out."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from pytest_django import Settings

from sources.enums import CaptureWay
from sources.ingest import Directory
from sources.models import SourceDocument
from tests.sources.builders import make_organisation

TEXT = (
    "Kestrelโs plant opened on Monday, according to the Harbour Herald.\n\n"
    "The notice orders it to:\n\n- Report each shipment.\n\nAdvertisement\n"
)
COMMAND = "sources.management.commands.ingest"
Ingest = Callable[..., str]


@pytest.fixture
def ingest(capsys: pytest.CaptureFixture[str]) -> Ingest:
    """The command, which returns what it printed."""

    def run(*arguments: str | Path) -> str:
        call_command("ingest", *map(str, arguments))
        return capsys.readouterr().out

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "item.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of organisations cannot be read."""

    def fail() -> Directory:
        raise OperationalError("no such table")

    monkeypatch.setattr(f"{COMMAND}.directory", fail)


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))


@pytest.mark.django_db
def test_file_is_captured_once(ingest: Ingest, file: Path) -> None:
    said = ingest(file)
    document = SourceDocument.objects.get()
    assert f"captured as {document.uuid}" in said
    assert document.captured_way == CaptureWay.COMMAND
    assert document.media_type == "text/plain"
    assert document.text.startswith("Kestrel’s plant")
    with document.raw.open("rb") as raw:
        assert raw.read() == TEXT.encode()
    assert f"had been captured before as {document.uuid}" in ingest(file)
    assert SourceDocument.objects.count() == 1


@pytest.mark.django_db
def test_summary_says_what_was_found_repaired_and_removed(ingest: Ingest, file: Path) -> None:
    make_organisation(name="Harbour Herald")
    said = ingest(file)
    assert "directives 1, disclaimer no, comments unknown" in said
    assert "source: Harbour Herald (harbour-herald)" in said
    assert "repaired: 1 by 'Thai code page, bytes lost: apostrophe in a word'" in said
    assert "removed as advertisement: 'Advertisement'" in said


def test_doubtful_repair_is_named_with_its_place(
    ingest: Ingest, tmp_path: Path, no_database: None
) -> None:
    path = tmp_path / "item.txt"
    path.write_text("The plant โ the second one โ opened on Monday.")
    assert "doubtful: 'โ' to '—' at 10" in ingest("--dry-run", path)


def test_bytes_that_reading_changed_are_noted(
    ingest: Ingest, tmp_path: Path, no_database: None
) -> None:
    path = tmp_path / "item.txt"
    path.write_bytes(b"The plant\x00 opened.\r\n")
    assert "note: Line ends were made uniform." in ingest("--dry-run", path)


@pytest.mark.django_db
def test_dry_run_stores_nothing_and_matches_who_is_on_record(ingest: Ingest, file: Path) -> None:
    make_organisation(name="Harbour Herald")
    (printed,) = ingest("--dry-run", "--json", file).splitlines()
    (source,) = [each for each in json.loads(printed)["organisations"] if each["role"] == "source"]
    assert source["slug"] == "harbour-herald"
    assert not SourceDocument.objects.exists()


def test_dry_run_needs_no_database(
    ingest: Ingest, file: Path, no_database: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("ingest", "--dry-run", "--json", str(file))
    printed, warned = capsys.readouterr()
    assert json.loads(printed)["directives"] == [{"text": "Report each shipment.", "summary": ""}]
    assert "the database cannot be read: no such table" in warned


def test_minus_reads_standard_input(
    ingest: Ingest, standard_input: None, no_database: None
) -> None:
    printed = ingest("--dry-run", "--json", "-")
    assert json.loads(printed)["source_text"] == TEXT


def test_several_files_give_a_line_each(
    ingest: Ingest, file: Path, tmp_path: Path, no_database: None
) -> None:
    other = tmp_path / "other.html"
    other.write_text("<p>The mill burned.</p><p>Nobody died.</p>")
    leads = [
        json.loads(line)["lead"] for line in ingest("--dry-run", "--json", file, other).splitlines()
    ]
    assert leads[1] == "The mill burned."
    assert len(leads) == 2


@pytest.mark.django_db
def test_file_that_cannot_be_taken_is_told_when_the_others_are_done(
    file: Path, tmp_path: Path
) -> None:
    missing, picture, empty = (tmp_path / name for name in ("gone.txt", "a.png", "empty.txt"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    empty.write_text(" \n")
    with pytest.raises(CommandError) as refused:
        call_command("ingest", str(missing), str(picture), str(empty), str(tmp_path), str(file))
    lines = str(refused.value).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        str(path) for path in (missing, picture, empty, tmp_path)
    ]
    assert "No such file" in lines[0]
    assert "a PNG picture" in lines[1]
    assert "Nothing came in" in lines[2]
    assert "directory" in lines[3].lower()
    assert SourceDocument.objects.count() == 1


def test_limit_of_the_settings_holds(file: Path, settings: Settings, no_database: None) -> None:
    settings.INGEST_MAX_BYTES = 10
    with pytest.raises(CommandError, match="at most 10"):
        call_command("ingest", "--dry-run", str(file))
