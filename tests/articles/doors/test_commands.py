"""Commands of Django and Wagtail."""

from pathlib import Path

import pytest
from django.core import serializers
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition
from tests.articles.doors.builders import make_folder
from tests.articles.doors.reading import assert_read, assert_unread
from tests.articles.newsroom import Desk, fresh, make_draft, make_published, revise


@pytest.mark.parametrize("command", ["fixtree", "set_url_paths", "purge_revisions"])
def test_command_publishes_nothing(desk: Desk, client: Client, command: str) -> None:
    public, draft = make_published(desk), make_draft(desk, title="Another meeting")
    options = {"interactive": False} if command == "fixtree" else {}
    call_command(command, verbosity=0, **options)
    assert_unread(client, draft)
    assert assert_read(public).number == 1


def test_moving_pages_by_command_publishes_nothing(desk: Desk, client: Client) -> None:
    public, draft = make_published(desk), make_draft(desk, title="Another meeting")
    call_command("move_pages", desk.briefings.pk, make_folder(desk).pk, verbosity=0)
    assert_unread(client, fresh(draft))
    assert assert_read(public).kind == EditionKind.MOVED


def test_page_that_a_fixture_makes_live_is_unread_and_can_still_be_edited(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    article = make_draft(desk)
    page = Page.objects.get(pk=article.pk)
    page.live, page.live_revision = True, article.latest_revision
    fixture = tmp_path / "backup.json"
    fixture.write_text(serializers.serialize("json", [page, article]))
    call_command("loaddata", str(fixture), verbosity=0)
    assert fresh(article).live
    assert not CurrentEdition.objects.exists()
    assert client.get(f"/{article.public_address}").status_code == 404
    revise(article, desk.analyst, standfirst="A save makes nothing public.")
    assert not CurrentEdition.objects.exists()
