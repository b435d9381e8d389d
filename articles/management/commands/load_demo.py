"""manage.py load_demo: an example newsroom with briefings in every state, for `make demo`."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.management.demo.loading import (
    OtherContentError,
    load,
    password_file,
    standings,
)
from articles.management.demo.people import PEOPLE, sign_ins
from articles.models import Comment, Edition
from sources.models import Organisation, SourceDocument

PLACES = (
    ("Readers", "/"),
    ("Every directive", "/directives/"),
    ("Search", "/search/?q=nickel"),
    ("API", "/api/v1/articles/"),
    ("API, described", "/api/v1/docs/"),
    ("Editors", "/admin/"),
)


class Command(BaseCommand):
    """Loads once; running it again changes nothing and says where everything is."""

    help = "Load the demo newsroom into an empty database, and print addresses and sign-ins."

    def handle(self, *_args: Any, **_options: Any) -> None:
        begun = time.monotonic()
        try:
            is_new = load(now=timezone.now())
        except OtherContentError as refusal:
            raise CommandError(
                "This database holds briefings already, so the demo is not loaded into it. Set "
                "VAR_DIR or DATABASE_URL to a place of its own, as `make demo` does."
            ) from refusal
        if is_new:
            self.stdout.write(f"Loaded the demo newsroom in {time.monotonic() - begun:.1f} s:")
        else:
            self.stdout.write("The demo newsroom is there already; nothing was changed. It has")
        self._counts()
        self._briefings()
        self._places()
        self._sign_ins()

    def _counts(self) -> None:
        counts = (
            (Organisation, "organisations"),
            (SourceDocument, "source documents"),
            (Edition, "editions"),
            (Comment, "comments"),
        )
        words = [f"{model.objects.count()} {name}" for model, name in counts]
        self.stdout.write(f"  {', '.join(words)}.\n\nBriefings (all but the first are invented)")

    def _briefings(self) -> None:
        for standing in standings():
            self.stdout.write(f"  {standing.words:<24}{standing.title}")
            self.stdout.write(f"  {'':<24}{settings.BASE_URL}{standing.path}")

    def _places(self) -> None:
        self.stdout.write("\nPlaces")
        for name, path in PLACES:
            self.stdout.write(f"  {name:<24}{settings.BASE_URL}{path}")

    def _sign_ins(self) -> None:
        self.stdout.write(f"\nSign-ins at {settings.BASE_URL}/admin/ (kept in {password_file()})")
        passwords = sign_ins(password_file())
        for person in PEOPLE:
            role = person.role.lower()
            self.stdout.write(f"  {person.username:<8}{passwords[person.username]:<18}{role}")
        self.stdout.write("")
