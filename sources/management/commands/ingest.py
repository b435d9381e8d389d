"""manage.py ingest: read items from files, and capture them unless it is only a trial."""

import json
import mimetypes
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from sources.actions.capturing import capture
from sources.enums import CaptureWay
from sources.ingest import Directory, IngestError, ParsedItem, Repair, ingest_bytes
from sources.ingest.report import report_item
from sources.queries import directory

STANDARD_INPUT = "-"
SHOWN_CHARACTERS = 70


class Command(BaseCommand):
    """A file that cannot be taken does not hold up the next; it is told at the end."""

    help = "Read news items from files: repair, clean and parse them, and capture their bytes."
    requires_system_checks: list[str] = []  # a trial needs no database, and no site to be set up

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="- is standard input")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="one JSON object per file and line")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Take every file; raises CommandError that names each file that could not be taken."""
        known = self._directory() if options["dry_run"] else None
        refusals = []
        for file in options["files"]:
            try:
                outcome, item = _take(file, known)
            except (IngestError, OSError) as error:
                refusals.append(f"{file}: {getattr(error, 'strerror', None) or error}")
                continue
            if options["json"]:
                self.stdout.write(json.dumps(report_item(item), ensure_ascii=False))
            else:
                self.stdout.write("\n  ".join([f"{file}: {outcome}", *_describe(item)]))
        if refusals:
            raise CommandError("\n".join(refusals))

    def _directory(self) -> Directory:
        """Who is on record; nobody where there is no database yet."""
        try:
            return directory()
        except DatabaseError as error:
            self.stderr.write(
                f"Organisations are not matched, the database cannot be read: {error}"
            )
            return Directory()


def _take(file: str, known: Directory | None) -> tuple[str, ParsedItem]:
    """What was done with a file, and its item; with `known` it is parsed and nothing is stored."""
    raw = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    if known is not None:
        return "parsed, nothing stored", ingest_bytes(raw, known, limit=settings.INGEST_MAX_BYTES)
    captured = capture(
        raw=raw,
        way=CaptureWay.COMMAND,
        media_type=mimetypes.guess_type(file)[0] or "text/plain",
        now=timezone.now(),
    )
    deed = "captured" if captured.is_new else "had been captured before"
    return f"{deed} as {captured.document.uuid}", captured.item


def _describe(item: ParsedItem) -> Iterator[str]:
    """What was noted, found, repaired and removed, one thing a line."""
    yield from (f"note: {note}" for note in item.notes)
    yield f"title: {item.title or 'none'}"
    yield f"found: {_counts(item)}"
    for named in item.organisations:
        words = f", {named.words!r}" if named.words else ""
        yield f"{named.role}: {named.name} ({named.slug or 'not on record'}{words})"
    yield from _describe_repairs(item.repairs)
    for removal in item.removals:
        yield f"removed as {removal.reason}: {removal.text[:SHOWN_CHARACTERS]!r}"


def _describe_repairs(repairs: Sequence[Repair]) -> Iterator[str]:
    """How many by which rule, and each that an editor should look at."""
    for rule, count in Counter(repair.rule for repair in repairs).most_common():
        yield f"repaired: {count} by {rule!r}"
    for repair in repairs:
        if not repair.sure:
            yield f"doubtful: {repair.before!r} to {repair.after!r} at {repair.position}"


def _counts(item: ParsedItem) -> str:
    counts = {
        "highlights": len(item.highlights),
        "sections": len(item.sections),
        "directives": len(item.directives),
        "disclaimer": "yes" if item.disclaimer.present else "no",
        "comments": "unknown" if item.comments_count is None else item.comments_count,
    }
    return ", ".join(f"{name} {count}" for name, count in counts.items())
