"""What is due goes through the gate, one by one; each becomes public wholly or not at all."""

import datetime
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.actions import publishing, scheduling
from articles.actions.scheduling import publish_due, unpublish_expired
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from sources.models import Ownership
from tests.articles.newsroom import (
    Desk,
    fresh,
    make_desk,
    make_draft,
    make_published,
    republish,
    revise,
)

HOUR = datetime.timedelta(hours=1)


def make_scheduled(desk: Desk, *, title: str, ahead: datetime.timedelta = HOUR) -> ArticlePage:
    """Approved, with a go-live time that lies ahead."""
    article = make_draft(desk, title=title)
    revise(article, desk.analyst, go_live_at=timezone.now() + ahead)
    return republish(desk, article)


@pytest.fixture
def when_due() -> datetime.datetime:
    """A moment at which everything of these tests is due."""
    return timezone.now() + 9 * HOUR


def test_due_briefings_are_published_in_the_order_of_their_times(
    desk: Desk, when_due: datetime.datetime
) -> None:
    second = make_scheduled(desk, title="Second", ahead=2 * HOUR)
    first = make_scheduled(desk, title="First", ahead=HOUR)
    with time_machine.travel(when_due, tick=False):
        assert publish_due(now=when_due) == []
    uuids = list(Edition.objects.order_by("pk").values_list("article_uuid", flat=True))
    assert uuids == [first.uuid, second.uuid]


def test_what_is_not_due_stays(desk: Desk) -> None:
    article = make_scheduled(desk, title="Later")
    publish_due(now=timezone.now())
    assert fresh(article).scheduled_revision
    assert not Edition.objects.exists()


def test_due_update_takes_the_place_of_what_is_read(
    desk: Desk, when_due: datetime.datetime
) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, standfirst="Later words.", go_live_at=timezone.now() + HOUR)
    republish(desk, article)
    with time_machine.travel(when_due, tick=False):
        publish_due(now=when_due)
    edition = CurrentEdition.objects.whole().get().edition
    assert (edition.number, edition.kind, edition.standfirst) == (
        2,
        EditionKind.UPDATED,
        "Later words.",
    )


def test_refused_briefing_does_not_hold_up_the_next(
    desk: Desk, when_due: datetime.datetime
) -> None:
    refused = make_scheduled(desk, title="First", ahead=HOUR)
    passed = make_scheduled(desk, title="Second", ahead=2 * HOUR)
    _void_the_approval(refused)
    with time_machine.travel(when_due, tick=False):
        (refusal,) = publish_due(now=when_due)
    assert refusal.article.pk == refused.pk
    assert CurrentEdition.objects.get().article_uuid == passed.uuid


def _void_the_approval(article: ArticlePage) -> None:
    """As if somebody had written to the table: the approved words are no longer those."""
    revision = Revision.objects.get(pk=article.scheduled_revision.pk)
    revision.content["standfirst"] = "Not for readers."
    revision.save()


def test_refused_briefing_loses_its_schedule_and_its_history_says_why(
    desk: Desk, client: Client, when_due: datetime.datetime
) -> None:
    article = make_scheduled(desk, title="First")
    _void_the_approval(article)
    with time_machine.travel(when_due, tick=False):
        assert len(publish_due(now=when_due)) == 1
        assert publish_due(now=when_due) == []
    assert fresh(article).scheduled_revision is None
    client.force_login(desk.editor)
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert "Not published when it was due: Nobody has checked" in history.content.decode()


def test_owner_that_goes_off_the_record_meanwhile_closes_the_gate(
    desk: Desk, when_due: datetime.datetime
) -> None:
    make_scheduled(desk, title="First")
    Ownership.objects.all().delete()
    with time_machine.travel(when_due, tick=False):
        (refusal,) = publish_due(now=when_due)
    assert "not on record" in str(refusal)


def test_command_says_what_was_refused_and_publishes_the_rest(
    desk: Desk, when_due: datetime.datetime
) -> None:
    refused = make_scheduled(desk, title="First", ahead=HOUR)
    make_scheduled(desk, title="Second", ahead=2 * HOUR)
    _void_the_approval(refused)
    said = io.StringIO()
    with (
        time_machine.travel(when_due, tick=False),
        pytest.raises(CommandError, match=r"1 scheduled briefing\(s\) were refused"),
    ):
        call_command("publish_scheduled", stderr=said)
    assert "Refused: First: Nobody has checked the sources" in said.getvalue()
    assert CurrentEdition.objects.count() == 1


def test_dry_run_changes_nothing(desk: Desk, when_due: datetime.datetime) -> None:
    article = make_scheduled(desk, title="First")
    with time_machine.travel(when_due, tick=False):
        call_command("publish_scheduled", dryrun=True, stdout=io.StringIO())
    assert fresh(article).scheduled_revision
    assert not Edition.objects.exists()


