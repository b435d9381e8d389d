"""Every way in which Wagtail can publish passes the gate or is closed.

Each door is tried with a draft that nobody approved: it stays unread, and who asked is told why.
The doors that are meant to publish are then tried with an approved one: one edition comes of it.
"""

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.core import serializers
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.actions.gatekeeping import GateClosed, PublicationRefused
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.folders import ArticleIndexPage, HomePage
from articles.models.pages import ArticlePage
from articles.models.workflow import FourEyesRefused
from sources.enums import TestimonyRole
from tests.articles.newsroom import (
    QUOTE,
    Desk,
    approve,
    fresh,
    make_approved,
    make_draft,
    make_published,
    republish,
    revise,
    seen,
    submit,
)

LATER = datetime.timedelta(days=2)


def assert_unread(client: Client, article: ArticlePage) -> None:
    """No edition, no page; and the tree does not claim that there is one."""
    assert not Edition.objects.of_article(article.uuid).exists()
    assert not CurrentEdition.objects.filter(article_uuid=article.uuid).exists()
    assert not fresh(article).live
    assert Client().get(f"/{article.public_address}").status_code == 404


def assert_read(article: ArticlePage) -> Edition:
    """Exactly one current edition, of the newest number, and a page at its address."""
    edition = CurrentEdition.objects.whole().get(article_uuid=article.uuid).edition
    assert edition == Edition.objects.of_article(article.uuid).first()
    assert fresh(article).live
    assert Client().get(f"/{edition.address}").status_code == 200
    return edition


def told(response: Any) -> str:
    """What the person reads: the messages of the answer, or its JSON."""
    assert response.status_code not in (403, 500)
    if response["Content-Type"].startswith("application/json"):
        return str(json.loads(response.content).get("error_message", ""))
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def post(client: Client, user: User, name: str, *args: Any, **data: Any) -> Any:
    client.force_login(user)
    return client.post(reverse(name, args=args), data)


# -- The editor -----------------------------------------------------------------------------------


def _form(desk: Desk, article: ArticlePage | None = None, **values: str) -> dict[str, str]:
    """The editor's form for a briefing of one paragraph, as a browser sends it."""
    body = streamfield([("paragraph", {"text": rich_text(f"<p>{QUOTE}</p>"), **_no_citations()})])
    source = {"source": str(desk.document.pk), "role": TestimonyRole.PRIMARY.value}
    if article:
        body["0"]["id"] = article.get_latest_revision_as_object().body.raw_data[0]["id"]
        source["id"] = str(article.article_sources.get().pk)
    data: dict[str, str] = nested_form_data(
        {
            "title": "Harbour board meets",
            "slug": "harbour-board-meets",
            "standfirst": "The board met.",
            "briefing_date": "2025-10-24",
            "language": "en",
            "highlights": streamfield([]),
            "body": body,
            "analysis": streamfield([]),
            "article_sources": inline_formset([source], initial=1 if article else 0),
            "article_authors": inline_formset([]),
            "comments": inline_formset([]),
            "comment_policy": "open",
            "change_kind": "updated",
            **values,
        }
    )
    return data


def _no_citations() -> dict[str, Any]:
    return {"citations": streamfield([])}


def _typed_in(desk: Desk, client: Client) -> ArticlePage:
    """A draft that the analyst wrote in the editor's form."""
    client.force_login(desk.analyst)
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", desk.briefings.pk])
    client.post(address, _form(desk))
    return ArticlePage.objects.get()


def test_publish_button_is_refused_for_an_unapproved_draft(desk: Desk, client: Client) -> None:
    article = _typed_in(desk, client)
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        _form(desk, article) | {"action-publish": "action-publish"},
    )
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_publish_button_publishes_what_was_approved_once(desk: Desk, client: Client) -> None:
    article = republish(desk, _typed_in(desk, client))
    article.unpublish(user=desk.editor)
    client.force_login(desk.editor)
    client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        _form(desk, article) | {"action-publish": "action-publish"},
    )
    assert assert_read(article).number == 3


