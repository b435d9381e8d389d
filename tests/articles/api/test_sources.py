"""Source documents: described and quoted as public articles do, and never their whole text."""

import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition
from sources.models import SourceDocument
from tests.articles.api.calls import read, refused
from tests.articles.public import make_public, seed_content, take_back
from tests.sources.builders import make_source_document

pytestmark = pytest.mark.django_db
SECRET = "A passage that nobody quotes."


@pytest.fixture
def document() -> SourceDocument:
    return make_source_document(raw=f"The harbour board met on Friday. {SECRET}".encode())


def quoting(document: SourceDocument, *, slug: str = "quoting", **changes: Any) -> CurrentEdition:
    """A public article whose first source is this document."""
    content = seed_content()
    content["sources"][0]["uuid"] = str(document.uuid)
    citation = {**content["citations"][0], "source": str(document.uuid), "quote": "met on Friday"}
    other = {**citation, "number": 2, "source": str(uuid.uuid4()), "quote": "of another"}
    return make_public(
        slug=slug, sources=content["sources"], citations=[citation, other], **changes
    )


def test_a_document_shows_what_is_quoted_of_it_and_where(
    client: Client, document: SourceDocument
) -> None:
    current = quoting(document)
    answer = read(client, f"sources/{document.uuid}/")
    [briefing] = answer.pop("quoted_by")
    assert briefing["uuid"] == str(current.article_uuid)
    assert [quote["quote"] for quote in briefing["quotes"]] == ["met on Friday"]
    described = dict(current.summary["sources"][0])
    del described["role"]
    assert answer == described


def test_the_text_of_a_document_is_not_shown(client: Client, document: SourceDocument) -> None:
    quoting(document)
    response = client.get(f"/api/v1/sources/{document.uuid}/")
    assert SECRET not in response.content.decode()


def test_a_document_that_no_public_article_names_is_not_found(
    client: Client, document: SourceDocument
) -> None:
    refused(client, f"sources/{document.uuid}/", 404)
    current = quoting(document)
    take_back(current, kind=EditionKind.RETRACTED, reason="Forged.")
    refused(client, f"sources/{document.uuid}/", 404)


def test_a_document_that_an_update_dropped_is_not_found(
    client: Client, document: SourceDocument
) -> None:
    quoting(document)
    make_public(slug="quoting", kind=EditionKind.UPDATED, reason="Another source.")
    refused(client, f"sources/{document.uuid}/", 404)


@pytest.mark.parametrize("rows", [3, 30])
def test_one_query_finds_all_that_quotes_a_document(
    client: Client,
    document: SourceDocument,
    django_assert_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    for number in range(rows):
        quoting(document, slug=f"number-{number}")
    with django_assert_num_queries(1):
        assert len(read(client, f"sources/{document.uuid}/")["quoted_by"]) == rows
