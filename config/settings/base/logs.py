"""What is logged, and where it goes."""

from config.settings.base.environment import env

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
