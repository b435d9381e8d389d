"""A file is read by those whom something public offers it, and by those who work with files."""

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings
from wagtail.documents import get_document_model
from wagtail.documents.models import Document

from articles.actions.standing import reconcile, retract
from articles.models.information import Information
from articles.models.information_pages import InformationPage
from articles.models.pages import ArticlePage
from articles.queries.files import files_in
from tests.articles.newsroom import (
    Desk,
    approve,
    block,
    fresh,
    make_draft,
    make_published,
    republish,
    revise,
    submit,
)

pytestmark = pytest.mark.django_db
SECRET = b"The ferry is late."


@pytest.fixture
def file(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A file that somebody has uploaded."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    uploaded = ContentFile(SECRET, name="timetable.txt")
    stored: Document = get_document_model().objects.create(title="Timetable", file=uploaded)
    return stored


def answer(client: Client, file: Document, user: User | None = None) -> int:
    """The status under which somebody reads it; what is not read is a plain 404."""
    client.logout()
    if user:
        client.force_login(user)
    response = client.get(file.url)
    body = b"".join(response) if response.streaming else response.content
    assert (SECRET in body) is (response.status_code == 200)
    return int(response.status_code)


def attach(article: ArticlePage, file: Document, desk: Desk, *, by_link: bool = False) -> None:
    """Save a draft that offers the file: as a block, or as a link in a paragraph."""
    link = f'<p>See <a linktype="document" id="{file.pk}">the timetable</a>.</p>'
    as_block = block("document", {"document": file.pk, "title": "Timetable"})
    added = block("paragraph", {"text": link}) if by_link else as_block
    body = [*fresh(article).get_latest_revision_as_object().body.raw_data, added]
    revise(article, desk.analyst, body=body)


# -- For nobody -------------------------------------------------------------------------------


def test_file_that_nothing_refers_to_is_not_there(client: Client, file: Document) -> None:
    assert answer(client, file) == 404


def test_refusal_of_a_file_is_that_of_one_that_never_was(client: Client, file: Document) -> None:
    refused = client.get(file.url)
    never_was = client.get(f"/documents/{file.pk + 1}/timetable.txt")
    assert (refused.status_code, refused.content) == (404, never_was.content)
    assert not refused.cookies


@pytest.mark.parametrize("by_link", [True, False])
def test_file_of_a_draft_is_not_there(
    desk: Desk, client: Client, file: Document, *, by_link: bool
) -> None:
    article = make_draft(desk)
    attach(article, file, desk, by_link=by_link)
    submit(desk, fresh(article))
    assert answer(client, file) == 404


def test_file_of_a_draft_of_what_is_public_is_not_there(
    desk: Desk, client: Client, file: Document
) -> None:
    attach(make_published(desk), file, desk)
    assert answer(client, file) == 404


def test_moderator_has_no_business_with_files(desk: Desk, client: Client, file: Document) -> None:
    assert answer(client, file, desk.moderator) == 404


# -- For those who work with files ------------------------------------------------------------


def test_analysts_and_editors_read_the_files_of_drafts(
    desk: Desk, client: Client, file: Document
) -> None:
    assert answer(client, file, desk.analyst) == 200
    assert answer(client, file, desk.editor) == 200
    response = client.get(file.url)
    assert b"".join(response) == SECRET
    assert "Cookie" in response["Vary"]


# -- For everybody ----------------------------------------------------------------------------


@pytest.mark.parametrize("by_link", [True, False])
def test_file_of_a_public_briefing_is_read_until_it_is_no_longer_offered(
    desk: Desk, client: Client, file: Document, *, by_link: bool
) -> None:
    article = make_draft(desk)
    attach(article, file, desk, by_link=by_link)
    republish(desk, article)
    assert answer(client, file) == 200
    body = fresh(article).body.raw_data[:-1]
    revise(article, desk.analyst, body=list(body))
    assert answer(client, file) == 200
    republish(desk, article)
    assert answer(client, file) == 404


def test_file_of_a_retracted_briefing_is_not_there(
    desk: Desk, client: Client, file: Document
) -> None:
    article = make_draft(desk)
    attach(article, file, desk)
    retract(article=republish(desk, article), reason="It was forged.", user=desk.editor)
    assert answer(client, file) == 404


def test_file_of_an_unpublished_briefing_is_not_there(
    desk: Desk, client: Client, file: Document
) -> None:
    article = make_draft(desk)
    attach(article, file, desk)
    live = republish(desk, article)
    live.unpublish(user=desk.editor)
    reconcile(fresh(live))
    assert answer(client, file) == 404


def test_file_that_one_of_two_still_offers_is_read(
    desk: Desk, client: Client, file: Document
) -> None:
    one, other = make_draft(desk), make_draft(desk, title="Another meeting")
    for article in (one, other):
        attach(article, file, desk)
        republish(desk, article)
    retract(article=fresh(one), reason="It was forged.", user=desk.editor)
    assert answer(client, file) == 200


def test_file_of_an_information_page_is_read(desk: Desk, client: Client, file: Document) -> None:
    page = InformationPage(title="About", slug="about-files", text="<p>Us.</p>", live=False)
    desk.briefings.get_parent().add_child(instance=page)
    page.save_revision()
    html = f'<p><a href="{file.url}">Timetable</a></p>'
    values = {"title": "About", "html": html, "language": "en", "address": "about-files/"}
    moment = page.first_published_at or page.latest_revision_created_at
    Information.objects.update_or_create(
        page=page, defaults={**values, "published_at": moment, "updated_at": moment}
    )
    assert answer(client, file) == 200


def test_file_of_the_same_number_elsewhere_is_another(file: Document) -> None:
    assert list(files_in(f'<a href="https://news.example{file.url}">x</a>')) == []
    assert list(files_in(f'<a href="{file.url}">x</a>')) == [file]


def test_unfinished_review_offers_nothing(desk: Desk, client: Client, file: Document) -> None:
    article = make_draft(desk)
    attach(article, file, desk)
    approve(submit(desk, fresh(article)), desk.editor)
    assert answer(client, file) == 404