def test_publish_button_is_refused_when_the_same_form_changes_a_word(
    desk: Desk, client: Client
) -> None:
    article = republish(desk, _typed_in(desk, client))
    client.force_login(desk.editor)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        _form(desk, article, standfirst="Something else.") | {"action-publish": "action-publish"},
    )
    assert "Nobody has approved this version." in told(response)
    assert assert_read(article).standfirst == "The board met."


def test_publishing_while_creating_is_refused(desk: Desk, client: Client) -> None:
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", desk.briefings.pk])
    response = client.post(address, _form(desk) | {"action-publish": "action-publish"})
    assert "was not published" in told(response)
    assert not CurrentEdition.objects.exists()
    assert not any(Page.find_problems())


def test_autosave_never_writes_over_what_was_published(desk: Desk, client: Client) -> None:
    article = republish(desk, _typed_in(desk, client))
    published = article.live_revision
    client.force_login(desk.analyst)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        _form(desk, article, standfirst="Not for readers.")
        | {"overwrite_revision_id": str(published.pk), "loaded_revision_id": str(published.pk)},
        headers={"Accept": "application/json"},
    )
    answer = json.loads(response.content)
    assert answer["success"]
    assert answer["revision_id"] != published.pk
    assert Revision.objects.get(pk=published.pk).content["standfirst"] == "The board met."


def test_autosave_never_writes_over_what_is_scheduled(desk: Desk) -> None:
    article = _scheduled(desk)
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


# -- Bulk actions ---------------------------------------------------------------------------------


def _bulk_publish(client: Client, user: User, *pages: Page, **data: Any) -> Any:
    client.force_login(user)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}&next=/admin/", data)


