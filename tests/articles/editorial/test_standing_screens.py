"""Corrections, retraction, editions, history, preview, copying, and the dashboard."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions.changing import announce
from articles.actions.newsroom import EDITORS
from articles.dossier import open_dossier
from articles.enums import ChangeKind, CommentStatus, EditionKind
from articles.gate import preflight
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_person,
    make_published,
    revise,
    submit,
)
from tests.articles.readers import make_comment


def test_retraction_asks_for_a_reason(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    response = client.post(
        reverse("assay_change", args=[article.pk]), {"kind": "retracted", "reason": " "}
    )
    assert response.status_code == 200
    assert CurrentEdition.objects.exists()


def test_retracted_briefing_is_gone_and_its_history_says_why(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    answers = {"kind": "retracted", "reason": "The figure was wrong."}
    client.post(reverse("assay_change", args=[article.pk]), answers)
    assert not CurrentEdition.objects.exists()
    newest = Edition.objects.of_article(article.uuid)[0]
    assert (newest.kind, newest.reason) == (EditionKind.RETRACTED, "The figure was wrong.")
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert "Retracted: The figure was wrong." in history.content.decode()


def test_draft_cannot_be_retracted(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    client.force_login(desk.editor)
    response = client.get(reverse("assay_change", args=[article.pk]))
    assert response.status_code == 302
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert reverse("assay_change", args=[article.pk]) not in edit


def test_analyst_may_not_retract(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.analyst)
    client.post(reverse("assay_change", args=[article.pk]), {"kind": "retracted", "reason": "No."})
    assert CurrentEdition.objects.exists()


@pytest.mark.parametrize("kind", ChangeKind.values)
def test_change_is_announced_once_and_reaches_readers_with_the_new_text(
    desk: Desk, client: Client, kind: str
) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    answers = {"kind": kind, "reason": "The day was wrong."}
    response = client.post(reverse("assay_change", args=[article.pk]), answers)
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert Edition.objects.count() == 1
    revise(article, desk.editor, title="Harbour board met")
    submit(desk, fresh(article))
    approve(fresh(article), desk.second_editor)
    approve(fresh(article), make_person("elsa", EDITORS))
    newest = Edition.objects.of_article(article.uuid)[0]
    assert (newest.kind, newest.reason) == (kind, "The day was wrong.")
    assert newest.title == "Harbour board met"


def test_change_without_a_text_or_a_kind_changes_nothing(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    before = article.latest_revision_id
    for answers in ({"kind": "corrected", "reason": " "}, {"kind": "", "reason": "Wrong."}, {}):
        response = client.post(reverse("assay_change", args=[article.pk]), answers)
        assert response.status_code == 200
    assert fresh(article).latest_revision_id == before
    with pytest.raises(ValueError, match="readers will see it"):
        announce(article=article, kind=ChangeKind.CORRECTED, note=" ", user=desk.editor)


def test_analyst_may_announce_a_correction_and_is_offered_no_retraction(
    desk: Desk, client: Client
) -> None:
    article = make_published(desk)
    client.force_login(desk.analyst)
    address = reverse("assay_change", args=[article.pk])
    assert 'value="retracted"' not in client.get(address).content.decode()
    client.post(address, {"kind": "clarified", "reason": "Which Friday it was."})
    draft = fresh(article).get_latest_revision_as_object()
    assert (draft.change_kind, draft.change_note) == ("clarified", "Which Friday it was.")


def test_draft_with_a_correction_and_no_text_does_not_pass_the_gate(desk: Desk) -> None:
    article = make_published(desk)
    revision = revise(article, desk.analyst, change_kind="corrected", change_note="")
    found = preflight(open_dossier(revision.as_object()))
    assert [finding.field for finding in found if finding.code == "correction-without-note"] == [
        "change_note"
    ]


def test_editions_are_listed_with_kind_author_and_seal(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.analyst)
    html = client.get(reverse("assay_editions", args=[article.pk])).content.decode()
    edition = Edition.objects.get()
    for words in ("Published", "Emil", edition.sha256[:12]):
        assert words in html


def test_header_offers_checks_editions_and_retraction(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    for name in ("assay_checks", "assay_editions", "assay_change"):
        assert reverse(name, args=[article.pk]) in html


def test_preview_is_the_public_template_over_the_draft(desk: Desk, client: Client) -> None:
    article = make_draft(desk)
    client.force_login(desk.analyst)
    html = client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])).content.decode()
    assert 'class="article__title">Harbour board meets' in html
    assert "This briefing rests on Harbour Herald" in html
    assert "Publish" in html
    assert not Edition.objects.exists()


def test_copy_form_offers_neither_publication_nor_alias(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    form = client.get(reverse("wagtailadmin_pages:copy", args=[article.pk])).context["form"]
    assert not {"publish_copies", "alias"} & set(form.fields)


def test_copy_is_a_draft_with_an_identity_of_its_own(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    client.force_login(desk.editor)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[article.pk]),
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": desk.briefings.pk},
    )
    copy = ArticlePage.objects.get(slug="copy")
    assert not copy.live
    assert copy.uuid != article.uuid


def test_dashboard_shows_a_reviewer_what_waits(desk: Desk, client: Client) -> None:
    article = submit(desk, make_draft(desk))
    client.force_login(desk.editor)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Waiting for you" in html
    assert reverse("assay_checks", args=[article.pk]) in html


def test_dashboard_keeps_from_the_last_editor_what_others_must_approve(
    desk: Desk, client: Client
) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    client.force_login(desk.analyst)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("assay_checks", args=[fresh(article).pk]) not in html


def test_dashboard_counts_what_blocks_ones_own_drafts(desk: Desk, client: Client) -> None:
    make_draft(desk, quote="The board never said this.")
    client.force_login(desk.analyst)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "4 things stand in the way" in html


def test_dashboard_counts_comments_for_moderators_only(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    make_comment(article_uuid=article.uuid, status=CommentStatus.PENDING)
    client.force_login(desk.moderator)
    assert "1 comment waits" in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(desk.analyst)
    assert "1 comment waits" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_dashboard_of_someone_with_nothing_to_do_says_where_to_begin(
    desk: Desk, client: Client
) -> None:
    client.force_login(desk.editor)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "No review, draft, comment or challenge waits for you." in html
    assert reverse("assay_ingest") in html
