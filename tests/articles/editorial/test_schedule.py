"""Where the schedule stands is said in words: in the editor, on the Checks screen, at home."""

import datetime
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from articles.actions.scheduling import publish_due, unpublish_expired
from articles.editorial.schedule import moment, schedule_of, scheduled_for
from articles.models.editions import Edition
from articles.models.pages import ArticlePage
from sources.models import Ownership
from tests.articles.forms import editor_form
from tests.articles.newsroom import Desk, fresh, make_draft, make_published, republish, revise

EIGHT = datetime.datetime(2030, 3, 1, 8, 0, tzinfo=datetime.UTC)
NINE = EIGHT + datetime.timedelta(hours=1)
TEN = EIGHT + datetime.timedelta(hours=2)
PLUS_TWO = datetime.timezone(datetime.timedelta(hours=2))


def _noted(desk: Desk, at: datetime.datetime = NINE) -> ArticlePage:
    article = make_draft(desk)
    revise(article, desk.analyst, go_live_at=at)
    return fresh(article)


def _approved(desk: Desk) -> ArticlePage:
    with time_machine.travel(EIGHT, tick=False):
        return republish(desk, _noted(desk))


def _run(now: datetime.datetime) -> int:
    with time_machine.travel(now, tick=False):
        return len(publish_due(now=now))


# -- In words -------------------------------------------------------------------------------------
def test_moment_is_told_in_utc_with_its_day_unless_it_is_today() -> None:
    assert moment(NINE.astimezone(PLUS_TWO), now=EIGHT) == "09:00 UTC"
    assert moment(NINE, now=EIGHT - datetime.timedelta(days=1)) == "09:00 UTC on 1 March 2030"


def test_draft_without_a_date_has_no_schedule(desk: Desk) -> None:
    assert schedule_of(make_draft(desk), now=EIGHT).words == ""


def test_date_that_is_only_noted(desk: Desk) -> None:
    assert schedule_of(_noted(desk), now=EIGHT).words == "Date noted, not approved yet: 09:00 UTC."


def test_approved_date(desk: Desk) -> None:
    assert schedule_of(_approved(desk), now=EIGHT).words == "Will publish 09:00 UTC, approved."


def test_later_edits_are_not_part_of_what_was_approved(desk: Desk) -> None:
    article = _approved(desk)
    revise(article, desk.analyst, standfirst="More words.")
    words = schedule_of(fresh(article), now=EIGHT).words
    assert words == "Will publish 09:00 UTC, approved. What was edited since is not part of it."


def test_approved_date_that_no_run_has_seen_yet(desk: Desk) -> None:
    words = schedule_of(_approved(desk), now=TEN).words
    assert words == "Was due 09:00 UTC, approved: the next run of the schedule publishes it."


def test_date_that_was_refused(desk: Desk) -> None:
    article = _approved(desk)
    Ownership.objects.all().delete()
    assert _run(TEN) == 1
    standing = schedule_of(fresh(article), now=TEN)
    assert standing.is_refused
    assert standing.words.startswith("Was due 09:00 UTC, refused: Who owns Harbour Herald")


def test_refusal_is_forgotten_with_another_date(desk: Desk) -> None:
    article = _approved(desk)
    Ownership.objects.all().delete()
    _run(TEN)
    revise(article, desk.analyst, go_live_at=TEN + datetime.timedelta(hours=1))
    assert schedule_of(fresh(article), now=TEN).words == "Date noted, not approved yet: 11:00 UTC."


def test_noted_date_that_passed_without_approval(desk: Desk) -> None:
    words = schedule_of(_noted(desk), now=TEN).words
    assert words == "Date noted, 09:00 UTC, has passed: approval publishes it at once."


def test_published_briefing_has_no_schedule_left(desk: Desk) -> None:
    article = _approved(desk)
    assert _run(TEN) == 0
    assert schedule_of(fresh(article), now=TEN).words == ""


@pytest.mark.parametrize("name", ["wagtailadmin_pages:edit", "assay_checks", "wagtailadmin_home"])
def test_screen_says_where_it_stands(desk: Desk, client: Client, name: str) -> None:
    article = _approved(desk)
    with time_machine.travel(EIGHT, tick=False):
        client.force_login(desk.editor)
        arguments = [] if name == "wagtailadmin_home" else [article.pk]
        html = unescape(client.get(reverse(name, args=arguments)).content.decode())
    assert "Will publish 09:00 UTC, approved." in html


def test_refused_date_is_shown_as_a_warning(desk: Desk, client: Client) -> None:
    article = _approved(desk)
    Ownership.objects.all().delete()
    _run(TEN)
    with time_machine.travel(TEN, tick=False):
        client.force_login(desk.editor)
        html = client.get(reverse("assay_checks", args=[article.pk])).content.decode()
    before, _, _ = html.partition("Was due 09:00 UTC, refused")
    assert before.rpartition('class="help-block ')[2].startswith("help-warning")


