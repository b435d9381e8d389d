"""Damaged characters: the gate finds them wherever readers would see them."""

from collections.abc import Callable
from typing import Any

import pytest

from articles.gate import findings
from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from tests.articles.cases import DAMAGED, put, said
from tests.articles.newsroom import Desk, block, item, make_draft
from tests.sources.builders import make_source_document


@pytest.mark.parametrize(
    ("field", "set_text"),
    [
        ("title", lambda article: setattr(article, "title", DAMAGED)),
        ("standfirst", lambda article: setattr(article, "standfirst", DAMAGED)),
        ("disclaimer_note", lambda article: setattr(article, "disclaimer_note", DAMAGED)),
        ("change_note", lambda article: setattr(article, "change_note", DAMAGED)),
        ("ai_purpose", lambda article: setattr(article, "ai_purpose", DAMAGED)),
        ("highlights", lambda article: put(article, "highlights", "highlight", _deep(DAMAGED))),
        ("body", lambda article: put(article, "body", "heading", DAMAGED)),
        ("body", lambda article: put(article, "body", "callout", {"heading": DAMAGED})),
        ("body", lambda article: put(article, "body", "quotation", {"attribution": DAMAGED})),
        ("body", lambda article: put(article, "body", "key_figure", {"label": DAMAGED})),
        ("body", lambda article: put(article, "body", "table", _table(DAMAGED))),
        ("body", lambda article: put(article, "body", "chart", {"unit": DAMAGED})),
        ("body", lambda article: put(article, "body", "document", {"title": DAMAGED})),
        ("body", lambda article: put(article, "body", "embed", {"title": DAMAGED})),
        ("body", lambda article: put(article, "body", "image", {"credit": DAMAGED})),
        ("body", lambda article: put(article, "body", "directives", {"introduction": DAMAGED})),
        ("body", lambda article: put(article, "body", "directives", _orders(text=DAMAGED))),
        ("body", lambda article: put(article, "body", "directives", _orders(target=DAMAGED))),
        ("body", lambda article: put(article, "body", "directives", _orders(rationale=DAMAGED))),
        ("body", lambda article: put(article, "body", "directives", _addressed(DAMAGED))),
        ("analysis", lambda article: put(article, "analysis", "paragraph", {"text": DAMAGED})),
    ],
)
def test_damage_is_found_wherever_readers_would_see_it(
    desk: Desk, field: str, set_text: Callable[[ArticlePage], None]
) -> None:
    article = make_draft(desk)
    set_text(article)
    assert field in {each.field for each in said(article) if each.rule is findings.DAMAGED}


def _deep(text: str) -> dict[str, Any]:
    return {"text": "One", "children": [item({"text": "Two", "children": [item({"text": text})]})]}


def _table(text: str) -> dict[str, Any]:
    return {"rows": [item({"cells": [item("Year"), item(text)]})]}


def _orders(**values: Any) -> dict[str, Any]:
    return {"directives": [item({"text": "Publish", **values})]}


def _addressed(name: str) -> dict[str, Any]:
    return _orders(addressees=[item({"organisation": None, "name": name})])


def test_quote_is_evidence_and_may_be_damaged(desk: Desk) -> None:
    document = make_source_document(raw=DAMAGED.encode(), publisher=desk.herald)
    article = make_draft(desk)
    article.article_sources = [
        ArticleSource(source=each, role=TestimonyRole.PRIMARY) for each in (desk.document, document)
    ]
    quoted = item({"source": document.pk, "exact": DAMAGED, "prefix": "", "suffix": ""})
    article.body = [block("paragraph", {"text": "<p>Output rose.</p>", "citations": [quoted]})]
    assert said(article) == []


def test_ampersand_of_rich_text_is_no_damage(desk: Desk) -> None:
    article = make_draft(desk)
    article.body = [block("paragraph", {"text": "<p>R&amp;D rose &gt; all.</p>", "citations": []})]
    assert findings.DAMAGED not in [each.rule for each in said(article)]
