"""Run the whole suite on SQLite and again on PostgreSQL: `python -m tests.databases [pytest...]`.

It wraps pytest from outside, because pytest-django reads the settings before any conftest.py.
"""

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.databases.server import die_with_parent, running_server

NOTHING_COLLECTED = 5  # pytest's exit code where a part holds no test for `make test`
CLOSING_LINE = re.compile(r"^=* ?(\d+ \w+.* in [\d.]+s.*?|no tests ran in .*?) ?=*$")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Outcome:
    """What one run of pytest said last."""

    where: str
    code: int
    closing: str


def main(arguments: Sequence[str]) -> int:
    """Run both, tell what ran where, and fail if either failed."""
    outcomes = [_pytest(f"SQLite {sqlite3.sqlite_version}", arguments, {"TEST_DATABASE_URL": ""})]
    with _postgres() as (where, url):
        outcomes.append(_pytest(where, arguments, {"TEST_DATABASE_URL": url}))
    sys.stdout.write("\n")
    for outcome in outcomes:
        sys.stdout.write(f"On {outcome.where}:\n{outcome.closing}\n")
    return max((outcome.code for outcome in outcomes), default=0)


@contextlib.contextmanager
def _postgres() -> Iterator[tuple[str, str]]:
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield "the server of TEST_DATABASE_URL", url
        return
    with running_server() as server:
        yield f"PostgreSQL {server.version} ({server.origin})", server.url


def _pytest(where: str, arguments: Sequence[str], environment: Mapping[str, str]) -> Outcome:
    sys.stdout.write(f"\n== {where} ==\n")
    sys.stdout.flush()
    cores = len(os.sched_getaffinity(0))
    command = [sys.executable, "-m", "pytest", "-n", str(cores), "--dist", "worksteal"]
    command += ["-m", "not browser", f"--color={'yes' if sys.stdout.isatty() else 'no'}"]
    process = subprocess.Popen(
        [*command, *arguments],
        env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=die_with_parent,  # noqa: PLW1509 - one thread, and no other way to call prctl
    )
    closing = _pass_on(process)
    code = process.wait()
    return Outcome(where, 0 if code == NOTHING_COLLECTED else code, closing)


def _pass_on(process: subprocess.Popen[str]) -> str:
    """Print what pytest prints as it comes; the line with its counts is kept."""
    closing = "pytest did not come to an end"
    for line in process.stdout or ():
        sys.stdout.write(line)
        sys.stdout.flush()
        if found := CLOSING_LINE.match(COLOUR.sub("", line).strip()):
            closing = found.group(1)
    return closing


if __name__ == "__main__":
    # A polite end must run the clean-up too; `kill -9` is what die_with_parent is for.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
