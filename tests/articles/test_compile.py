"""From an approved revision to what readers get: links, images, quotes, anchors, and safe HTML."""

import datetime
import re
import uuid
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from articles.compile import Compiled, compile_edition, recompile
from articles.compile.richtext import expand, plain
from articles.dossier import open_dossier
from articles.editorial.preview import preview
from articles.enums import EditionKind
from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from articles.models.snippets import Topic
from sources.enums import TestimonyRole
from sources.models import SourceDocument
from tests.articles.newsroom import (
    ORDER,
    QUOTE,
    Desk,
    block,
    citation,
    item,
    make_draft,
    make_published,
)
from tests.sources.builders import make_organisation, make_ownership, make_source_document

NOW = datetime.datetime(2025, 10, 25, 9, tzinfo=datetime.UTC)
SCRIPT = "<script>alert(1)</script>"


def compiled(article: ArticlePage) -> Compiled:
    """The next edition of an article as it is in hand."""
    return compile_edition(open_dossier(article), kind=EditionKind.PUBLISHED, now=NOW)


def with_body(desk: Desk, *blocks: dict[str, Any]) -> ArticlePage:
    """A draft with this body and nothing else to read."""
    article = make_draft(desk)
    article.highlights = []
    article.body = list(blocks)
    return article


def make_file(title: str = "Minutes") -> Document:
    """A file that readers can download."""
    raw = ContentFile(b"Minutes of Friday.", name="minutes.pdf")
    return Document.objects.create(title=title, file=raw, file_size=18)


def make_image() -> Image:
    """A picture."""
    return Image.objects.create(title="Harbour", file=get_test_image_file())


# -- What it costs --------------------------------------------------------------------------------


def _long_text(desk: Desk, count: int) -> ArticlePage:
    """Five blocks, `count` times: links, images, quotes and files, each of another row."""
    blocks: list[dict[str, Any]] = []
    sources = []
    for number in range(count):
        page, file, image = make_draft(desk, title=f"Page {number}"), make_file(), make_image()
        image.get_renditions("width-640|format-webp", "width-1280|format-webp")
        raw = f"Passage {number} of {count}.".encode()
        source = make_source_document(raw=raw, publisher=desk.herald)
        sources.append(ArticleSource(source=source, role=TestimonyRole.SUPPORTING))
        cited = item({"source": source.pk, "exact": raw.decode(), "prefix": "", "suffix": ""})
        links = _page_link(page.pk) + f'<a linktype="document" id="{file.pk}">file</a>'
        blocks += [
            block("heading", f"Section {number}"),
            block("paragraph", {"text": f"<p>{links}</p>", "citations": [cited]}),
            block("image", {"image": {"image": image.pk, "alt_text": "Harbour"}}),
            block("document", {"document": file.pk}),
            block("directives", {"directives": [item({"text": "Go", "issuer": desk.herald.pk})]}),
        ]
    article = with_body(desk, *blocks)
    article.article_sources = sources
    return article


def _page_link(key: int) -> str:
    return f'<a linktype="page" id="{key}">page</a>'


def test_text_of_a_hundred_blocks_costs_what_one_of_five_costs(desk: Desk) -> None:
    costs = []
    for count in (1, 20):
        article = _long_text(desk, count)
        compiled(article)  # what Django remembers for the whole process is asked for once
        with CaptureQueriesContext(connection) as captured:
            compiled(article)
        costs.append(len(captured))
        ArticlePage.objects.all().delete()
    assert costs[0] == costs[1] <= 20


# -- Links ----------------------------------------------------------------------------------------


def _html(desk: Desk, text: str) -> str:
    content = compiled(with_body(desk, block("paragraph", {"text": text}))).content
    return str(content["sections"][0]["html"])


def test_link_to_a_public_briefing_leads_to_its_address(desk: Desk) -> None:
    public = make_published(desk, title="Another meeting")
    html = _html(desk, f"<p>See {_page_link(public.pk)}.</p>")
    assert 'href="/briefings/another-meeting/"' in html


