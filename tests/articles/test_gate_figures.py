"""What the gate says of figures and names: where, beside which block, and held against what."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.dossier import open_dossier
from articles.gate import Finding, figures, findings, preflight
from articles.gate.figures import figures_are_borne_out
from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from sources.figures import Record
from sources.models import SourceDocument
from tests.articles.newsroom import Desk, block, fresh, item, make_draft, make_published, revise
from tests.sources.builders import make_source_document

REPORT = (
    "The Brenndorf smelter made 4,200 tonnes in the third quarter of 2025, up 12.5 per cent, Lena "
    "Hartwig said. All 46 mines must report by the end of November 2025."
)
OTHER = "A second smelter opens in Lausen on 3 March 2026 at a cost of €38 million."


@pytest.fixture
def report(desk: Desk) -> SourceDocument:
    """The document that the blocks of these tests cite."""
    return make_source_document(raw=REPORT.encode(), title="Report", publisher=desk.herald)


@pytest.fixture
def article(desk: Desk, report: SourceDocument) -> ArticlePage:
    """A draft that rests on the report and has another document attached."""
    other = make_source_document(raw=OTHER.encode(), title="Another", publisher=desk.herald)
    article = make_draft(desk)
    article.highlights = []
    article.body = []
    article.article_sources = [
        ArticleSource(source=source, role=TestimonyRole.PRIMARY) for source in (report, other)
    ]
    return article


def cited(report: SourceDocument, **values: Any) -> dict[str, Any]:
    """The value of a block that cites the report."""
    quote = {"source": report.pk, "exact": REPORT[:40], "prefix": "", "suffix": ""}
    return {**values, "citations": [item(quote)]}


def said(article: ArticlePage) -> list[Finding]:
    """The findings of this rule alone."""
    return list(figures_are_borne_out(open_dossier(article)))


def marked(article: ArticlePage) -> list[str]:
    """What stands in no document, as the messages quote it."""
    return [finding.message.split("”")[0].removeprefix("“") for finding in said(article)]


def test_figure_in_no_cited_document_is_a_warning_at_its_block(
    article: ArticlePage, report: SourceDocument
) -> None:
    text = "<p>It made 4,700 tonnes in Q3 2025.</p>"
    article.body = [block("paragraph", cited(report, text=text))]
    (finding,) = said(article)
    assert finding.message == "“4,700 tonnes” stands in none of the cited documents."
    assert (finding.field, finding.block) == ("body", article.body.raw_data[0]["id"])
    assert finding.rule is findings.NOT_IN_SOURCES
    assert not finding.blocks


def test_text_that_its_document_bears_out_is_left_alone(
    article: ArticlePage, report: SourceDocument
) -> None:
    text = "<p>Brenndorf’s output rose by 12.5% to 4.2 kt in 3Q25, said <b>L. Hartwig</b>.</p>"
    article.body = [block("paragraph", cited(report, text=text))]
    assert said(article) == []


def test_document_that_the_block_does_not_cite_bears_nothing_out(
    article: ArticlePage, report: SourceDocument
) -> None:
    article.body = [block("paragraph", cited(report, text="<p>It costs €38 million.</p>"))]
    assert marked(article) == ["€38 million"]


def test_block_without_citations_answers_to_all_that_is_attached(article: ArticlePage) -> None:
    text = "<p>It made 4,200 tonnes and costs €38 million, or €39 million.</p>"
    article.body = [block("paragraph", {"text": text})]
    (finding,) = said(article)
    assert finding.message == "“€39 million” stands in none of the attached documents."


def test_without_any_document_there_is_nothing_to_compare(article: ArticlePage) -> None:
    article.article_sources = []
    article.body = [block("paragraph", {"text": "<p>It made 4,700 tonnes.</p>"})]
    assert said(article) == []


def test_what_is_on_record_of_a_document_counts_as_said_by_it(desk: Desk) -> None:
    """A briefing says who reported and when; a document need not name itself."""
    article = make_draft(desk)
    article.body = [block("paragraph", {"text": "<p>So the Harbour Herald, on 24 May.</p>"})]
    assert marked(article) == ["24 May"]
    SourceDocument.objects.filter(pk=desk.document.pk).update(published_on="2025-05-24")
    assert marked(article) == []


def test_same_words_are_marked_once_in_a_block(article: ArticlePage) -> None:
    article.body = [block("paragraph", {"text": "<p>5,000 t.</p><p>Again 5,000 t.</p>"})]
    assert marked(article) == ["5,000 t"]


def test_paragraphs_do_not_run_into_one_another(article: ArticlePage) -> None:
    text = "<p>It was the third quarter of 2025</p><p>46 mines report &amp; wait</p>"
    article.body = [block("paragraph", {"text": text})]
    assert marked(article) == []


PLACES = [
    ("heading", "The Oslo meeting"),
    ("paragraph", {"text": "<p>Talks were held in Oslo.</p>"}),
    ("callout", {"heading": "Talks in Oslo", "text": "<p>They went on.</p>"}),
    ("quotation", {"text": "We begin.", "attribution": "Ada Brandt of Oslo"}),
    ("key_figure", {"value": "47", "unit": "mines", "label": "Those that report"}),
    ("key_figure", {"value": "4,200", "unit": "kg", "label": "Output"}),
    ("table", {"caption": "Output", "rows": [item({"cells": [item("Oslo"), item("4,200")]})]}),
    ("chart", {"caption": "Output", "unit": "t", "points": [item({"label": "A", "value": "7.5"})]}),
    ("directives", {"introduction": "Oslo ordered:", "directives": []}),
]


@pytest.mark.parametrize(("kind", "value"), PLACES)
def test_every_text_of_the_body_is_looked_at(article: ArticlePage, kind: str, value: Any) -> None:
    article.body = [block(kind, value)]
    places = {(finding.field, finding.block) for finding in said(article)}
    assert places == {("body", article.body.raw_data[0]["id"])}


def test_highlights_beneath_highlights_are_looked_at(
    article: ArticlePage, report: SourceDocument
) -> None:
    child = item(cited(report, text="It fell by 9 per cent", children=[]))
    article.highlights = [block("highlight", cited(report, text="Output rose", children=[child]))]
    (finding,) = said(article)
    assert (finding.field, finding.block) == ("highlights", child["id"])


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": "Tell all 64 mines to report"}, "64"),
        ({"target": "at least 5,000 tonnes"}, "5,000 tonnes"),
        ({"rationale": "as Ada Brandt asked"}, "Ada Brandt"),
        (
            {"addressees": [item({"organisation": None, "name": "Falkenau Metals"})]},
            "Falkenau Metals",
        ),
        ({"deadline": "2025-12-31"}, "31 December 2025"),
        ({"deadline": "2025-11-29"}, "29 November 2025"),
    ],
)
def test_directive_is_looked_at_in_all_its_parts(
    article: ArticlePage, report: SourceDocument, values: dict[str, Any], words: str
) -> None:
    order = item(cited(report, **{"text": "Report", **values}))
    article.body = [block("directives", {"introduction": "", "directives": [order]})]
    (finding,) = said(article)
    assert finding.message.startswith(f"“{words}”")
    assert finding.block == order["id"]


def test_deadline_at_the_end_of_a_month_needs_no_day_in_the_document(
    article: ArticlePage, report: SourceDocument
) -> None:
    order = item(cited(report, text="Report", deadline="2025-11-30"))
    article.body = [block("directives", {"introduction": "", "directives": [order]})]
    assert said(article) == []


def test_deadline_at_the_end_of_a_year_is_said_in_words(desk: Desk, article: ArticlePage) -> None:
    source = make_source_document(raw=b"All report by year-end.", publisher=desk.herald)
    order = item(cited(source, text="Report", deadline="2025-12-31"))
    article.body = [block("directives", {"introduction": "", "directives": [order]})]
    assert said(article) == []


def test_analysis_is_our_own_reading_and_is_not_held_against_the_documents(
    article: ArticlePage,
) -> None:
    article.analysis = [block("paragraph", {"text": "<p>Oslo may follow in 2031.</p>"})]
    assert said(article) == []


def test_half_filled_blocks_are_no_trouble(article: ArticlePage) -> None:
    article.body = [
        *(block(kind, {}) for kind in ("paragraph", "quotation", "key_figure", "table", "chart")),
        block("table", {"rows": [item({"cells": [item(None)]}), item({})]}),
        block("directives", {"directives": [item({})]}),
    ]
    assert said(article) == []


def test_document_is_read_once_for_all_blocks_and_nothing_is_queried(
    article: ArticlePage, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    read: list[str] = []

    def counted(text: str) -> Record:
        read.append(text)
        return Record(text)

    monkeypatch.setattr(figures, "Record", counted)
    texts = (f"<p>{number} mines report.</p>" for number in range(50, 90))
    article.body = [block("paragraph", {"text": text}) for text in texts]
    dossier = open_dossier(article)
    with django_assert_num_queries(0):
        assert len(list(figures_are_borne_out(dossier))) == 40
    assert len(read) == 2


def test_warning_keeps_nobody_from_publishing(desk: Desk) -> None:
    article = make_published(desk)
    draft = [block("paragraph", {"text": "<p>The harbour board met in Oslo.</p>"})]
    revise(article, desk.analyst, body=draft)
    found = preflight(open_dossier(fresh(article).get_latest_revision_as_object()))
    assert [finding.blocks for finding in found] == [False]


@pytest.mark.parametrize("screen", ["assay_checks", "wagtailadmin_pages:edit"])
def test_editor_sees_it_with_the_way_to_its_block(desk: Desk, client: Client, screen: str) -> None:
    article = make_draft(desk)
    body = [block("paragraph", {"text": "<p>The board met in Oslo.</p>"})]
    revise(article, desk.analyst, body=body)
    client.force_login(desk.analyst)
    html = client.get(reverse(screen, args=[article.pk])).content.decode()
    assert "“Oslo” stands in none of the attached documents." in html
    assert f"/edit/#block-{body[0]['id']}-section" in html


def test_title_and_standfirst_answer_to_every_attached_document(article: ArticlePage) -> None:
    article.title = "A second smelter opens in Lausen"
    article.standfirst = "It costs €83 million."
    assert [(row.field, row.block) for row in said(article)] == [("standfirst", "")]
