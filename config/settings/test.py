"""Tests: fast password hashing, files in a temporary folder, tasks run where they are enqueued.

The database is SQLite unless TEST_DATABASE_URL names a PostgreSQL server; `make test` runs both.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ENV_FILE"] = ""  # what a developer set for the own site must not change a test

from config.settings.base import *
from config.settings.base import (
    BASE_DIR,
    LOGGING,
    REST_FRAMEWORK,
    STORAGES,
    TASKS,
    database_settings,
    env,
)

SECRET_KEY = "tests-only-not-a-secret"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = WAGTAILADMIN_BASE_URL = "https://testserver"
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {**TASKS, "mail": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_files = Path(tempfile.mkdtemp(prefix="assay-test-"))
atexit.register(shutil.rmtree, _files, ignore_errors=True)
MEDIA_ROOT = _files / "media"
STATIC_ROOT = _files / "static"
STATIC_ROOT.mkdir()
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _files / "private", "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A failure shows what warns, not every task that ran.
LOGGING = {**LOGGING, "root": {"handlers": ["stderr"], "level": "WARNING"}}

# Hundreds of tests call from one address; those of the limits set their own.
REST_FRAMEWORK = {
    **REST_FRAMEWORK,
    "DEFAULT_THROTTLE_RATES": {
        "anon": None,
        "user": None,
        "comments": None,
        "comments_address": None,
        "comments_article": None,
    },
}

# Migrated databases that later runs copy (tests/databases/template.py).
TEST_TEMPLATES = BASE_DIR / "var" / "test-templates"
if test_database_url := env.str("TEST_DATABASE_URL", default=""):
    _database = database_settings(test_database_url)
    _database["CONN_MAX_AGE"] = 0
    _database["TEST"] = {"NAME": f"test_{_database['NAME']}"}
else:
    # A file, as in production: threads and locks behave as they do there.
    _database = database_settings(f"sqlite:///{_files / 'assay.sqlite3'}")
    _database["TEST"] = {"NAME": str(_files / "test.sqlite3")}
DATABASES = {"default": _database}