def test_link_to_a_draft_keeps_its_words_and_loses_its_address(desk: Desk) -> None:
    draft = make_draft(desk, title="Another meeting")
    assert _html(desk, f"<p>See {_page_link(draft.pk)}.</p>") == "<p>See page.</p>"


def test_link_to_a_file_leads_to_it(desk: Desk) -> None:
    file = make_file()
    html = _html(desk, f'<p><a id="{file.pk}" linktype="document">Minutes</a></p>')
    assert f'href="{file.url}"' in html


def test_link_to_what_is_gone_keeps_its_words(desk: Desk) -> None:
    file_link = '<a id="999" linktype="document">file</a>'
    assert _html(desk, f"<p>{_page_link(999)}, {file_link}</p>") == "<p>page, file</p>"


@pytest.mark.parametrize(
    "address",
    ["https://assay.example/?a=1&b=2#c", "http://assay.example/", "mailto:desk@assay.example"],
)
def test_link_elsewhere_is_kept_to_the_letter(address: str) -> None:
    stored = address.replace("&", "&amp;")
    html = expand(f'<p><a href="{stored}">x</a></p>', addresses={}, files={})
    assert html == f'<p><a href="{stored}" rel="noopener">x</a></p>'


# -- Safety ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{SCRIPT}</p>",
        "<p><img src=x onerror=alert(1)></p>",
        '<p onclick="alert(1)">x</p>',
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<p><a href="data:text/html,x">x</a></p>',
        '<p><a href="&#106;avascript:alert(1)">x</a></p>',
        '<p><a href="https://a.example/&quot; onmouseover=&quot;alert(1)">x</a></p>',
        '<p><a linktype="page" id="1" onclick="alert(1)">x</a></p>',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://a.example/"></iframe>',
        "<style>p { display: none }</style>",
        '<embed embedtype="media" url="https://a.example/"/>',
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    ],
)
def test_rich_text_that_could_run_cannot(html: str) -> None:
    result = expand(html, addresses={1: "briefings/x/"}, files={})
    tags = re.findall(r"<[^>]*>", result)
    for tag in tags:
        assert re.fullmatch(r'</?(p|a|ul|ol|li|b|i)( (href|rel)="[^"]*")*>', tag), result
        assert not re.search(r'href="(javascript|data):', tag)


TEXT_FIELDS = [
    block("heading", SCRIPT),
    block("paragraph", {"text": f"<p>{SCRIPT}</p>"}),
    block("directives", {"introduction": SCRIPT, "directives": []}),
    block("directives", {"directives": [item({"text": SCRIPT, "target": SCRIPT})]}),
    block("directives", {"directives": [item({"text": "Go", "rationale": SCRIPT})]}),
    block(
        "directives",
        {"directives": [item({"text": "Go", "addressees": [item({"name": SCRIPT})]})]},
    ),
    block("directives", {"directives": [item({"text": "Go", "force": SCRIPT, "status": SCRIPT})]}),
    block("quotation", {"text": SCRIPT, "original": SCRIPT, "language": SCRIPT}),
    block("quotation", {"text": "x", "attribution": SCRIPT}),
    block("key_figure", {"value": SCRIPT, "unit": SCRIPT, "label": SCRIPT}),
    block("table", {"caption": SCRIPT, "rows": [item({"cells": [item(SCRIPT)]})] * 2}),
    block(
        "chart",
        {"caption": SCRIPT, "unit": SCRIPT, "points": [item({"label": SCRIPT, "value": 1})]},
    ),
    block("embed", {"url": "https://a.example/" + SCRIPT, "title": SCRIPT}),
    block("callout", {"heading": SCRIPT, "text": f"<p>{SCRIPT}</p>"}),
]