def test_expired_briefing_is_withdrawn(desk: Desk) -> None:
    article = make_published(desk)
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - HOUR)
    assert unpublish_expired(now=timezone.now()) == 1
    assert Edition.objects.of_article(article.uuid)[0].kind == EditionKind.WITHDRAWN
    assert fresh(article).expired
    assert unpublish_expired(now=timezone.now()) == 0


def test_other_pages_keep_wagtails_schedule(desk: Desk, when_due: datetime.datetime) -> None:
    folder = desk.briefings
    folder.title, folder.go_live_at = "Reports", timezone.now() + HOUR
    folder.save_revision().publish()
    with time_machine.travel(when_due, tick=False):
        call_command("publish_scheduled")
    assert Page.objects.get(pk=folder.pk).title == "Reports"


# -- Broken off half way --------------------------------------------------------------------------


class PowerCutError(Exception):
    """What no code of ours expects."""


@pytest.mark.parametrize("survivors", [0, 1, 2])
def test_run_that_breaks_off_leaves_each_wholly_public_or_not_at_all(
    desk: Desk, when_due: datetime.datetime, monkeypatch: pytest.MonkeyPatch, survivors: int
) -> None:
    titles = ("First", "Second", "Third")
    articles = [make_scheduled(desk, title=title) for title in titles]
    with time_machine.travel(when_due, tick=False):
        with monkeypatch.context() as patch:
            patch.setattr(publishing, "record", _breaks_after(survivors, publishing.record))
            with pytest.raises(PowerCutError):
                publish_due(now=when_due)
        found = [_standing(article) for article in articles]
        whole: set[str] = {"live", "edition", "current"}
        assert sorted(found, key=len) == [set()] * (3 - survivors) + [whole] * survivors
        assert publish_due(now=when_due) == []
    assert [_standing(article) for article in articles] == [whole] * 3
    assert Edition.objects.count() == 3


def _breaks_after(survivors: int, record: Callable[..., Edition]) -> Callable[..., Edition]:
    """Records so many editions in full; breaks off after the next is written, before it counts."""
    calls: list[int] = []

    def breaking(**options: Any) -> Edition:
        edition = record(**options)
        calls.append(edition.number)
        if len(calls) > survivors:
            raise PowerCutError
        return edition

    return breaking


def test_second_run_at_the_same_time_publishes_nothing_twice(
    desk: Desk, when_due: datetime.datetime
) -> None:
    make_scheduled(desk, title="First")
    due = list(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("pk"))
    with time_machine.travel(when_due, tick=False):
        publish_due(now=when_due)
        for (key,) in due:
            scheduling._publish(key, when_due)
    assert Edition.objects.count() == 1


# -- Killed half way ------------------------------------------------------------------------------

# In a process of its own: publishes what is due, and dies without a word while it works on the
# second briefing, at the step that its argument names.
PUBLISHER = """
import os, signal, sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from datetime import timedelta
from django.utils import timezone
from articles.actions import publishing, recording, scheduling
module, name = {
    "gate": (publishing, "refuse_if_blocked"),
    "compile": (publishing, "compile_edition"),
    "seal": (recording, "seal"),
    "show": (recording, "_write_directives"),
    "index": (recording, "index"),
}[sys.argv[2]]
original, calls = getattr(module, name), []
def dies_at_the_second(*args, **options):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*args, **options)
setattr(module, name, dies_at_the_second)
scheduling.publish_due(now=timezone.now())
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["gate", "compile", "seal", "show", "index"])
def test_killed_half_way_leaves_each_wholly_public_or_not_at_all(step: str, tmp_path: Path) -> None:
    desk = make_desk()
    first, second = (make_scheduled(desk, title=title) for title in ("First", "Second"))
    _make_due()
    assert _run_publisher(step, tmp_path) == -signal.SIGKILL
    assert _standing(first) == {"live", "edition", "current"}
    assert _standing(second) == set()
    publish_due(now=timezone.now())
    assert _standing(second) == {"live", "edition", "current"}


def _make_due() -> None:
    """Let an hour and more have passed: a killed process cannot be sent into the future."""
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        due = revision.approved_go_live_at - 2 * HOUR
        revision.content["go_live_at"] = due.isoformat()
        revision.approved_go_live_at = due
        revision.save()


def _run_publisher(step: str, folder: Path) -> int:
    """Its exit code; what it leaves behind lies in the folder, for it cannot tidy up."""
    connection.close()
    environment = {**os.environ, "TMPDIR": str(folder)}
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", PUBLISHER, name, step]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=False).returncode


def _standing(article: ArticlePage) -> set[str]:
    """What of a publication is there."""
    found: dict[str, Any] = {
        "live": fresh(article).live,
        "edition": Edition.objects.of_article(article.uuid).exists(),
        "current": CurrentEdition.objects.filter(article_uuid=article.uuid).exists(),
    }
    return {name for name, is_there in found.items() if is_there}
