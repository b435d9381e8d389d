"""Rich text: links lead where readers may go, and nothing in it can run."""

import re
from typing import Any

import pytest

from articles.compile.richtext import expand, plain
from tests.articles.compile.builders import compiled, make_file, page_link, with_body
from tests.articles.newsroom import Desk, block, item, make_draft, make_published

SCRIPT = "<script>alert(1)</script>"


def _html(desk: Desk, text: str) -> str:
    content = compiled(with_body(desk, block("paragraph", {"text": text}))).content
    return str(content["sections"][0]["html"])


def test_link_to_a_public_briefing_leads_to_its_address(desk: Desk) -> None:
    public = make_published(desk, title="Another meeting")
    html = _html(desk, f"<p>See {page_link(public.pk)}.</p>")
    assert 'href="/briefings/another-meeting/"' in html


def test_link_to_a_draft_keeps_its_words_and_loses_its_address(desk: Desk) -> None:
    draft = make_draft(desk, title="Another meeting")
    assert _html(desk, f"<p>See {page_link(draft.pk)}.</p>") == "<p>See page.</p>"


def test_link_to_a_file_leads_to_it(desk: Desk) -> None:
    file = make_file()
    html = _html(desk, f'<p><a id="{file.pk}" linktype="document">Minutes</a></p>')
    assert f'href="{file.url}"' in html


def test_link_to_what_is_gone_keeps_its_words(desk: Desk) -> None:
    file_link = '<a id="999" linktype="document">file</a>'
    assert _html(desk, f"<p>{page_link(999)}, {file_link}</p>") == "<p>page, file</p>"


@pytest.mark.parametrize(
    "address",
    ["https://assay.example/?a=1&b=2#c", "http://assay.example/", "mailto:desk@assay.example"],
)
def test_link_elsewhere_is_kept_to_the_letter(address: str) -> None:
    stored = address.replace("&", "&amp;")
    html = expand(f'<p><a href="{stored}">x</a></p>', addresses={}, files={})
    assert html == f'<p><a href="{stored}" rel="noopener">x</a></p>'


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
