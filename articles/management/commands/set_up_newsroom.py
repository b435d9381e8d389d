"""manage.py set_up_newsroom: page tree, groups and workflow of a new installation."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.actions.newsroom import set_up_newsroom


class Command(BaseCommand):
    """Creates what is missing; running it again changes nothing."""

    help = "Create the page tree, the groups and the workflow that a newsroom needs."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run the action and say what stands."""
        newsroom = set_up_newsroom()
        self.stdout.write(
            f"Home “{newsroom.home}”, briefings under /{newsroom.briefings.slug}/, "
            f"workflow “{newsroom.workflow}”."
        )
