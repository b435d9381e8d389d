"""The gate: each rule about the text on and off, with its place."""

import datetime
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from articles.compile import compile_edition
from articles.dossier import open_dossier
from articles.editorial.preview import preview
from articles.enums import ChangeKind, EditionKind
from articles.gate import RULES, findings, preflight
from sources.models import Ownership
from tests.articles.cases import ABOUT_REVIEW, CASES, Case, only, put, said
from tests.articles.newsroom import (
    DAY,
    Desk,
    approve,
    block,
    fresh,
    item,
    make_draft,
    make_published,
    revise,
    submit,
)
from tests.sources.builders import make_organisation

WARNINGS = {
    findings.NO_STANDFIRST,
    findings.NO_ISSUER,
    findings.NOT_IN_SOURCES,
    findings.SOURCE_CHANGED,
    findings.SOURCE_GONE,
}
ABOUT_THE_WAY = {
    findings.RETRACTED,
    findings.ADDRESS_TAKEN,
    findings.NO_ALIAS,
    findings.PAST_THE_GATE,
}


def test_every_rule_is_tried_here() -> None:
    tried = {case.rule for case in CASES}
    assert tried | ABOUT_REVIEW | ABOUT_THE_WAY == set(RULES.values())


def test_gate_says_nothing_of_a_clear_text(desk: Desk) -> None:
    assert said(make_draft(desk)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule.code)
def test_rule_comes_on_at_its_place(desk: Desk, case: Case) -> None:
    article = make_draft(desk)
    place = case.change(desk, article)
    finding = only(said(article), case.rule)
    assert finding.field == case.field
    assert place is None or finding.block == place
    assert finding.blocks is (case.rule not in WARNINGS)
    assert finding.message
    assert finding.remedy


def test_what_blocks_comes_first(desk: Desk) -> None:
    article = make_draft(desk)
    article.standfirst = ""
    article.article_sources = []
    found = said(article)
    assert [each.blocks for each in found] == sorted((each.blocks for each in found), reverse=True)
    assert not found[-1].blocks


def test_warning_alone_does_not_close_the_gate(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.analyst, standfirst="")
    submit(desk, fresh(article))
    approve(fresh(article), desk.editor)
    approve(fresh(article), desk.second_editor)
    assert fresh(article).live


def test_owner_that_was_looked_for_and_not_found_is_on_record(desk: Desk) -> None:
    Ownership.objects.all().delete()
    Ownership.objects.create(owned=desk.herald, control="unknown")
    assert said(make_draft(desk)) == []


def test_owner_is_looked_for_on_the_day_of_the_briefing(desk: Desk) -> None:
    Ownership.objects.update(valid_from=DAY + datetime.timedelta(days=1))
    finding = only(said(make_draft(desk)), findings.NO_OWNERSHIP)
    assert "Harbour Herald" in finding.message
    assert "2025-10-24" in finding.message


def test_originators_stand_in_for_the_publisher(desk: Desk) -> None:
    """The owner of whom a document credits counts, not that of who passed it on."""
    desk.document.originators.add(make_organisation(name="Quay Bulletin"))
    finding = only(said(make_draft(desk)), findings.NO_OWNERSHIP)
    assert "Quay Bulletin" in finding.message


def test_decoration_needs_no_alternative_text(desk: Desk) -> None:
    article = make_draft(desk)
    image = {"image": 1, "alt_text": "", "decorative": True}
    article.body = [*article.body.raw_data, block("image", {"image": image})]
    assert said(article) == []


def test_correction_is_explained_or_called_an_update(desk: Desk) -> None:
    article = make_published(desk)
    article.change_kind = ChangeKind.CLARIFIED
    article.change_note = "The day was Friday."
    assert said(article) == []


def test_first_publication_corrects_nothing(desk: Desk) -> None:
    article = make_draft(desk)
    article.change_kind = ChangeKind.CORRECTED
    assert said(article) == []


HALF_FILLED = [
    ("highlight", {}),
    ("highlight", {"text": None, "citations": None, "children": None}),
    ("heading", ""),
    ("heading", None),
    ("paragraph", {}),
    ("paragraph", {"text": None, "citations": [item({"source": None, "exact": None})]}),
    ("directives", {}),
    ("directives", {"introduction": None, "directives": [item({})]}),
    ("directives", {"directives": [item({"addressees": [item({})], "deadline": ""})]}),
    ("quotation", {}),
    ("key_figure", {"value": None}),
    ("table", {}),
    ("table", {"rows": [item({})]}),
    ("image", {}),
    ("image", {"image": None}),
    ("image", {"image": {"image": None, "alt_text": None, "decorative": None}}),
    ("chart", {}),
    ("chart", {"points": [item({"label": "2025", "value": None}), item({})]}),
    ("document", {"document": None}),
    ("embed", {}),
    ("embed", {"url": None, "title": None}),
    ("callout", {"heading": None, "text": None}),
]


@pytest.mark.parametrize(("kind", "value"), HALF_FILLED)
def test_half_filled_block_is_checked_and_previewed_without_an_error(
    desk: Desk, rf: RequestFactory, kind: str, value: Any
) -> None:
    article = make_draft(desk)
    put(article, "highlights" if kind == "highlight" else "body", kind, value)
    said(article)
    assert preview(rf.get("/"), article).status_code == 200


def test_citation_without_a_document_is_a_quote_that_is_not_found(desk: Desk) -> None:
    article = make_draft(desk)
    empty = item({"source": None, "exact": "", "prefix": "", "suffix": ""})
    article.body = [block("paragraph", {"text": "<p>It met.</p>", "citations": [empty]})]
    assert only(said(article), findings.QUOTE_NOT_FOUND).block == article.body.raw_data[0]["id"]


def test_gate_does_not_ask_the_database_while_it_checks(
    desk: Desk, django_assert_num_queries: Any
) -> None:
    dossier = open_dossier(make_draft(desk))
    with django_assert_num_queries(0):
        preflight(dossier)
        compile_edition(dossier, kind=EditionKind.PUBLISHED, now=timezone.now())
