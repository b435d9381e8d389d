"""What a publication asks of the database, and what of it the admin keeps and finds."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Comment, ReferenceIndex

from articles.actions import publishing
from articles.models.attached import ArticleSource
from articles.models.editions import Edition
from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from sources.models import SourceDocument
from tests.articles.newsroom import (
    QUOTE,
    Desk,
    approve,
    fresh,
    make_published,
    republish,
    revise,
    submit,
)
from tests.sources.builders import make_source_document

MORE = "The board met again and ordered more."


def statements_of_an_update(desk: Desk, article: ArticlePage, **values: Any) -> list[str]:
    """What the publish action asks of the database when the second editor approves an update."""
    revise(article, desk.analyst, standfirst=MORE, **values)
    submit(desk, fresh(article))
    approve(fresh(article), desk.editor)
    found: list[str] = []
    act = publishing.publish_waiving

    def publish_and_listen(**options: Any) -> Edition | None:
        with CaptureQueriesContext(connection) as queries:
            edition = act(**options)
        found.extend(row["sql"] for row in queries)
        return edition

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "publish_waiving", publish_and_listen)
        approve(fresh(article), desk.second_editor)
    assert Edition.objects.of_article(article.uuid)[0].standfirst == MORE
    return found


def queries_in(statements: list[str]) -> list[str]:
    """Those that read or write; the others are the marks of the transaction."""
    marks = ("SAVEPOINT", "RELEASE SAVEPOINT")
    return [statement for statement in statements if not statement.startswith(marks)]


def test_an_update_is_published_in_forty_queries(desk: Desk) -> None:
    statements = statements_of_an_update(desk, make_published(desk))
    assert len(queries_in(statements)) <= 40, statements
    assert len(statements) - len(queries_in(statements)) == 4


def test_an_update_costs_the_same_with_many_sources_as_with_two(desk: Desk) -> None:
    counts = []
    for number in (2, 12):
        documents = [
            make_source_document(raw=f"{QUOTE} {number} {each}".encode(), publisher=desk.herald)
            for each in range(number)
        ]
        article = make_published(desk, title=f"With {number} sources")
        revise(article, desk.analyst, article_sources=_sources(desk.document, *documents))
        article = republish(desk, article)
        counts.append(len(statements_of_an_update(desk, article)))
    assert counts[0] == counts[1]


def _sources(*documents: SourceDocument) -> list[ArticleSource]:
    return [ArticleSource(source=document, role=TestimonyRole.PRIMARY) for document in documents]


def test_what_editors_say_to_each_other_outlives_a_publication(desk: Desk) -> None:
    article = make_published(desk)
    remark = Comment.objects.create(
        page=article, user=desk.editor, text="Which board?", contentpath="title", position="[1]"
    )
    revise(article, desk.analyst, standfirst=MORE)
    republish(desk, article)
    assert Comment.objects.get() == remark
    assert Comment.objects.get().position == "[1]"


def test_editors_find_what_was_published_and_what_it_uses(
    desk: Desk, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    article = make_published(desk)
    second = make_source_document(raw=f"{QUOTE} Zirconium.".encode(), publisher=desk.herald)
    sources = _sources(desk.document, second)
    revise(article, desk.analyst, title="Zirconium at the harbour", article_sources=sources)
    with django_capture_on_commit_callbacks(execute=True):
        republish(desk, article)
    assert [page.pk for page in ArticlePage.objects.search("zirconium")] == [article.pk]
    assert ReferenceIndex.get_references_to(second).exists()
