"""Whatever can be claimed can be cited, and the citation reaches page, provenance and API."""

from typing import Any

import pytest
from django.test import Client

from articles.formats.claims import claims_of
from articles.models.editions import Edition
from tests.articles.newsroom import (
    ORDER,
    Desk,
    approve,
    block,
    citation,
    fresh,
    item,
    make_draft,
    revise,
    submit,
)

CITABLE: dict[str, tuple[dict[str, Any], str]] = {
    "paragraph": ({"text": "<p>Every mine reports.</p>"}, "Every mine reports."),
    "quotation": (
        {"text": "Every mine reports.", "original": "", "language": "", "attribution": "The board"},
        "Every mine reports. The board",
    ),
    "key_figure": (
        {"value": "1", "unit": "report", "label": "From every mine"},
        "1 report From every mine",
    ),
    "table": (
        {
            "caption": "Reports of every mine",
            "rows": [item({"cells": [item("Mine")]}), item({"cells": [item("Halden")]})],
        },
        "Reports of every mine",
    ),
    "chart": (
        {
            "caption": "Reports of every mine",
            "kind": "bar",
            "unit": "",
            "points": [item({"label": "Halden", "value": "1"})],
        },
        "Reports of every mine",
    ),
}


@pytest.mark.parametrize("kind", CITABLE)
def test_citation_of_each_block_reaches_every_reader(desk: Desk, client: Client, kind: str) -> None:
    value, words = CITABLE[kind]
    article = make_draft(desk)
    cited = block(kind, {**value, "citations": [citation(desk, ORDER)]})
    revise(article, desk.analyst, body=[block("heading", "The order"), cited])
    submit(desk, fresh(article))
    approve(fresh(article), desk.editor)
    approve(fresh(article), desk.second_editor)
    edition = Edition.objects.get()
    number = next(row["number"] for row in edition.content["citations"] if row["quote"] == ORDER)
    claims = claims_of(edition.content, edition.body_html)
    assert [(claim.text, claim.numbers) for claim in claims][1:] == [(words, [number])]
    answer = client.get(f"/api/v1/articles/{article.uuid}/").json()
    assert ORDER in [row["quote"] for row in answer["citations"]]
