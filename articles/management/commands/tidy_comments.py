"""manage.py tidy_comments: what readers never confirmed, and the salts of days gone by."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.actions.comments.tidying import tidy


class Command(BaseCommand):
    """Run it once a day: until then, hashes of network addresses could still be compared."""

    help = "Delete what readers wrote and never confirmed, and the salts of days gone by."

    def handle(self, *_args: Any, **_options: Any) -> None:
        counts = tidy(now=timezone.now())
        told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        self.stdout.write(f"Deleted: {told or 'nothing'}.")
