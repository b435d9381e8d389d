"""manage.py import_ownership: take statements of ownership from a file, after a trial."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from sources.actions.importing import Outcome, Verdict, import_ownership
from sources.imports import FileError, Reading, read_table, read_wikidata

READERS = {"csv": read_table, "wikidata": read_wikidata}
TRIED, DONE = "would be put on record", "put on record"
# What is said of a claim, and of their number.
SAID = {
    Verdict.KNOWN: ("is on record already", "on record already"),
    Verdict.REFUSED: ("is not taken", "not taken"),
    Verdict.UNREADABLE: ("cannot be read", "unreadable"),
}


class Command(BaseCommand):
    """What contradicts the record, or cannot be read, is told and holds up nothing else."""

    help = "Take statements of ownership from CSV or Wikidata JSON; a trial unless told --apply."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--format", choices=sorted(READERS), help="else by the file's name")
        parser.add_argument("--user", metavar="USERNAME", help="who states it, for the log")
        deed = parser.add_mutually_exclusive_group()
        deed.add_argument("--apply", action="store_true", help="store what is new")
        deed.add_argument("--dry-run", action="store_true", help="store nothing, as without it")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a line for each claim, and the sum; raises CommandError for a file as a whole."""
        outcomes = import_ownership(
            reading=_read(Path(options["file"]), options["format"]),
            is_trial=not options["apply"],
            now=timezone.now(),
            user=_user(options["user"]),
        )
        for outcome in outcomes:
            self.stdout.write(_line(outcome, is_done=options["apply"]))
        self.stdout.write(_sum(outcomes, is_done=options["apply"]))


def _read(path: Path, chosen: str | None) -> Reading:
    reader = READERS[chosen or ("wikidata" if path.suffix == ".json" else "csv")]
    try:
        return reader(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: It is not encoded in UTF-8.") from error
    except FileError as error:
        raise CommandError(f"{path}: {error}") from error


def _user(username: str | None) -> Any:
    if not username:
        return None
    users = get_user_model()
    try:
        return users.objects.get_by_natural_key(username)
    except users.DoesNotExist as error:
        raise CommandError(f"Nobody signs in as “{username}”.") from error


def _line(outcome: Outcome, *, is_done: bool) -> str:
    new = DONE if is_done else TRIED
    said = new if outcome.verdict is Verdict.NEW else SAID[outcome.verdict][0]
    reason = f": {outcome.reason}" if outcome.reason else ""
    added = f"; new: {', '.join(outcome.added)}" if outcome.added else ""
    claim = f"{outcome.words}: " if outcome.words else ""
    return f"{outcome.place}: {claim}{said}{reason}{added}"


def _sum(outcomes: Sequence[Outcome], *, is_done: bool) -> str:
    counts = Counter(outcome.verdict for outcome in outcomes)
    words = {Verdict.NEW: DONE if is_done else TRIED}
    words |= {verdict: said for verdict, (_, said) in SAID.items()}
    parts = [f"{counts[verdict]} {said}" for verdict, said in words.items() if counts[verdict]]
    total = ", ".join(parts) or "The file claims nothing"
    if not counts[Verdict.NEW]:
        return f"{total}. Nothing to do."
    return f"{total}." if is_done else f"{total}. Nothing is stored; --apply stores it."
