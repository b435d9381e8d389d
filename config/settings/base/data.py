"""Where everything is kept: the database, the cache, the queues of tasks."""

from typing import Any

from config.settings.base.environment import VAR_DIR, env


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
