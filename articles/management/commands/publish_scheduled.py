"""manage.py publish_scheduled: what is due, through the gate; wins over Wagtail's command.

One refused briefing does not hold up the next, and each becomes public wholly or not at all.
"""

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from articles.actions.scheduling import publish_due, unpublish_expired


class Command(WagtailCommand):
    """Briefings by our action; whatever else can be scheduled by Wagtail's."""

    help = "Publish and unpublish what is due. Run it every minute or so."

    def handle(self, *args: Any, **options: Any) -> None:
        refusals = []
        if not options["dryrun"]:
            now = timezone.now()
            unpublish_expired(now=now)
            refusals = publish_due(now=now)
        super().handle(*args, **options)
        for refusal in refusals:
            self.stderr.write(f"Refused: {refusal.article}: {refusal}")
        if refusals:
            raise CommandError(
                f"{len(refusals)} scheduled briefing(s) were refused; they are drafts again. "
                "Open their checks to see what to do."
            )
