"""The publish action: what an edition is called and says, and that it comes wholly or not."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.actions import publishing, recording
from articles.actions.gatekeeping import GateClosed, PublicationRefused
from articles.actions.standing import retract
from articles.enums import ChangeKind, EditionKind
from articles.models.attached import ArticleAuthor
from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from articles.models.snippets import Author
from articles.queries.search import search
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
    submit,
)
from tests.articles.readers import make_comment

MORE = "The board met again and ordered more."


def newest(article: ArticlePage) -> Edition:
    return Edition.objects.of_article(article.uuid)[0]


def correct(desk: Desk, article: ArticlePage, note: str, **values: Any) -> Edition:
    """Publish a correction with a note, as the analyst and two editors would."""
    told = {"change_kind": ChangeKind.CORRECTED, "change_note": note}
    revise(article, desk.analyst, **told, **values)
    return newest(republish(desk, article))


# -- What an edition says -------------------------------------------------------------------------


def test_edition_says_what_the_approved_revision_said(desk: Desk) -> None:
    article = make_published(desk)
    edition = newest(article)
    assert edition.title == edition.content["title"] == "Harbour board meets"
    assert edition.standfirst == "The board met and ordered figures."
    assert edition.content["sections"][0]["html"] == f"<p>{QUOTE}</p>"
    assert QUOTE in edition.body_html
    assert edition.page_id == article.pk
    assert edition.revision_id == article.live_revision_id


def test_edition_has_its_address_without_the_root_of_the_site(desk: Desk) -> None:
    edition = newest(make_published(desk))
    assert edition.address == "briefings/harbour-board-meets/"
    assert edition.content["address"] == "briefings/harbour-board-meets/"


def test_edition_names_who_issued_it_and_when(desk: Desk) -> None:
    with time_machine.travel("2025-10-25T09:00:00Z", tick=False):
        edition = newest(make_published(desk))
    assert edition.issued_by_name == "Emil"
    assert edition.issued_by_id == desk.second_editor.pk
    assert edition.issued_at == datetime.datetime(2025, 10, 25, 9, tzinfo=datetime.UTC)
    assert edition.content["published_at"] == edition.content["updated_at"]


def test_edition_can_be_searched_by_text_source_and_owner(desk: Desk) -> None:
    article = make_published(desk)
    for words in ("Friday", "figures mine", "Harbour Herald"):
        assert [hit.article_uuid for hit in _hits(words)] == [article.uuid], words
    assert _hits("zirconium") == []


def _hits(words: str) -> list[CurrentEdition]:
    return search(text=words).group.rows


def test_later_edition_keeps_the_day_of_the_first(desk: Desk) -> None:
    article = make_published(desk)
    first = newest(article)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=3), tick=False):
        revise(article, desk.analyst, standfirst=MORE)
        second = newest(republish(desk, article))
    assert second.published_at == first.published_at
    assert second.content["published_at"] == first.content["published_at"]
    assert second.content["updated_at"] > first.content["updated_at"]


def test_draft_that_goes_on_after_publication_changes_nothing_public(desk: Desk) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, title="Not for readers", standfirst="Not for readers.")
    current = CurrentEdition.objects.whole().get()
    assert "Not for readers" not in str(current.summary)
    assert newest(article).number == 1


# -- What it is called ----------------------------------------------------------------------------


def test_first_edition_is_called_published(desk: Desk) -> None:
    edition = newest(make_published(desk))
    assert (edition.number, edition.kind, edition.reason) == (1, EditionKind.PUBLISHED, "")


def test_next_edition_is_called_an_update(desk: Desk) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, standfirst=MORE)
    edition = newest(republish(desk, article))
    assert (edition.number, edition.kind, edition.reason) == (2, EditionKind.UPDATED, "")


@pytest.mark.parametrize("kind", ChangeKind)
def test_edition_with_a_note_is_called_what_the_editor_says(desk: Desk, kind: ChangeKind) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, change_kind=kind, change_note="The day was Friday.")
    edition = newest(republish(desk, article))
    assert (edition.kind, edition.reason) == (kind.value, "The day was Friday.")


def test_correction_without_a_note_is_refused(desk: Desk) -> None:
    article = make_published(desk)
    with pytest.raises(GateClosed, match="not told what was wrong"):
        correct(desk, article, " ", standfirst=MORE)
    assert newest(article).number == 1


def test_note_counts_once(desk: Desk) -> None:
    article = make_published(desk)
    correct(desk, article, "The day was Friday.")
    revise(article, desk.analyst, standfirst=MORE)
    assert newest(republish(desk, article)).kind == EditionKind.UPDATED


def test_correction_made_while_it_was_offline_is_told_all_the_same(desk: Desk) -> None:
    article = make_approved(desk)
    edition = correct(desk, article, "The day was Friday.", standfirst=MORE)
    assert (edition.kind, edition.reason) == (EditionKind.CORRECTED, "The day was Friday.")


def test_update_made_while_it_was_offline_is_told_all_the_same(desk: Desk) -> None:
    article = make_published(desk)
    article.unpublish(user=desk.editor)
    revise(article, desk.analyst, change_note="There is something new.")
    edition = newest(republish(desk, article))
    assert (edition.kind, edition.reason) == (EditionKind.UPDATED, "There is something new.")


def test_briefing_that_comes_back_unchanged_is_called_published(desk: Desk) -> None:
    article = make_approved(desk)
    article.publish(article.get_latest_revision(), user=desk.editor)
    assert [each.kind for each in Edition.objects.order_by("pk")] == [
        EditionKind.PUBLISHED,
        EditionKind.WITHDRAWN,
        EditionKind.PUBLISHED,
    ]


def test_notices_of_corrections_pile_up_newest_first(desk: Desk) -> None:
    article = make_published(desk)
    correct(desk, article, "The day was Friday.")
    edition = correct(desk, article, "The board has nine members.")
    notices = [(notice["number"], notice["text"]) for notice in edition.content["corrections"]]
    assert notices == [(3, "The board has nine members."), (2, "The day was Friday.")]


def test_notices_of_corrections_outlive_a_time_offline(desk: Desk) -> None:
    article = make_published(desk)
    before = correct(desk, article, "The day was Friday.").content["corrections"]
    fresh(article).unpublish(user=desk.editor)
    fresh(article).publish(fresh(article).get_latest_revision(), user=desk.editor)
    assert newest(article).content["corrections"] == before


def test_comments_outlive_a_time_offline(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    make_comment(article_uuid=article.uuid, text="Which mines?")
    fresh(article).unpublish(user=desk.editor)
    fresh(article).publish(fresh(article).get_latest_revision(), user=desk.editor)
    assert CurrentEdition.objects.get().comment_count == 1
    assert "Which mines?" in client.get(f"/{article.public_address}").content.decode()


# -- Where it is read -----------------------------------------------------------------------------


def test_new_slug_alone_is_called_a_move(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, slug="board-meets")
    edition = newest(republish(desk, article))
    assert edition.kind == EditionKind.MOVED
    assert edition.reason == "Formerly at /briefings/harbour-board-meets/"
    assert client.get("/briefings/harbour-board-meets/")["Location"] == "/briefings/board-meets/"


def test_new_slug_with_new_words_is_called_an_update(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, slug="board-meets", standfirst=MORE)
    edition = newest(republish(desk, article))
    assert (edition.kind, edition.address) == (EditionKind.UPDATED, "briefings/board-meets/")
    assert client.get("/briefings/harbour-board-meets/")["Location"] == "/briefings/board-meets/"


def test_new_slug_in_a_draft_moves_nothing(desk: Desk) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, slug="board-meets")
    assert CurrentEdition.objects.get().address == "briefings/harbour-board-meets/"
    assert Edition.objects.count() == 1


def test_briefing_published_under_a_private_folder_is_read_by_nobody(desk: Desk) -> None:
    PageViewRestriction.objects.create(page=desk.briefings, restriction_type="login")
    article = make_published(desk)
    assert article.live
    assert not Edition.objects.exists()


def test_briefing_published_in_private_is_read_once_the_folder_opens(desk: Desk) -> None:
    restriction = PageViewRestriction.objects.create(page=desk.briefings, restriction_type="login")
    article = make_published(desk)
    restriction.delete()
    assert (newest(article).number, newest(article).kind) == (1, EditionKind.PUBLISHED)


def test_scheduling_the_next_edition_leaves_the_present_one(desk: Desk) -> None:
    article = make_published(desk)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    revise(article, desk.analyst, standfirst=MORE, go_live_at=tomorrow)
    article = republish(desk, article)
    assert article.live
    assert article.scheduled_revision
    assert CurrentEdition.objects.whole().get().edition.number == 1


def test_retracted_briefing_does_not_come_back(desk: Desk) -> None:
    article = make_published(desk)
    retract(article=article, reason="It rested on a forgery.", user=desk.editor)
    with pytest.raises(PublicationRefused, match="was retracted: It rested on a forgery"):
        fresh(article).publish(fresh(article).get_latest_revision(), user=desk.editor)
    assert not CurrentEdition.objects.exists()
    assert not fresh(article).live


# -- Wholly or not at all -------------------------------------------------------------------------


class CrashError(Exception):
    """Something goes wrong in the middle of the work."""


def crash(*_args: Any, **_options: Any) -> None:
    raise CrashError


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (publishing, "compile_edition"),
        (publishing, "issue"),
        (recording, "seal"),
        (recording, "_show"),
        (recording, "_write_directives"),
        (recording, "index"),
    ],
)
def test_failure_on_the_way_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    monkeypatch.setattr(module, name, crash)
    with pytest.raises(CrashError):
        approve(fresh(article), desk.second_editor)
    article = fresh(article)
    assert not article.live
    assert article.live_revision is None
    assert article.current_workflow_task_state.status == "in_progress"
    assert not Edition.objects.exists()
    assert not CurrentEdition.objects.exists()
    assert _hits("Friday") == []


def test_failure_of_an_update_leaves_the_edition_before_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_published(desk)
    live_revision = article.live_revision_id
    revise(article, desk.analyst, standfirst=MORE)
    monkeypatch.setattr(recording, "index", crash)
    with pytest.raises(CrashError):
        republish(desk, article)
    assert fresh(article).live_revision_id == live_revision
    assert CurrentEdition.objects.whole().get().edition.number == 1
    assert Edition.objects.count() == 1
    assert len(_hits("Friday")) == 1


def test_refusal_changes_nothing(desk: Desk) -> None:
    article = make_draft(desk)
    before = ArticlePage.objects.filter(pk=article.pk).values().get()
    with pytest.raises(PublicationRefused) as refused:
        article.publish(article.get_latest_revision(), user=desk.editor)
    assert ArticlePage.objects.filter(pk=article.pk).values().get() == before
    assert [finding.code for finding in refused.value.findings] == [
        "not-source-checked",
        "not-approved",
    ]


def test_draft_with_an_author_deleted_since_is_refused_with_what_to_do(desk: Desk) -> None:
    article = make_draft(desk)
    author = Author.objects.create(name="Gone Since", slug="gone-since")
    draft = article.get_latest_revision_as_object()
    draft.article_authors.add(ArticleAuthor(author=author))
    draft.save_revision(user=desk.analyst)
    author.delete()
    with pytest.raises(GateClosed, match="byline has been deleted"):
        submit(desk, fresh(article))
