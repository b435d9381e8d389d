"""The schedule: what was approved goes out when it is due."""

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from articles.actions.gatekeeping import PublicationRefused
from tests.articles.doors.builders import LATER, make_scheduled
from tests.articles.doors.reading import assert_read, assert_unread
from tests.articles.newsroom import Desk, fresh, make_draft, make_published, republish, revise


def test_scheduled_briefing_is_read_by_nobody_before_its_time(desk: Desk, client: Client) -> None:
    article = make_scheduled(desk)
    call_command("publish_scheduled")
    assert article.scheduled_revision
    assert_unread(client, article)


def test_schedule_publishes_what_was_approved_when_it_is_due(desk: Desk) -> None:
    article = make_scheduled(desk)
    with time_machine.travel(timezone.now() + LATER, tick=False):
        call_command("publish_scheduled")
        assert_read(article)
    assert fresh(article).scheduled_revision is None


def test_unapproved_draft_cannot_be_scheduled(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    revision = revise(article, desk.analyst, go_live_at=timezone.now() + LATER)
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        revision.publish(user=desk.editor)
    assert fresh(article).scheduled_revision is None
    assert_unread(client, article)


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages"])
def test_due_draft_that_was_never_approved_is_refused(
    desk: Desk, client: Client, command: str
) -> None:
    article = make_draft(desk)
    Revision.objects.update(approved_go_live_at=timezone.now() - LATER)
    with pytest.raises((CommandError, PublicationRefused)):
        call_command(command)
    assert_unread(client, article)


def test_edit_after_scheduling_neither_goes_out_nor_holds_up_what_was_approved(
    desk: Desk,
) -> None:
    article = make_scheduled(desk)
    revise(article, desk.editor, standfirst="Not for readers.")
    with time_machine.travel(timezone.now() + LATER, tick=False):
        call_command("publish_scheduled")
        assert assert_read(article).standfirst == "The board met and ordered figures."


def test_public_briefing_stays_public_while_its_next_state_is_scheduled(desk: Desk) -> None:
    """Even where the draft was first written before anything was live, and remembers that."""
    article = make_published(desk)
    assert article.get_latest_revision().content["live_revision"] is None
    revise(article, desk.analyst, go_live_at=timezone.now() + LATER / 2)
    assert republish(desk, article).scheduled_revision
    assert assert_read(article).number == 1
