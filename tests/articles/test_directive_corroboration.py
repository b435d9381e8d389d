"""Each directive is judged by the documents that it cites itself, beside the article as a whole."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from articles.compile import Compiled, compile_edition
from articles.dossier import open_dossier
from articles.enums import EditionKind
from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from sources.enums import ControlKind, TestimonyRole
from sources.models import SourceDocument
from tests.articles.newsroom import ORDER, Desk, block, item, make_draft
from tests.articles.public import make_public, seed_content
from tests.sources.builders import make_organisation, make_ownership, make_source_document

NOW = datetime.datetime(2025, 10, 25, 9, tzinfo=datetime.UTC)
FIRST, SECOND = "Publish the figures", "Close the pit"
UNVERIFIED = {
    "state": "unverified",
    "words": "unverified",
    "reason": "No source document bears it out.",
}


@pytest.fixture
def island(desk: Desk) -> SourceDocument:
    """A document of somebody whom nobody controls."""
    news = make_organisation(name="Island News")
    make_ownership(owned=news, control=ControlKind.PRIVATE)
    return make_source_document(raw=f"Again: {ORDER}".encode(), publisher=news)


def citing(*documents: SourceDocument) -> list[dict[str, Any]]:
    """The same quote in each of these documents."""
    return [
        item({"source": row.pk, "exact": ORDER, "prefix": "", "suffix": ""}) for row in documents
    ]


def with_orders(
    desk: Desk, *cited: tuple[SourceDocument, ...], roles: dict[SourceDocument, TestimonyRole]
) -> ArticlePage:
    """A draft whose first directive cites the first documents, its second the second ones."""
    article = make_draft(desk)
    orders = [
        item({"text": text, "force": "order", "status": "announced", "citations": citing(*rows)})
        for text, rows in zip((FIRST, SECOND), cited, strict=True)
    ]
    article.highlights = []
    article.body = [block("directives", {"introduction": "", "directives": orders})]
    article.article_sources = [ArticleSource(source=row, role=role) for row, role in roles.items()]
    return article


def compiled(article: ArticlePage) -> Compiled:
    """The next edition of an article as it is in hand."""
    return compile_edition(open_dossier(article), kind=EditionKind.PUBLISHED, now=NOW)


def test_a_directive_is_borne_out_only_by_what_it_cites_itself(
    desk: Desk, island: SourceDocument
) -> None:
    roles = {desk.document: TestimonyRole.PRIMARY, island: TestimonyRole.SUPPORTING}
    article = with_orders(desk, (desk.document, island), (desk.document,), roles=roles)
    content = compiled(article).content
    first, second = (row["corroboration"] for row in content["directives"])
    assert first == content["corroboration"]
    assert first["state"] == "corroborated"
    assert second["state"] == "single_source"
    assert "Harbour Herald" in second["reason"]


def test_a_directive_without_a_quote_is_unverified(desk: Desk, island: SourceDocument) -> None:
    roles = {desk.document: TestimonyRole.PRIMARY, island: TestimonyRole.SUPPORTING}
    article = with_orders(desk, (desk.document, island), (), roles=roles)
    assert compiled(article).content["directives"][1]["corroboration"] == UNVERIFIED


def test_a_directive_is_disputed_where_it_cites_what_contradicts_it(
    desk: Desk, island: SourceDocument
) -> None:
    roles = {desk.document: TestimonyRole.PRIMARY, island: TestimonyRole.CONTRADICTING}
    article = with_orders(desk, (desk.document, island), (desk.document,), roles=roles)
    first, second = (row["corroboration"] for row in compiled(article).content["directives"])
    assert first["state"] == "disputed"
    assert first["reason"] == "Contradicted by Island News."
    assert second["state"] == "single_source"


def test_background_bears_nothing_out(desk: Desk, island: SourceDocument) -> None:
    roles = {desk.document: TestimonyRole.PRIMARY, island: TestimonyRole.BACKGROUND}
    article = with_orders(desk, (island,), (desk.document,), roles=roles)
    assert compiled(article).content["directives"][0]["corroboration"] == UNVERIFIED


def test_the_text_column_says_beside_a_directive_how_far_it_is_borne_out(
    desk: Desk, island: SourceDocument
) -> None:
    roles = {desk.document: TestimonyRole.PRIMARY, island: TestimonyRole.SUPPORTING}
    article = with_orders(desk, (desk.document, island), (), roles=roles)
    html = compiled(article).body_html
    assert "shape--corroborated" in html
    words = re.sub(r"\s+", " ", strip_tags(html))
    assert "Evidence Unverified No source document bears it out." in words


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/directives/", "/api/v1/directives/"])
def test_directives_can_be_chosen_by_how_far_they_are_borne_out(
    client: Client, address: str
) -> None:
    single, other = seed_content()["directives"][:2]
    unverified = {**other, "corroboration": UNVERIFIED}
    make_public(directives=[single, unverified])
    answer = client.get(address, {"corroboration": "unverified"}).content.decode()
    assert unverified["text"].split()[-1] in answer
    assert single["text"].split()[-1] not in answer
