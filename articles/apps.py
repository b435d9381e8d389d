"""The upper domain: articles, their editions, and everything readers and consumers see."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Connects the signal handlers once the models are there."""

    name = "articles"
    verbose_name = "Articles"

    def ready(self) -> None:
        """Listen to the page tree and the ownership record."""
        from articles import signal_handlers

        signal_handlers.connect()
