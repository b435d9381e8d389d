"""Tests: fast password hashing, files in a temporary folder, tasks run where they are enqueued."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403 - a settings module extends base by design
from config.settings.base import DATABASES, STORAGES, env

SECRET_KEY = "tests-only-not-a-secret"  # noqa: S105 - says so itself
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = WAGTAILADMIN_BASE_URL = "https://testserver"
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_files = Path(tempfile.mkdtemp(prefix="assay-test-"))
MEDIA_ROOT = _files / "media"
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _files / "private", "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

if test_database_url := env.str("TEST_DATABASE_URL", default=""):
    DATABASES = {"default": env.db_url_config(test_database_url)}
