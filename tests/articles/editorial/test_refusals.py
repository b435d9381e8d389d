"""A refusal reaches the person in words, and leaves nothing half done."""

import json

import pytest
from django.contrib.messages import get_messages
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import PageViewRestriction

from articles.actions.gatekeeping import PublicationRefused
from articles.editorial.refusals import answer
from articles.enums import EditionKind
from articles.gate import Finding, findings
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from articles.refusals import Refusal
from sources.models import Ownership
from tests.articles.forms import editor_form
from tests.articles.newsroom import (
    Desk,
    fresh,
    make_draft,
    make_published,
    seen,
    submit,
)

NEVER_SAID = "The board never said this."


def _in_source_check(desk: Desk) -> ArticlePage:
    """Submitted with a quote that does not stand in its document: the source check finds it."""
    return submit(desk, make_draft(desk, quote=NEVER_SAID))


def _approve_address(article: ArticlePage) -> str:
    arguments = [article.pk, "approve", article.current_workflow_task_state.pk]
    return reverse("wagtailadmin_pages:workflow_action", args=arguments)


def test_refused_approval_leads_to_the_checks_and_says_what_to_do(
    desk: Desk, client: Client
) -> None:
    article = _in_source_check(desk)
    client.force_login(desk.second_editor)
    response = client.post(_approve_address(article), seen(article), follow=True)
    assert response.redirect_chain == [(reverse("assay_checks", args=[article.pk]), 302)]
    told = [str(message) for message in get_messages(response.wsgi_request)] or [
        response.content.decode()
    ]
    assert "The source check of “Harbour board meets” was not passed." in told[0]
    assert "does not stand in the document" in told[0]
    assert "Copy the passage from the captured document exactly" in told[0]


def test_refused_approval_is_undone_as_a_whole(desk: Desk, client: Client) -> None:
    article = _in_source_check(desk)
    client.force_login(desk.second_editor)
    client.post(_approve_address(article), seen(article))
    assert fresh(article).current_workflow_task_state.status == "in_progress"
    assert not Edition.objects.exists()


def test_refused_approval_in_a_modal_leads_to_the_checks_by_json(
    desk: Desk, client: Client
) -> None:
    article = _in_source_check(desk)
    client.force_login(desk.second_editor)
    response = client.post(
        _approve_address(article),
        {"comment": "fine", **seen(article)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert json.loads(response.content) == {
        "step": "success",
        "redirect": reverse("assay_checks", args=[article.pk]),
    }


def test_refused_autosave_is_answered_in_json(desk: Desk, rf: RequestFactory) -> None:
    request = rf.post("/admin/", headers={"Accept": "application/json"})
    response = answer(request, Refusal(make_draft(desk), "Not this way."))
    assert response.status_code == 400
    assert json.loads(response.content) == {
        "success": False,
        "error_code": "refused",
        "error_message": "Not this way.",
    }


def test_refusal_outside_the_admin_is_left_to_its_door(desk: Desk, rf: RequestFactory) -> None:
    from articles.editorial.refusals import RefusalMiddleware

    middleware = RefusalMiddleware(lambda _request: answer(_request, refusal))
    refusal = PublicationRefused(make_draft(desk), [Finding(findings.NO_SOURCE, "None.")])
    assert middleware.process_exception(rf.get("/api/v1/articles/"), refusal) is None


def test_page_stays_private_where_opening_it_is_refused(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    Ownership.objects.all().delete()
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:set_privacy", args=[article.pk]),
        {"restriction_type": "none"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    shown = json.loads(response.content)
    assert shown["step"] == "set_privacy"
    assert "not on record" in shown["html"]
    assert PageViewRestriction.objects.filter(page=article).exists()
    assert not CurrentEdition.objects.exists()


def test_refused_publication_keeps_the_draft_that_was_saved_with_it(
    desk: Desk, client: Client
) -> None:
    article = make_draft(desk)
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        editor_form(standfirst="", title="A better title") | {"action-publish": "action-publish"},
    )
    assert response.status_code == 302
    assert response["Location"] == reverse("assay_checks", args=[article.pk])
    assert fresh(article).get_latest_revision_as_object().title == "A better title"
    assert not fresh(article).live


@pytest.mark.parametrize("kind", ["copy", "alias"])
def test_forged_copy_that_would_be_public_is_refused_whole(
    desk: Desk, client: Client, kind: str
) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    before = ArticlePage.objects.count()
    client.post(
        reverse("wagtailadmin_pages:copy", args=[desk.briefings.pk]),
        {
            "new_title": "Copies",
            "new_slug": "copies",
            "new_parent_page": desk.briefings.get_parent().pk,
            "copy_subpages": "on",
            "publish_copies" if kind == "copy" else "alias": "on",
        },
    )
    assert ArticlePage.objects.count() == before
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_unpublishing_withdraws(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]))
    assert not CurrentEdition.objects.exists()
    assert Edition.objects.of_article(article.uuid)[0].kind == EditionKind.WITHDRAWN
