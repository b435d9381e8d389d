"""Settings that every environment shares; safe for production as they stand.

Everything that differs between installations is an environment variable (see .env.example and
docs/reference/settings.md). Other modules of this package may only loosen what is set here.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
if env_file := env.str("ENV_FILE", default=str(BASE_DIR / ".env")):
    env.read_env(env_file)

# Where runtime files live: database, uploads, captured evidence, outgoing mail of development.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings for a database address, with what Assay needs of that database."""
    database: dict[str, Any] = env.db_url_config(url)
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # Readers never wait for a writer, and a writer waits for its turn instead of failing.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        # Connections that persist, and no pool: with threads a pool was the slower of the two.
        database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
        database["CONN_HEALTH_CHECKS"] = True
    return database


# -- Identity ---------------------------------------------------------------------------------
BASE_URL = env.str("BASE_URL", default="https://assay.example")
SITE_NAME = env.str("SITE_NAME", default="Assay")
# Readers are told to come back; editors go on.
MAINTENANCE = env.bool("MAINTENANCE", default=False)
# Who passes new items on to subscribers at once (W3C WebSub); empty for nobody.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")
_site = urlsplit(BASE_URL)
IS_HTTPS = _site.scheme == "https"

SECRET_KEY = env.str("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[_site.hostname or "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

# -- Applications -----------------------------------------------------------------------------
# articles and sources come first: their templates and management commands win over Wagtail's.
INSTALLED_APPS = [
    "articles",
    "sources",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.security.relax_admin_policy",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.maintenance.close_to_readers",
    "articles.editorial.refusals.RefusalMiddleware",  # last: it answers what a view refuses
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # Beside the screens that use it, not in a templatetags package: it asks the gate.
            "libraries": {"editorial": "articles.editorial.tags"},
        },
    },
]

# -- Data -------------------------------------------------------------------------------------
DATABASES = {
    "default": database_settings(
        env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'assay.sqlite3'}")
    )
}

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://assay")}
TASKS = {
    "default": {
        "BACKEND": env.str(
            "TASKS_BACKEND", default="django_tasks.backends.immediate.ImmediateBackend"
        )
    },
    # Letters to readers wait for a worker: no request waits for a mail server.
    "mail": {
        "BACKEND": env.str("MAIL_TASKS_BACKEND", default="django_tasks_db.DatabaseBackend"),
    },
}

MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Captured evidence: outside MEDIA_ROOT and without an address, so no server can hand it out.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "private", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# -- Language and time ------------------------------------------------------------------------
# What lists and everything else outside a briefing speak: "en" or "de".
LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en")
LANGUAGES = [
    ("en", "English"),
    ("de", "German"),
    ("zh-hans", "Chinese"),
    ("ar", "Arabic"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# -- People -----------------------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"Assay <noreply@{_site.hostname}>")

# -- Security ---------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # probes come from inside, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview panel frames our own pages.
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # it asks for DENY, and the line above says why not

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    }
}

# -- Wagtail ----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_I18N_ENABLED = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]

# -- API --------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["sources.api.tokens.BearerToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "sources.api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("API_RATE_ANONYMOUS", default="300/min"),
        "user": env.str("API_RATE_TOKEN", default="1200/min"),
        "comments": env.str("API_RATE_COMMENTS", default="10/hour"),
        "comments_address": env.str("API_RATE_COMMENTS_ADDRESS", default="6/hour"),
        "comments_article": env.str("API_RATE_COMMENTS_ARTICLE", default="120/hour"),
    },
    # How many proxies add to X-Forwarded-For; what a caller writes there itself is not believed.
    "NUM_PROXIES": env.int("NUM_PROXIES", default=1),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Assay API",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "PREPROCESSING_HOOKS": ["config.api.keep_public_endpoints"],
    # Enumerations have the same names in the description as in the code.
    "ENUM_NAME_OVERRIDES": {
        "CaptureWay": "sources.enums.CaptureWay",
        "ChallengeReason": "articles.enums.ChallengeReason",
        "ChallengeStatus": "articles.enums.ChallengeStatus",
        "ChangeType": "articles.formats.changes.ChangeType",
        "ClaimKind": "articles.enums.ClaimKind",
        "CommentPolicy": "articles.enums.CommentPolicy",
        "CommentState": "articles.enums.CommentState",
        "CommentStatus": "articles.enums.CommentStatus",
        "ControlKind": "sources.enums.ControlKind",
        "CorroborationState": "sources.enums.CorroborationState",
        "CredibilityCode": "sources.enums.Credibility",
        "DirectiveForce": "articles.enums.DirectiveForce",
        "DirectiveStatus": "articles.enums.DirectiveStatus",
        "EditionKind": "articles.enums.EditionKind",
        "OrganisationKind": "sources.enums.OrganisationKind",
        "OwnershipStatus": "sources.enums.OwnershipStatus",
        "ReliabilityCode": "sources.enums.Reliability",
        "TestimonyRole": "sources.enums.TestimonyRole",
    },
}

# -- Logging ----------------------------------------------------------------------------------
# Everything goes to standard error, where systemd, a container or gunicorn picks it up.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Django's own handlers would say everything a second time.
        "django": {"handlers": [], "propagate": True},
        # A 404 is an answer, not an event.
        "django.request": {"level": "ERROR"},
        # Each task that starts and ends: the queue keeps that record itself.
        "django_tasks": {"level": "WARNING"},
    },
}

# -- Comments and challenges ------------------------------------------------------------------
# Days after publication at whose end comments close; 0 for never.
COMMENTS_CLOSE_AFTER_DAYS = env.int("COMMENTS_CLOSE_AFTER_DAYS", default=0)
# Approved comments after which a confirmed commenter is read afterwards; 0 for never.
COMMENTS_TRUSTED_AFTER = env.int("COMMENTS_TRUSTED_AFTER", default=3)
# Links that a comment may have without being held.
COMMENTS_MOST_LINKS = env.int("COMMENTS_MOST_LINKS", default=2)
# With a key, Akismet is asked about each new comment; without, nothing is sent to anybody.
AKISMET_KEY = env.str("AKISMET_KEY", default="")
AKISMET_URL = env.str("AKISMET_URL", default="https://rest.akismet.com/1.1/comment-check")
# Days that an editor has to answer a challenge.
CHALLENGE_DUE_DAYS = env.int("CHALLENGE_DUE_DAYS", default=7)

# -- Limits -----------------------------------------------------------------------------------
# The longest text that ingest accepts, in bytes.
INGEST_MAX_BYTES = env.int("INGEST_MAX_BYTES", default=5_000_000)
# What is pasted in the admin comes as a form, where every byte may be written as three.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * INGEST_MAX_BYTES + 100_000
