"""The editor's panel and the Checks screen say what the gate will say."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.editorial.checks import place_url, read_checks
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_published,
    seen,
    submit,
)


def _screen(client: Client, user: User, article: ArticlePage) -> str:
    client.force_login(user)
    return client.get(reverse("assay_checks", args=[article.pk])).content.decode()


def test_panel_in_the_editor_lists_what_blocks(desk: Desk, client: Client) -> None:
    article = make_draft(desk, quote="The board never said this.")
    client.force_login(desk.analyst)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "Quote not found in its document" in html
    assert "Copy the passage from the captured document exactly" in html


def test_finding_leads_to_its_block(desk: Desk, client: Client) -> None:
    article = make_draft(desk, quote="The board never said this.")
    block = article.body.raw_data[1]["id"]
    assert f"/edit/#block-{block}-section" in _screen(client, desk.analyst, article)


def test_finding_without_a_block_leads_to_its_field(desk: Desk) -> None:
    article = make_draft(desk)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert place_url(article, "standfirst") == f"{edit}#panel-child-briefing-standfirst-section"
    assert place_url(article, "") == ""


def test_screen_shows_the_disclaimer_as_it_will_read(desk: Desk, client: Client) -> None:
    html = _screen(client, desk.analyst, make_draft(desk))
    assert "This briefing rests on Harbour Herald" in html
    assert "Port Authority" in html


def test_published_briefing_has_nothing_in_its_way(desk: Desk, client: Client) -> None:
    assert "Nothing stands in the way." in _screen(client, desk.editor, make_published(desk))


def test_work_on_the_text_comes_before_approval(desk: Desk) -> None:
    checks = read_checks(make_draft(desk, quote="The board never said this."))
    assert checks is not None
    assert not checks.is_text_clear
    clear = read_checks(make_draft(desk, title="Another"))
    assert clear is not None
    assert clear.is_text_clear
    assert not clear.is_clear


def test_draft_is_submitted_from_the_screen(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    client.force_login(desk.analyst)
    client.post(reverse("assay_checks", args=[article.pk]), {"step": "submit"})
    assert fresh(article).workflow_in_progress


def test_last_approval_from_the_screen_publishes(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    html = _screen(client, desk.second_editor, fresh(article))
    assert "Approve and publish" in html
    state = fresh(article).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.pk])
    assert f'name="seen" value="{seen(article)["seen"]}"' in html
    client.post(address, seen(article))
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_approved_briefing_is_published_from_the_screen(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    article.unpublish(user=desk.editor)
    client.force_login(desk.editor)
    response = client.post(
        reverse("assay_checks", args=[article.pk]), {"step": "publish"}, follow=True
    )
    assert "is published" in response.content.decode()
    assert Edition.objects.of_article(article.uuid)[0].number == 3


def test_step_that_is_no_longer_next_does_nothing(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    client.force_login(desk.editor)
    response = client.post(
        reverse("assay_checks", args=[article.pk]), {"step": "publish"}, follow=True
    )
    assert "Please look again" in response.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", ["assay_checks", "assay_editions", "assay_change"])
def test_moderator_has_no_business_with_a_draft(desk: Desk, client: Client, name: str) -> None:
    client.force_login(desk.moderator)
    response = client.get(reverse(name, args=[make_draft(desk).pk]))
    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")
