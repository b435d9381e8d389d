"""Settings: what an installation is told by its environment, and what it refuses to run without."""

from pathlib import Path
from typing import Any

import pytest

from tests.config.processes import printed, python

ASK = """
import json
from django.conf import settings
print(json.dumps({{name: getattr(settings, name) for name in {names!r}}}, default=str))
"""
SETUP = "import django; django.setup()\n"


def settings_of(*names: str, settings: str = "production", **environment: str) -> dict[str, Any]:
    values: dict[str, Any] = printed(ASK.format(names=names), settings=settings, **environment)
    return values


# -- What production refuses ------------------------------------------------------------------


@pytest.mark.parametrize("key", ["", "short", "x" * 49])
def test_production_does_not_start_without_a_long_secret_key(key: str) -> None:
    done = python("from django.conf import settings; settings.DEBUG", SECRET_KEY=key)
    assert done.returncode == 1
    assert "ImproperlyConfigured: SECRET_KEY must be set to at least 50" in done.stderr
    assert "secrets.token_urlsafe" in done.stderr


def test_production_is_closed_as_it_stands() -> None:
    found = settings_of(
        "DEBUG",
        "ALLOWED_HOSTS",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
        "EMAIL_BACKEND",
    )
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["assay.example"],
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    }


def test_address_without_tls_asks_for_none() -> None:
    found = settings_of(
        "ALLOWED_HOSTS",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
        BASE_URL="http://127.0.0.1:8000",
    )
    assert found == {
        "ALLOWED_HOSTS": ["127.0.0.1"],
        "SECURE_SSL_REDIRECT": False,
        "SESSION_COOKIE_SECURE": False,
        "SECURE_HSTS_SECONDS": 0,
    }


# -- Where settings come from -----------------------------------------------------------------


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "assay.env"
    file.write_text("SITE_NAME=From the file\nINGEST_MAX_BYTES=7\n")
    found = settings_of(
        "SITE_NAME", "INGEST_MAX_BYTES", ENV_FILE=str(file), SITE_NAME="From the environment"
    )
    assert found == {"SITE_NAME": "From the environment", "INGEST_MAX_BYTES": 7}


# -- The database -----------------------------------------------------------------------------


def test_database_is_a_file_below_the_folder_of_runtime_files(tmp_path: Path) -> None:
    [database] = settings_of("DATABASES", VAR_DIR=str(tmp_path))["DATABASES"].values()
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(tmp_path / "assay.sqlite3")


def test_database_url_switches_to_a_server() -> None:
    url = "postgres://assay:secret@db.example:5433/news"
    [database] = settings_of("DATABASES", DATABASE_URL=url, CONN_MAX_AGE="30")["DATABASES"].values()
    assert {name: database[name] for name in ("ENGINE", "HOST", "PORT", "NAME", "USER")} == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db.example",
        "PORT": 5433,
        "NAME": "news",
        "USER": "assay",
    }
    assert database["CONN_MAX_AGE"] == 30
    assert database["CONN_HEALTH_CHECKS"] is True
    assert "init_command" not in database.get("OPTIONS", {})


LOCKS = """
import json, sqlite3
import django; django.setup()
from django.conf import settings
from django.db import connection, transaction

def ask(pragma):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {pragma}").fetchone()[0]

found = {name: ask(name) for name in ("journal_mode", "busy_timeout", "synchronous")}
other = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0, isolation_level=None)
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE harbour (name TEXT)")
with transaction.atomic():
    found["read"] = other.execute("SELECT count(*) FROM harbour").fetchone()[0]
    try:
        other.execute("INSERT INTO harbour VALUES ('Oslo')")
    except sqlite3.OperationalError as error:
        found["write"] = str(error)
other.execute("INSERT INTO harbour VALUES ('Oslo')")
other.close()
print(json.dumps(found))
"""


def test_sqlite_lets_readers_read_and_writers_wait_for_their_turn(tmp_path: Path) -> None:
    found = printed(LOCKS, VAR_DIR=str(tmp_path))
    assert found == {
        "journal_mode": "wal",
        "busy_timeout": 20_000,
        "synchronous": 1,
        "read": 0,
        # A transaction takes its turn when it begins, not at its first write.
        "write": "database is locked",
    }


# -- Caches, mail, files ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "backend"),
    [
        ({}, "django.core.cache.backends.locmem.LocMemCache"),
        ({"CACHE_URL": "redis://127.0.0.1:6379/1"}, "django.core.cache.backends.redis.RedisCache"),
    ],
)
def test_cache_is_local_unless_another_is_named(environment: dict[str, str], backend: str) -> None:
    caches = settings_of("CACHES", **environment)["CACHES"]
    assert caches["default"]["BACKEND"] == backend


def test_mail_of_development_goes_to_files(tmp_path: Path) -> None:
    code = (
        SETUP
        + "from django.core.mail import send_mail\n"
        + "print(send_mail('Waiting for you', 'A draft.', None, ['editor@assay.example']))"
    )
    assert printed(code, settings="dev", VAR_DIR=str(tmp_path)) == 1
    [mail] = (tmp_path / "mail").iterdir()
    assert "Subject: Waiting for you" in mail.read_text()
    assert "To: editor@assay.example" in mail.read_text()


def test_development_needs_no_secret_key() -> None:
    done = python("from django.conf import settings; print(settings.DEBUG)", settings="dev")
    assert done.stdout.strip() == "True"


def test_evidence_lies_outside_what_is_served(tmp_path: Path) -> None:
    code = SETUP + (
        "import json\n"
        "from django.conf import settings\n"
        "from django.core.files.storage import storages\n"
        "print(json.dumps([str(storages['private'].location), str(settings.MEDIA_ROOT)]))"
    )
    private, media = printed(code, VAR_DIR=str(tmp_path))
    assert private == str(tmp_path / "private")
    assert not Path(private).is_relative_to(media)