def test_bulk_publication_is_refused_for_an_unapproved_draft(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    response = _bulk_publish(client, desk.editor, article)
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_bulk_publication_is_refused_as_a_whole(desk: Desk, client: Client) -> None:
    approved = make_approved(desk)
    draft = make_draft(desk, title="Another meeting")
    response = _bulk_publish(client, desk.editor, approved, draft)
    assert "Another meeting" in told(response)
    assert_unread(client, draft)
    assert not CurrentEdition.objects.exists()


def test_bulk_publication_of_a_folder_does_not_reach_past_the_gate(
    desk: Desk, client: Client
) -> None:
    article = make_draft(desk)
    desk.briefings.save_revision()
    response = _bulk_publish(client, desk.editor, desk.briefings, include_descendants="on")
    assert "Nobody has approved this version." in told(response)
    assert_unread(client, article)


def test_bulk_publication_publishes_what_was_approved(desk: Desk, client: Client) -> None:
    article = make_approved(desk)
    _bulk_publish(client, desk.editor, article)
    assert assert_read(article).kind == EditionKind.PUBLISHED


# -- The workflow ---------------------------------------------------------------------------------


def _approve_in_the_admin(client: Client, user: User, article: ArticlePage) -> Any:
    article = fresh(article)
    place = (article.pk, "approve", article.current_workflow_task_state.pk)
    return post(client, user, "wagtailadmin_pages:workflow_action", *place, **seen(article))


def test_source_check_alone_does_not_publish(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    _approve_in_the_admin(client, desk.editor, article)
    assert_unread(client, article)


def test_last_approval_publishes_through_one_edition(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    _approve_in_the_admin(client, desk.editor, article)
    _approve_in_the_admin(client, desk.second_editor, article)
    edition = assert_read(article)
    assert (edition.number, edition.kind) == (1, EditionKind.PUBLISHED)
    assert edition.issued_by_name == "Emil"


def test_last_approval_is_refused_where_the_text_is_not_clear(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk, quote="The board never said this."))
    _approve_in_the_admin(client, desk.editor, article)
    response = _approve_in_the_admin(client, desk.second_editor, article)
    assert "does not stand in the document" in told(response)
    assert_unread(client, article)


def test_last_editor_who_asks_for_approval_anyway_is_refused(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    state = article.current_workflow_task_state.specific
    response = _approve_in_the_admin(client, desk.analyst, article)
    assert response.status_code == 302
    state.refresh_from_db()
    assert state.status == "in_progress"
    assert_unread(client, article)


def _approve_in_the_editor(
    desk: Desk, client: Client, user: User, article: ArticlePage, **values: str
) -> Any:
    """The button under the editor, which saves the form before it approves."""
    client.force_login(user)
    button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    return client.post(address, _form(desk, fresh(article), **values) | button)


def test_approving_in_the_editor_publishes_what_stands_there_unchanged(
    desk: Desk, client: Client
) -> None:
    article = submit(desk, _typed_in(desk, client))
    _approve_in_the_editor(desk, client, desk.editor, article)
    assert_unread(client, article)
    _approve_in_the_editor(desk, client, desk.second_editor, article)
    assert assert_read(article).number == 1


def test_changing_a_word_while_approving_is_refused_and_kept_as_a_draft(
    desk: Desk, client: Client
) -> None:
    article = submit(desk, _typed_in(desk, client))
    response = _approve_in_the_editor(
        desk, client, desk.editor, article, standfirst="The editor's words."
    )
    assert "somebody else has to approve it" in told(response)
    assert_unread(client, article)
    assert fresh(article).get_latest_revision_as_object().standfirst == "The editor's words."
    assert fresh(article).current_workflow_task_state.status == "in_progress"


def test_base_class_of_a_review_cannot_approve(desk: Desk, client: Client) -> None:
    """Wagtail's `TaskState.approve` knows no fingerprint, so what it approves does not count."""
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    state = fresh(article).current_workflow_state.current_task_state
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        state.approve(user=desk.second_editor)
    assert_unread(client, article)


def test_review_that_somebody_else_has_just_given_is_not_given_again(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    one, other = (article.current_workflow_task_state.specific for _ in range(2))
    one.approve(user=desk.editor)
    with pytest.raises(PermissionDenied):
        other.approve(user=desk.second_editor)
    assert fresh(article).current_workflow_task_state.task.name == "Editorial approval"


# -- The schedule ---------------------------------------------------------------------------------


def _scheduled(desk: Desk, **values: Any) -> ArticlePage:
    """Approved, with a time that lies ahead."""
    article = make_draft(desk, **values)
    revise(article, desk.analyst, go_live_at=timezone.now() + LATER / 2)
    return republish(desk, article)


def test_scheduled_briefing_is_read_by_nobody_before_its_time(desk: Desk, client: Client) -> None:
    article = _scheduled(desk)
    call_command("publish_scheduled")
    assert article.scheduled_revision
    assert_unread(client, article)


def test_schedule_publishes_what_was_approved_when_it_is_due(desk: Desk) -> None:
    article = _scheduled(desk)
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
    article = _scheduled(desk)
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


# -- Copies and aliases ---------------------------------------------------------------------------


def test_copy_of_a_public_briefing_is_a_draft_that_needs_reviews_of_its_own(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    copy = article.copy(update_attrs={"slug": "copy"}, keep_live=False, user=desk.analyst)
    assert copy.uuid != article.uuid
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        copy.get_latest_revision().publish(user=desk.editor)
    assert_unread(client, copy)


def test_copy_under_another_folder_takes_no_approval_along(desk: Desk, client: Client) -> None:
    """Not a word differs there, the slug included."""
    article = make_published(desk)
    copy = article.copy(to=_folder(desk), keep_live=False, user=desk.second_editor)
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        copy.get_latest_revision().publish(user=desk.editor)
    assert_unread(client, copy)


def test_copy_that_would_stay_live_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        article.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_copy_of_a_subtree_that_would_stay_live_is_refused(desk: Desk) -> None:
    make_published(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        desk.briefings.copy(recursive=True, update_attrs={"slug": "copies"}, keep_live=True)
    assert ArticlePage.objects.live().count() == 1


@pytest.mark.parametrize("make", [make_draft, make_published])
def test_alias_is_refused(desk: Desk, make: Callable[[Desk], ArticlePage]) -> None:
    article = make(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        article.create_alias(update_slug="alias")
    assert ArticlePage.objects.count() == 1


def test_alias_of_a_subtree_is_refused(desk: Desk) -> None:
    make_published(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        CreatePageAliasAction(desk.briefings, recursive=True, update_slug="aliases").execute()


def test_alias_from_a_backup_becomes_public_neither_with_its_page_nor_as_a_page(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    alias = make_draft(desk, title="Alias")
    ArticlePage.objects.filter(pk=alias.pk).update(alias_of=article, live=True)
    with pytest.raises(PublicationRefused, match="without the gate"):
        ConvertAliasPageAction(fresh(alias), user=desk.editor).execute()
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_translation_is_a_draft_that_needs_reviews_of_its_own(desk: Desk, client: Client) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    translation = article.copy_for_translation(german, copy_parents=True)
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        translation.get_latest_revision().publish(user=desk.editor)
    assert not translation.live
    assert translation.uuid != article.uuid
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_translation_that_both_reviews_passed_is_read_in_the_tree_of_its_language(
    desk: Desk,
) -> None:
    german = Locale.objects.create(language_code="de")
    translation = make_published(desk).copy_for_translation(german)
    republish(desk, translation)
    edition = assert_read(translation)
    assert edition.address == "de/briefings/harbour-board-meets/"
    assert (edition.number, edition.language) == (1, "de")


def test_untouched_translation_is_not_reviewed_by_who_wrote_the_original(desk: Desk) -> None:
    german = Locale.objects.create(language_code="de")
    translation = make_published(desk).copy_for_translation(german)
    submit(desk, translation)
    with pytest.raises(FourEyesRefused):
        approve(fresh(translation), desk.analyst)


def test_second_briefing_at_an_address_is_refused_in_words(desk: Desk) -> None:
    make_published(desk)
    home = HomePage(title="Another tree", slug="another")
    Page.get_first_root_node().add_child(instance=home)
    folder = home.add_child(instance=ArticleIndexPage(title="Briefings", slug="briefings"))
    other = make_draft(replace(desk, briefings=folder))
    desk.briefings.get_workflow().start(other, desk.analyst)
    approve(fresh(other), desk.editor)
    with pytest.raises(GateClosed, match="Another briefing is read at"):
        approve(fresh(other), desk.second_editor)


def test_translation_by_alias_is_refused(desk: Desk) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    with pytest.raises(PublicationRefused, match="alias"):
        article.copy_for_translation(german, copy_parents=True, alias=True)


def test_submitted_translation_is_a_draft(desk: Desk, client: Client) -> None:
    german = Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    post(
        client,
        desk.editor,
        "simple_translation:submit_page_translation",
        article.pk,
        locales=[german.pk],
    )
    translation = ArticlePage.objects.get(locale=german)
    assert_unread(client, translation)
    assert translation.language == "de"
    assert CurrentEdition.objects.get().article_uuid == article.uuid


# -- The tree and the past ------------------------------------------------------------------------


def _folder(desk: Desk, slug: str = "archive") -> ArticleIndexPage:
    folder = ArticleIndexPage(title=slug.title(), slug=slug)
    desk.briefings.get_parent().add_child(instance=folder)
    return folder


def test_moved_draft_stays_a_draft(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    article.move(_folder(desk), pos="last-child", user=desk.editor)
    assert_unread(client, fresh(article))


def test_reverting_makes_a_draft_and_publishes_nothing(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    revise(article, desk.analyst, standfirst="Not this either.")
    client.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, never_approved.pk])
    client.get(address)
    assert assert_read(article).number == 1


def test_older_revision_that_nobody_approved_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    republish(desk, _revised(article, desk, standfirst="For readers."))
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        never_approved.publish(user=desk.editor, previous_revision=never_approved)
    assert assert_read(article).standfirst == "For readers."


def test_state_that_was_approved_once_may_return(desk: Desk) -> None:
    article = make_published(desk)
    approved = article.live_revision
    republish(desk, _revised(article, desk, standfirst="For readers."))
    approved.publish(user=desk.editor, previous_revision=approved)
    assert assert_read(article).number == 3


def _revised(article: ArticlePage, desk: Desk, **values: Any) -> ArticlePage:
    revise(article, desk.analyst, **values)
    return article


# -- Code that goes to the page, the revision or the table ----------------------------------------


def _save_live(article: ArticlePage) -> None:
    article.live = True
    article.save()


def _save_live_as_a_plain_page(article: ArticlePage) -> None:
    page = Page.objects.get(pk=article.pk)
    page.live = True
    page.save()


def _add_live(article: ArticlePage) -> None:
    twin = ArticlePage(title="Twin", slug="twin", standfirst="Twin.", live=True)
    article.get_parent().add_child(instance=twin)


def _add_live_beside(article: ArticlePage) -> None:
    twin = ArticlePage(title="Twin", slug="twin", standfirst="Twin.", live=True)
    article.add_sibling(instance=twin)


def _publish_revision(article: ArticlePage) -> None:
    article.get_latest_revision().publish()


def _publish_page(article: ArticlePage) -> None:
    article.publish(article.get_latest_revision())


def _publish_by_wagtails_action(article: ArticlePage) -> None:
    PublishPageRevisionAction(article.get_latest_revision()).execute(skip_permission_checks=True)


@pytest.mark.parametrize(
    "attempt",
    [
        _save_live,
        _save_live_as_a_plain_page,
        _add_live,
        _add_live_beside,
        _publish_revision,
        _publish_page,
        _publish_by_wagtails_action,
    ],
)
def test_code_cannot_make_a_draft_live(
    desk: Desk, client: Client, attempt: Callable[[ArticlePage], None]
) -> None:
    article = make_draft(desk)
    with pytest.raises(PublicationRefused):
        attempt(article)
    assert_unread(client, article)
    assert not CurrentEdition.objects.exists()


@pytest.mark.parametrize("attempt", [_publish_revision, _publish_page])
def test_code_may_publish_what_was_approved(
    desk: Desk, attempt: Callable[[ArticlePage], None]
) -> None:
    article = make_approved(desk)
    attempt(article)
    assert assert_read(article).number == 3


def test_revision_is_published_as_it_is_stored_whatever_is_in_hand(desk: Desk) -> None:
    article = make_approved(desk)
    revision = article.get_latest_revision()
    revision.content["standfirst"] = "Not for readers."
    revision.publish(user=desk.editor)
    assert assert_read(article).standfirst == "The board met and ordered figures."


def test_wagtails_own_action_is_closed_even_to_what_was_approved(desk: Desk) -> None:
    article = make_approved(desk)
    with pytest.raises(PublicationRefused, match="without the gate"):
        _publish_by_wagtails_action(article)
    assert not CurrentEdition.objects.exists()


def test_pages_cannot_be_made_in_bulk(desk: Desk) -> None:
    page = ArticlePage(title="Twin", slug="twin", path="00010001000100099", depth=4, live=True)
    with pytest.raises(ValueError, match="multi-table inherited"):
        ArticlePage.objects.bulk_create([page])


def test_row_that_was_set_live_past_every_model_is_still_unread(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    ArticlePage.objects.filter(pk=article.pk).update(
        live=True, live_revision=article.latest_revision
    )
    revise(article, desk.analyst, standfirst="A save makes nothing public.")
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        fresh(article).move(_folder(desk), pos="last-child")
    assert not CurrentEdition.objects.exists()
    assert client.get(f"/{article.public_address}").status_code == 404


# -- Commands -------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["fixtree", "set_url_paths", "purge_revisions"])
def test_command_publishes_nothing(desk: Desk, client: Client, command: str) -> None:
    public, draft = make_published(desk), make_draft(desk, title="Another meeting")
    options = {"interactive": False} if command == "fixtree" else {}
    call_command(command, verbosity=0, **options)
    assert_unread(client, draft)
    assert assert_read(public).number == 1


def test_moving_pages_by_command_publishes_nothing(desk: Desk, client: Client) -> None:
    public, draft = make_published(desk), make_draft(desk, title="Another meeting")
    call_command("move_pages", desk.briefings.pk, _folder(desk).pk, verbosity=0)
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


# -- The API of Wagtail's admin -------------------------------------------------------------------


def _call(client: Client, user: User, page: Page, deed: str, **data: Any) -> Any:
    client.force_login(user)
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, deed])
    return client.post(address, data, content_type="application/json")


def test_admin_api_refuses_to_publish_a_draft_in_words(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    response = _call(client, desk.editor, article, "publish")
    assert response.status_code == 400
    assert "without the gate" in told(response)
    assert_unread(client, article)


@pytest.mark.parametrize(
    ("deed", "data"),
    [
        ("copy", {"slug": "copy"}),
        ("copy", {"slug": "copy", "keep_live": True}),
        ("create_alias", {"update_slug": "alias", "recursive": False}),
        ("copy_for_translation", {"locale": "de", "copy_parents": True, "alias": True}),
    ],
)
def test_admin_api_refuses_what_would_be_public_at_once(
    desk: Desk, client: Client, deed: str, data: dict[str, Any]
) -> None:
    Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    response = _call(client, desk.editor, article, deed, **data)
    assert response.status_code == 400
    assert told(response)
    assert ArticlePage.objects.count() == 1


def test_admin_api_refuses_a_copied_subtree_as_a_whole(desk: Desk, client: Client) -> None:
    make_published(desk)
    response = _call(client, desk.editor, desk.briefings, "copy", slug="copies", recursive=True)
    assert told(response)
    assert not Page.objects.filter(slug="copies").exists()


@pytest.mark.parametrize(
    ("deed", "data"),
    [
        ("copy", {"slug": "copy", "keep_live": False}),
        ("copy_for_translation", {"locale": "de", "copy_parents": True}),
    ],
)
def test_admin_api_copies_into_drafts(
    desk: Desk, client: Client, deed: str, data: dict[str, Any]
) -> None:
    Locale.objects.create(language_code="de")
    article = make_published(desk)
    desk.editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    assert _call(client, desk.editor, article, deed, **data).status_code == 201
    copy = ArticlePage.objects.exclude(pk=article.pk).get()
    assert not copy.live
    assert CurrentEdition.objects.get().article_uuid == article.uuid


def test_admin_api_reverts_into_a_draft(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    never_approved = revise(article, desk.analyst, standfirst="Not for readers.")
    revise(article, desk.analyst, standfirst="Not this either.")
    data = {"revision_id": never_approved.pk}
    _call(client, desk.editor, article, "revert_to_page_revision", **data)
    latest = fresh(article).get_latest_revision_as_object()
    assert latest.standfirst == "Not for readers."
    assert assert_read(article).standfirst == "The board met and ordered figures."


def test_admin_api_moves_with_an_edition(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    data = {"destination_page_id": _folder(desk).pk, "position": "last-child"}
    assert _call(client, desk.editor, article, "move", **data).status_code == 200
    assert assert_read(article).kind == EditionKind.MOVED


def test_admin_api_converts_no_alias_into_a_public_page(desk: Desk, client: Client) -> None:
    article, alias = make_published(desk), make_draft(desk, title="Alias")
    ArticlePage.objects.filter(pk=alias.pk).update(alias_of=article, live=True)
    response = _call(client, desk.editor, alias, "convert_alias")
    assert "without the gate" in told(response)
    assert not CurrentEdition.objects.filter(article_uuid=alias.uuid).exists()


def test_admin_api_unpublishes_with_an_edition(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    assert _call(client, desk.editor, article, "unpublish").status_code == 200
    assert not CurrentEdition.objects.exists()
    assert Edition.objects.of_article(article.uuid)[0].kind == EditionKind.WITHDRAWN


@pytest.mark.parametrize("address", ["/admin/api/v2/", "/api/v2/pages/", "/api/v3/pages/"])
def test_no_other_api_of_wagtails_is_mounted(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code in (302, 404)
