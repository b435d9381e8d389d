"""The editor: its button to publish, and the autosave."""

import json

from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from articles.models.editions import CurrentEdition
from tests.articles.doors.builders import form, make_scheduled, make_typed
from tests.articles.doors.reading import assert_read, assert_unread, told
from tests.articles.newsroom import Desk, fresh, make_draft, republish


def test_publish_button_is_refused_for_an_unapproved_draft(desk: Desk, client: Client) -> None:
    article = make_typed(desk, client)
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        form(desk, article) | {"action-publish": "action-publish"},
    )
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_publish_button_publishes_what_was_approved_once(desk: Desk, client: Client) -> None:
    article = republish(desk, make_typed(desk, client))
    article.unpublish(user=desk.editor)
    client.force_login(desk.editor)
    client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        form(desk, article) | {"action-publish": "action-publish"},
    )
    assert assert_read(article).number == 3


def test_publish_button_is_refused_when_the_same_form_changes_a_word(
    desk: Desk, client: Client
) -> None:
    article = republish(desk, make_typed(desk, client))
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        form(desk, article, standfirst="Something else.") | {"action-publish": "action-publish"},
    )
    assert "Nobody has approved this version." in told(response)
    assert assert_read(article).standfirst == "The board met."


def test_publishing_while_creating_is_refused(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", desk.briefings.pk])
    response = client.post(address, form(desk) | {"action-publish": "action-publish"})
    assert "was not published" in told(response)
    assert not CurrentEdition.objects.exists()
    assert not any(Page.find_problems())


def test_autosave_never_writes_over_what_was_published(desk: Desk, client: Client) -> None:
    article = republish(desk, make_typed(desk, client))
    published = article.live_revision
    client.force_login(desk.analyst)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        form(desk, article, standfirst="Not for readers.")
        | {"overwrite_revision_id": str(published.pk), "loaded_revision_id": str(published.pk)},
        headers={"Accept": "application/json"},
    )
    answer = json.loads(response.content)
    assert answer["success"]
    assert answer["revision_id"] != published.pk
    assert Revision.objects.get(pk=published.pk).content["standfirst"] == "The board met."


def test_autosave_never_writes_over_what_is_scheduled(desk: Desk) -> None:
    article = make_scheduled(desk)
    scheduled = article.scheduled_revision
    draft = article.get_latest_revision_as_object()
    draft.standfirst = "Later words."
    revision = draft.save_revision(user=desk.analyst, overwrite_revision=scheduled)
    assert revision.pk != scheduled.pk
    assert fresh(article).scheduled_revision == scheduled


def test_autosave_writes_over_a_draft_that_nobody_relies_on(desk: Desk) -> None:
    draft = make_draft(desk).get_latest_revision_as_object()
    draft.standfirst = "Better words."
    before = draft.latest_revision
    assert draft.save_revision(user=desk.analyst, overwrite_revision=before).pk == before.pk