@pytest.mark.parametrize("part", TEXT_FIELDS, ids=lambda part: part["type"])
def test_text_that_looks_like_markup_is_shown_and_does_not_run(
    desk: Desk, part: dict[str, Any]
) -> None:
    article = with_body(desk, part)
    article.analysis = [block("heading", "First"), block("heading", SCRIPT), part]
    if part["type"] not in ("heading", "paragraph"):
        article.analysis = []
    edition = compiled(article)
    assert "<script" not in edition.body_html
    for section in edition.content["sections"]:
        assert "<script" not in section["html"]
    assert "<script" not in (edition.content["analysis"] or {"html": ""})["html"]


def test_heading_that_hides_markup_in_entities_stays_text_in_the_analysis(desk: Desk) -> None:
    article = make_draft(desk)
    hidden = SCRIPT.replace("<", "&lt;").replace(">", "&gt;")
    article.analysis = [block("heading", "First"), block("heading", hidden)]
    assert "<script" not in compiled(article).content["analysis"]["html"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.example/", ""])
def test_embed_leads_to_the_web_and_nowhere_else(desk: Desk, url: str) -> None:
    article = with_body(desk, block("embed", {"url": url, "title": "Recording"}))
    assert "Recording" not in compiled(article).body_html


def test_plain_text_keeps_words_apart_and_marks_as_they_are() -> None:
    assert plain("<p>One &amp; two</p><ul><li>three</li><li>4 &lt; 5</li></ul>") == (
        "One & two three 4 < 5"
    )


# -- Anchors --------------------------------------------------------------------------------------


def test_anchor_of_a_section_survives_a_new_heading(desk: Desk) -> None:
    article = make_draft(desk)
    before = [section["id"] for section in compiled(article).content["sections"]]
    heading = dict(article.body.raw_data[0]) | {"value": "What the board did"}
    article.body = [heading, *article.body.raw_data[1:]]
    edition = compiled(article)
    assert [section["id"] for section in edition.content["sections"]] == before
    assert f'id="{before[0]}"' in edition.body_html


def test_identity_of_a_directive_survives_new_words_and_differs_in_a_copy(desk: Desk) -> None:
    article = make_draft(desk)
    before = compiled(article).content["directives"][0]
    article.title = "Renamed"
    raw = article.body.raw_data[2]
    raw["value"]["directives"][0]["value"]["text"] = "Publish all figures"
    after = compiled(article).content["directives"][0]
    assert (after["uuid"], after["id"]) == (before["uuid"], before["id"])
    article.uuid = uuid.UUID(int=1)
    assert compiled(article).content["directives"][0]["uuid"] != before["uuid"]


def test_text_before_the_first_heading_is_a_section_without_one(desk: Desk) -> None:
    article = with_body(
        desk, block("paragraph", {"text": "<p>One.</p>"}), block("heading", "The meeting")
    )
    first, second = compiled(article).content["sections"]
    assert (first["id"], first["heading"], first["text"]) == ("", "", "One.")
    assert second["heading"] == "The meeting"


# -- Quotes ---------------------------------------------------------------------------------------


def test_citations_are_numbered_as_they_appear_and_lead_to_their_words(desk: Desk) -> None:
    first, second = compiled(make_draft(desk)).content["citations"]
    assert [(row["number"], row["quote"]) for row in (first, second)] == [(1, QUOTE), (2, ORDER)]
    for row in (first, second):
        assert desk.document.text[row["start"] : row["end"]] == row["quote"]
        assert row["source"] == str(desk.document.uuid)


def test_same_quote_has_the_same_number_wherever_it_stands(desk: Desk) -> None:
    content = compiled(make_draft(desk)).content
    assert content["highlights"][0]["citations"] == [1]
    assert content["directives"][0]["citations"] == [2]
    assert len(content["citations"]) == 2


def test_quote_that_is_not_found_has_no_number(desk: Desk) -> None:
    content = compiled(make_draft(desk, quote="The board never said this.")).content
    assert content["highlights"][0]["citations"] == []
    assert [row["quote"] for row in content["citations"]] == [ORDER]


def test_quote_from_a_document_that_is_not_listed_has_no_number_and_can_be_previewed(
    desk: Desk, rf: RequestFactory
) -> None:
    other = make_source_document(raw=b"Other words.", publisher=desk.herald)
    cited = item({"source": other.pk, "exact": "Other words.", "prefix": "", "suffix": ""})
    article = with_body(desk, block("paragraph", {"text": "<p>It met.</p>", "citations": [cited]}))
    assert compiled(article).content["citations"] == []
    assert preview(rf.get("/"), article).status_code == 200


def test_cited_claim_carries_its_mark_and_its_note(desk: Desk) -> None:
    paragraph = {"text": "<p>It met.</p>", "citations": [citation(desk, QUOTE)]}
    html = compiled(with_body(desk, block("paragraph", paragraph))).body_html
    assert "citation-mark" in html
    assert QUOTE in html
    assert "Harbour Herald" in html


# -- Images and files -----------------------------------------------------------------------------


def test_image_comes_in_two_sizes_with_its_alternative_text(desk: Desk) -> None:
    image = make_image()
    chosen = {"image": image.pk, "alt_text": "The harbour at dawn", "decorative": False}
    article = with_body(desk, block("image", {"image": chosen, "caption": "Dawn", "credit": "Ada"}))
    html = compiled(article).body_html
    assert 'alt="The harbour at dawn"' in html
    assert "width-640" in html
    assert "width-1280" in html
    assert "Dawn" in html
    assert "Ada" in html


def test_decoration_has_an_empty_alternative_text(desk: Desk) -> None:
    chosen = {"image": make_image().pk, "alt_text": "Ignored", "decorative": True}
    html = compiled(with_body(desk, block("image", {"image": chosen}))).body_html
    assert 'alt=""' in html
    assert "Ignored" not in html


def test_file_is_offered_with_its_name_and_size(desk: Desk) -> None:
    file = make_file()
    html = compiled(with_body(desk, block("document", {"document": file.pk}))).body_html
    assert "Minutes" in html
    assert file.url in html
    assert "18\u00a0bytes" in html


@pytest.mark.parametrize(
    "part",
    [block("image", {"image": {"image": 999}}), block("document", {"document": 999})],
    ids=["image", "document"],
)
def test_what_was_deleted_meanwhile_leaves_no_hole(desk: Desk, part: dict[str, Any]) -> None:
    html = compiled(with_body(desk, part)).body_html
    assert "<img" not in html
    assert "<a" not in html


# -- The rest -------------------------------------------------------------------------------------


def test_same_state_gives_the_same_edition(desk: Desk) -> None:
    article = make_draft(desk)
    assert compiled(article) == compiled(article)


def test_analysis_stands_apart_from_what_is_reported(desk: Desk) -> None:
    article = make_draft(desk)
    article.analysis = [
        block("heading", "Why it matters"),
        block("paragraph", {"text": "<p>Because of the mines.</p>"}),
    ]
    edition = compiled(article)
    assert edition.content["analysis"] == {
        "id": "analysis",
        "heading": "Why it matters",
        "html": "<p>Because of the mines.</p>",
        "text": "Because of the mines.",
    }
    assert "Because" not in str(edition.content["sections"])
    assert "Our reading" in edition.body_html


def test_briefing_without_analysis_says_so_by_its_absence(desk: Desk) -> None:
    assert compiled(make_draft(desk)).content["analysis"] is None


def test_search_text_holds_every_word_that_a_reader_reads(desk: Desk) -> None:
    article = with_body(
        desk,
        block("table", {"caption": "Output", "rows": [item({"cells": [item("Tonnes")]})]}),
        block("quotation", {"text": "We dig.", "original": "Wir graben.", "attribution": "Ada"}),
        block("key_figure", {"value": "1,200", "unit": "t", "label": "dug in 2025"}),
        block("callout", {"heading": "Aside", "text": "<p>Background.</p>"}),
        block("directives", {"introduction": "Ordered:", "directives": [item({"text": "Dig"})]}),
    )
    article.topics = [Topic.objects.create(name="Mining", slug="mining")]
    found = compiled(article).search_text
    for words in ("Output", "Tonnes", "Wir graben.", "Ada", "dug in 2025", "Background.", "Dig"):
        assert words in found
    assert "Mining" in found
    assert "Harbour Herald" in found


def test_reading_time_is_at_least_a_minute(desk: Desk) -> None:
    article = make_draft(desk)
    assert compiled(article).content["reading_minutes"] == 1
    article.body = [block("paragraph", {"text": f"<p>{'word ' * 1150}</p>"})]
    assert compiled(article).content["reading_minutes"] == 5


# -- The disclaimer -------------------------------------------------------------------------------


def test_disclaimer_tells_of_a_former_owner_and_of_a_translation(desk: Desk) -> None:
    quay = make_organisation(name="Quay Press")
    make_ownership(owned=desk.herald, owner=quay, valid_to=datetime.date(2024, 7, 1))
    SourceDocument.objects.update(language="zh-Hans")
    text = compiled(make_draft(desk)).content["disclaimer"]
    assert text.startswith(
        "This briefing rests on Harbour Herald, state-owned and controlled by Port Authority. "
        "No independent source confirms it. What it reports is translated from Chinese. "
        "Until 1 July 2024, Harbour Herald was controlled by Quay Press. "
    )


@pytest.mark.parametrize("reader", ["en", "de", "zh-hans"])
@pytest.mark.parametrize(
    ("language", "disclaimer"),
    [
        ("en", "This briefing rests on Harbour Herald, state-owned and"),
        ("de-AT", "Dieses Briefing stützt sich auf Harbour Herald, in Staatsbesitz und von"),
        ("zh-hans", "This briefing rests on Harbour Herald, state-owned and"),
        ("no such language", "This briefing rests on Harbour Herald, state-owned and"),
    ],
)
def test_edition_is_written_in_the_language_of_the_article(
    desk: Desk, language: str, disclaimer: str, reader: str
) -> None:
    article = make_draft(desk)
    article.language = language
    with translation.override(reader):
        content = compiled(article).content
    assert content["disclaimer"].startswith(disclaimer)


def test_german_edition_is_german_throughout(desk: Desk) -> None:
    article = make_draft(desk)
    article.language = "de"
    content = compile_edition(
        open_dossier(article), kind=EditionKind.CORRECTED, reason="Das Datum war falsch.", now=NOW
    ).content
    assert content["disclaimer"] == (
        "Dieses Briefing stützt sich auf Harbour Herald, in Staatsbesitz und von Port Authority "
        "kontrolliert. Keine unabhängige Quelle bestätigt die Angaben. Bitte unabhängig prüfen, "
        "bevor Sie geschäftliche Schlüsse ziehen oder Anlageentscheidungen treffen."
    )
    verdict = {
        "state": "single_source",
        "words": "nur eine Quelle",
        "reason": "Harbour Herald: Keine andere Quelle belegt dies.",
    }
    assert content["corroboration"] == verdict
    assert [row["corroboration"] for row in content["directives"]] == [verdict]
    [source] = content["sources"]
    assert source["captured_way_words"] == "von der Redaktion eingefügt"
    assert source["publisher"]["ownership"]["words"] == "in Staatsbesitz"
    assert source["credibility"]["words"] == "Wahrheitsgehalt nicht zu beurteilen"
    assert [row["kind_words"] for row in content["corrections"]] == ["Korrigiert"]


def test_german_article_keeps_its_language_when_the_record_changes(desk: Desk) -> None:
    article = make_draft(desk)
    article.language = "de"
    content = compiled(article).content
    assert recompile(open_dossier(article), content, now=NOW) is None
    desk.herald.name = "Harbour Times"
    desk.herald.save()
    changed = recompile(open_dossier(article), content, now=NOW)
    assert changed is not None
    assert changed.content["disclaimer"].startswith("Dieses Briefing stützt sich auf Harbour Times")
