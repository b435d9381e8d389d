"""manage.py recheck_sources: what became of the documents that public articles rest on."""

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.actions.rechecking import recheck_documents
from articles.queries.documents import documents_to_recheck
from articles.tasks import recheck_sources_task
from sources.actions.manners import PAUSE, Manners
from sources.enums import CheckOutcome
from sources.models import SourceCheck


class Command(BaseCommand):
    """What changed or vanished is told here, on the dashboard and by the gate; it is no failure."""

    help = (
        "Look again at the addresses of the documents that public articles rest on. "
        "The captured copies stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--older-than",
            metavar="DAYS",
            type=_up_to(36_500),
            default=7,
            help="only what was last looked at before so many days (7)",
        )
        parser.add_argument(
            "--limit", type=_up_to(1_000_000, int), default=200, help="at most so many (200)"
        )
        parser.add_argument(
            "--pause",
            metavar="SECONDS",
            type=_up_to(3_600),
            default=PAUSE,
            help=f"between two requests to one host ({PAUSE:g})",
        )
        parser.add_argument("--dry-run", action="store_true", help="list them, ask nobody")
        parser.add_argument(
            "--in-background", action="store_true", help="leave it to the background worker"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        limit, days, pause = options["limit"], options["older_than"], options["pause"]
        checked_before = timezone.now() - datetime.timedelta(days=days)
        if options["dry_run"]:
            for document in documents_to_recheck(checked_before=checked_before, limit=limit):
                self.stdout.write(f"{document.url}  {document}")
        elif options["in_background"]:
            recheck_sources_task.enqueue(older_than=days, limit=limit, pause=pause)
            self.stdout.write("Left to the background worker.")
        else:
            manners = Manners(pause=pause)
            self._tell(
                recheck_documents(checked_before=checked_before, limit=limit, manners=manners)
            )

    def _tell(self, checks: Iterator[SourceCheck]) -> None:
        counts: Counter[str] = Counter()
        for check in checks:
            counts[check.outcome] += 1
            self.stdout.write("\n  ".join(_lines(check)))
            self.stdout.flush()
        told = [f"{counts[outcome]} {outcome}" for outcome in CheckOutcome if counts[outcome]]
        self.stdout.write(f"Looked at {counts.total()}: {', '.join(told) or 'nothing was due'}.")


def _lines(check: SourceCheck) -> Iterator[str]:
    yield f"{check.outcome:<12}{check.document.url}"
    if check.note:
        yield check.note
    for quote in check.lost_quotes:
        yield f"no longer there: {quote}"


def _up_to(most: int, kind: Callable[[str], float] = float) -> Callable[[str], float]:
    """A reader of numbers that neither are negative nor break whoever counts with them."""

    def read(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            number = -1
        if not 0 <= number <= most:
            raise ArgumentTypeError(f"give a {'whole ' * (kind is int)}number from 0 to {most:,}")
        return number

    return read
