"""Wagtail's clean-up of old revisions runs to its end and leaves what editions rest on."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.actions.standing import retract
from articles.models.editions import Edition
from articles.models.fingerprints import last_content_editor_id
from articles.models.pages import ArticlePage
from articles.models.workflow import FourEyesRefused
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_published,
    republish,
    revise,
    submit,
)

# As the command runs: each refusal undoes one deletion, not those before it.
pytestmark = pytest.mark.django_db(transaction=True)


def purge(*arguments: str) -> str:
    """Run Wagtail's command and return what it prints."""
    output = StringIO()
    call_command("purge_revisions", *arguments, stdout=output)
    return output.getvalue()


def make_history(desk: Desk) -> ArticlePage:
    """A briefing published twice, with drafts before, between and after."""
    article = make_published(desk)
    for standfirst in ("A draft.", "The board met again."):
        revise(article, desk.analyst, standfirst=standfirst)
    republish(desk, article)
    for standfirst in ("A draft.", "The last draft."):
        revise(article, desk.analyst, standfirst=standfirst)
    return fresh(article)


def revisions_of_editions() -> set[int]:
    """Keys of the revisions that any edition was compiled from."""
    keys = Edition.objects.exclude(revision_id=None).values_list("revision_id", flat=True)
    return {key for key in keys if key is not None}


def stored() -> set[int]:
    """Keys of the revisions of briefings that are there."""
    of_briefings = Revision.objects.filter(content_type__model="articlepage")
    return set(of_briefings.values_list("pk", flat=True))


def test_purging_keeps_exactly_the_newest_and_those_that_editions_rest_on(desk: Desk) -> None:
    article = make_history(desk)
    before, kept = stored(), revisions_of_editions()
    assert len(kept) == 2
    printed = purge()
    assert stored() == kept | {article.latest_revision_id}
    assert f"Successfully deleted {len(before - stored())} revisions" in printed
    assert "Ignored 2 revisions" in printed


def test_purging_twice_changes_nothing_more(desk: Desk) -> None:
    make_history(desk)
    purge()
    before = stored()
    assert purge().strip() == "No revisions deleted"
    assert stored() == before


@pytest.mark.parametrize("argument", ["--pages", "--days=1"])
def test_purging_a_part_keeps_them_too(desk: Desk, argument: str) -> None:
    make_history(desk)
    Revision.objects.update(created_at=timezone.now() - datetime.timedelta(days=9))
    purge(argument)
    assert revisions_of_editions() <= stored()


def test_purging_keeps_what_an_earlier_edition_rests_on_after_a_retraction(desk: Desk) -> None:
    article = make_history(desk)
    retract(article=article, reason="It rested on a forgery.", user=desk.editor)
    purge()
    assert revisions_of_editions() <= stored()
    assert len(revisions_of_editions()) == 2


def test_purging_keeps_what_is_under_review(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    under_review = article.latest_revision_id
    revise(article, desk.analyst, standfirst="Changed meanwhile.")
    purge()
    assert under_review in stored()


def test_a_revision_that_an_edition_rests_on_cannot_be_deleted_alone(desk: Desk) -> None:
    make_history(desk)
    for key in revisions_of_editions():
        with pytest.raises(ProtectedError, match="An edition rests on this revision"):
            Revision.objects.get(pk=key).delete()


def test_deleting_many_revisions_at_once_is_refused_whole(desk: Desk) -> None:
    make_history(desk)
    before = stored()
    with pytest.raises(ProtectedError, match="An edition rests on this revision"):
        Revision.objects.all().delete()
    assert stored() == before


@pytest.mark.parametrize("by", ["page", "plain page", "queryset"])
def test_a_deleted_page_takes_its_revisions_with_it(desk: Desk, by: str) -> None:
    article = make_history(desk)
    if by == "page":
        article.delete()
    elif by == "plain page":
        Page.objects.get(pk=article.pk).delete()
    else:
        ArticlePage.objects.filter(pk=article.pk).delete()
    assert stored() == set()
    assert Edition.objects.count() == 3


def test_purging_makes_nobody_else_the_writer(desk: Desk) -> None:
    """Who saves a text unchanged has not written it, and does not become who wrote it either."""
    article = make_draft(desk)
    revise(article, desk.editor, standfirst="The editor's words.")
    revise(article, desk.second_editor)
    purge()
    assert last_content_editor_id(fresh(article)) == desk.editor.pk
    with pytest.raises(FourEyesRefused):
        approve(submit(desk, fresh(article)), desk.editor)