def test_dashboard_lists_dates_for_those_who_edit_or_publish(desk: Desk) -> None:
    article = _approved(desk)
    listed = [each.article.pk for each in scheduled_for(desk.editor, now=EIGHT)]
    assert listed == [article.pk]
    assert scheduled_for(desk.moderator, now=EIGHT) == []


def test_dashboard_lists_the_date_of_a_draft_whose_briefing_is_public(desk: Desk) -> None:
    with time_machine.travel(EIGHT, tick=False):
        article = make_published(desk)
    make_draft(desk, title="Without a date")
    assert scheduled_for(desk.editor, now=EIGHT) == []
    revise(article, desk.analyst, go_live_at=NINE, standfirst="More words.")
    (listed,) = scheduled_for(desk.editor, now=EIGHT)
    assert listed.article.pk == article.pk
    assert listed.words == "Date noted, not approved yet: 09:00 UTC."


def test_date_of_an_earlier_publication_is_not_told_again(desk: Desk) -> None:
    article = _approved(desk)
    assert _run(TEN) == 0  # nothing was refused
    assert fresh(article).live
    revise(article, desk.analyst, standfirst="More words.")
    assert schedule_of(fresh(article), now=TEN).words == ""
    assert scheduled_for(desk.editor, now=TEN) == []


def test_dashboard_tells_the_next_dates_first_and_old_ones_not_at_all(desk: Desk) -> None:
    later, sooner, old = (make_draft(desk, title=f"Meeting {number}") for number in range(3))
    revise(later, desk.analyst, go_live_at=TEN)
    revise(sooner, desk.analyst, go_live_at=NINE)
    revise(old, desk.analyst, go_live_at=NINE - datetime.timedelta(days=60))
    listed = [each.article.pk for each in scheduled_for(desk.editor, now=EIGHT)]
    assert listed == [sooner.pk, later.pk]


def test_editor_sets_the_schedule_in_the_editor(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    with time_machine.travel(EIGHT, tick=False):
        client.force_login(desk.editor)
        assert 'name="go_live_at"' in client.get(address).content.decode()
        client.post(address, _form(article, go_live_at="2030-03-01 09:00"))
        words = schedule_of(fresh(article), now=EIGHT).words
    assert words == "Date noted, not approved yet: 09:00 UTC."


# -- Late -----------------------------------------------------------------------------------------
def test_lateness_is_recorded_and_the_edition_has_its_true_time(desk: Desk, client: Client) -> None:
    article = _approved(desk)
    _run(TEN + datetime.timedelta(minutes=5))
    entry = PageLogEntry.objects.get(action="assay.schedule.published")
    assert entry.data == {"due": NINE.isoformat(), "late_seconds": 65 * 60}
    assert Edition.objects.get().issued_at == TEN + datetime.timedelta(minutes=5)
    client.force_login(desk.editor)
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    words = "Published 1\xa0hour, 5\xa0minutes late; it was due 2030-03-01 09:00 UTC"
    assert words in unescape(history.content.decode())


def test_minute_or_two_is_not_late(desk: Desk, client: Client) -> None:
    article = _approved(desk)
    _run(NINE + datetime.timedelta(minutes=1))
    client.force_login(desk.editor)
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert "Published when it was due, 2030-03-01 09:00 UTC" in history.content.decode()


# -- Dates that passed ----------------------------------------------------------------------------
def _form(article: ArticlePage, **values: str) -> dict[str, str]:
    """The editor's form of a draft, as a browser sends it, without text."""
    words = {"title": article.title, "slug": article.slug, "standfirst": "Other words."}
    return editor_form(**words | values)


def _save(client: Client, desk: Desk, article: ArticlePage, **values: str) -> str:
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    client.post(address, _form(article, **values))
    return str(fresh(article).get_latest_revision_as_object().standfirst)


def test_date_of_publication_that_passed_stops_no_edit(desk: Desk, client: Client) -> None:
    article = _noted(desk)
    with time_machine.travel(TEN, tick=False):
        assert _save(client, desk, article, go_live_at="2030-03-01 09:00") == "Other words."


def test_expiry_that_passed_stops_no_edit_and_is_forgotten(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=NINE)
    revise(article, desk.analyst, expire_at=NINE)
    with time_machine.travel(TEN, tick=False):
        assert unpublish_expired(now=TEN) == 1
        assert _save(client, desk, article, expire_at="2030-03-01 09:00") == "Other words."
    assert fresh(article).get_latest_revision_as_object().expire_at is None


def test_expiry_that_is_set_into_the_past_is_told(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    with time_machine.travel(TEN, tick=False):
        kept = _save(client, desk, article, expire_at="2030-03-01 09:00")
    assert kept == "The board met and ordered figures."
