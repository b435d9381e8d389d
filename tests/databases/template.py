"""One migrated database, copied wherever a test run needs one.

Migrating takes seconds, copying milliseconds: the first process migrates a template, all others
copy it. A test that commits gets its database replaced by a new copy afterwards; emptying tables
instead would lose the rows that migrations made, and the immutable tables refuse it.
"""

import fcntl
import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.backends.base.base import BaseDatabaseWrapper

# What a migration of ours may import, and so what a template depends on.
SHAPING = ("*.py", "models/**/*.py", "migrations/*.py", "fulltext/*.py")
_NUMBERS = count()  # of what copies keep: each its own, whatever another one drops
KEPT = 24 * 60 * 60  # seconds that a template of another state stays: its run may still need it


class MigratedCopy(Protocol):
    """A database of this process alone, in the state that the migrations leave."""

    def renew(self) -> None:
        """Put the migrated state, or the one kept since, in place of whatever was there before."""

    def keep(self) -> None:
        """Have `renew` of this copy come back to the state in which the database is now."""

    def drop(self) -> None:
        """Remove it at the end of the run."""


def copy_for(connection: BaseDatabaseWrapper) -> MigratedCopy:
    """The copy that suits the connection's database, not made yet: `renew` makes it."""
    kinds: dict[str, Callable[[BaseDatabaseWrapper], MigratedCopy]]
    kinds = {"sqlite": SqliteCopy, "postgresql": PostgresCopy}
    return kinds[connection.vendor](connection)


@cache
def fingerprint() -> str:
    """Changes whenever the migrations could leave another state; the same throughout a run."""
    digest = hashlib.sha256()
    for distribution in ("django", "wagtail", "django-taggit", "django-tasks-db"):
        digest.update(version(distribution).encode())
    for label in ("articles", "sources"):
        home = Path(apps.get_app_config(label).path)
        for path in sorted({path for pattern in SHAPING for path in home.glob(pattern)}):
            digest.update(str(path.relative_to(home)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


class SqliteCopy:
    """A file for each process, copied from a file that outlives the run in var/."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.path = Path(connection.settings_dict["TEST"]["NAME"])
        self.kept = self.path.with_name(f"{self.path.name}-kept-{next(_NUMBERS)}")
        self.template = settings.TEST_TEMPLATES / f"{fingerprint()}.sqlite3"

    def renew(self) -> None:
        self.connection.close()
        if not self.template.exists():
            self._build()
        # Read-only: should another run remove the file just now, this fails and makes no empty one.
        with (
            closing(sqlite3.connect(f"{self.template.as_uri()}?mode=ro", uri=True)) as template,
            closing(sqlite3.connect(self.path, timeout=20)) as copy,
        ):
            template.backup(copy)
        _point(self.connection, str(self.path))

    def keep(self) -> None:
        self.connection.close()
        self.template = self.kept
        with (
            closing(sqlite3.connect(self.path, timeout=20)) as copy,
            closing(sqlite3.connect(self.template)) as kept,
        ):
            copy.backup(kept)

    def drop(self) -> None:
        self.connection.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        self.kept.unlink(missing_ok=True)

    def _build(self) -> None:
        folder = self.template.parent
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.template.exists():
                return
            for outdated in folder.glob("*.sqlite3*"):
                if outdated.stat().st_mtime < time.time() - KEPT:
                    outdated.unlink()
            self.drop()  # what a test left there must not become the template
            _migrate(self.connection, str(self.path))
            self.connection.close()
            unfinished = self.template.with_suffix(".unfinished")
            shutil.copyfile(self.path, unfinished)
            unfinished.rename(self.template)


class PostgresCopy:
    """A database for each process, made with CREATE DATABASE ... TEMPLATE."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.name: str = connection.settings_dict["TEST"]["NAME"]
        self.template = f"{connection.settings_dict['NAME']}_template"
        self.kept = f"{self.name}_kept_{next(_NUMBERS)}"

    def renew(self) -> None:
        self.connection.close()
        with self._server() as server, _locked(server, self.template):
            if self._comment(server) != fingerprint():
                self._build(server)
            self._drop(server, self.name)
            server.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        _point(self.connection, self.name)

    def keep(self) -> None:
        self.connection.close()
        self.template = self.kept
        with self._server() as server:
            self._drop(server, self.template)
            server.execute(f'CREATE DATABASE "{self.template}" TEMPLATE "{self.name}"')
            server.execute(f"COMMENT ON DATABASE \"{self.template}\" IS '{fingerprint()}'")

    def drop(self) -> None:
        self.connection.close()
        with self._server() as server:
            self._drop(server, self.name)
            self._drop(server, self.kept)

    def _server(self) -> AbstractContextManager[Any]:
        return self.connection._nodb_cursor()

    def _drop(self, server: Any, name: str) -> None:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _comment(self, server: Any) -> str | None:
        server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [self.template],
        )
        row = server.fetchone()
        return row[0] if row else None

    def _build(self, server: Any) -> None:
        self._drop(server, self.template)
        server.execute(f"CREATE DATABASE \"{self.template}\" ENCODING 'UTF8' TEMPLATE template0")
        _migrate(self.connection, self.template)
        self.connection.close()
        server.execute(f"COMMENT ON DATABASE \"{self.template}\" IS '{fingerprint()}'")


@contextmanager
def _locked(server: Any, name: str) -> Iterator[None]:
    key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:7], "big")
    server.execute("SELECT pg_advisory_lock(%s)", [key])
    try:
        yield
    finally:
        server.execute("SELECT pg_advisory_unlock(%s)", [key])


def _migrate(connection: BaseDatabaseWrapper, name: str) -> None:
    _point(connection, name)
    call_command("migrate", verbosity=0, interactive=False, database=connection.alias)


def _point(connection: BaseDatabaseWrapper, name: str) -> None:
    """Have this connection, and those of other threads, open the database of that name."""
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = name
    connection.settings_dict["NAME"] = name
