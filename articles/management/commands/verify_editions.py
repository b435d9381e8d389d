"""manage.py verify_editions: whether the public record is what it was when it was written."""

import gc
import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.formats.moments import timestamp
from articles.queries.verification import Head, Report, verify


class Command(BaseCommand):
    """Faults go to the error output, one a line, and make the exit code 1."""

    help = "Find every edition that was altered, taken away or put in. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head",
            action="store_true",
            help="if nothing is wrong, print only the head of the chain: SHA-256, edition, "
            "number of editions, time",
        )
        parser.add_argument(
            "--expect-head",
            metavar="SHA256",
            nargs="+",
            default=[],
            type=sha256,
            help="heads that were kept elsewhere and must still be in the chain",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        gc.freeze()  # or the collector goes over all of Django again for every few editions
        report = verify(kept_heads=options["expect_head"])
        gc.unfreeze()
        for fault in report.faults:
            self.stderr.write(str(fault))
        if report.faults:
            raise CommandError(f"The record is not as it was written: {_count(report)}.")
        self.stdout.write(_line(report.head) if options["head"] else _praise(report))


def sha256(text: str) -> str:
    """An argument that is 64 hexadecimal digits."""
    if not re.fullmatch(r"[0-9a-f]{64}", text.lower()):
        raise ArgumentTypeError(f"“{text}” is not a SHA-256: 64 digits of 0 to 9 and a to f")
    return text.lower()


def _line(head: Head) -> str:
    issued_at = timestamp(head.issued_at) if head.issued_at else "-"
    return f"{head.sha256} {head.edition_id} {head.count} {issued_at}"


def _praise(report: Report) -> str:
    return (
        f"{report.head.count} editions of {report.articles} articles are as they were written. "
        f"Head: {report.head.sha256}"
    )


def _count(report: Report) -> str:
    faults = len(report.faults)
    return "1 fault is named above" if faults == 1 else f"{faults} faults are named above"
