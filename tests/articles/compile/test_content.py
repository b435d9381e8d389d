"""The content of an edition: its parts, their anchors, and what compiling costs."""

import uuid
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.attached import ArticleSource
from articles.models.pages import ArticlePage
from articles.models.snippets import Topic
from sources.enums import TestimonyRole
from tests.articles.compile.builders import compiled, make_file, make_image, page_link, with_body
from tests.articles.newsroom import Desk, block, item, make_draft
from tests.sources.builders import make_source_document


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
        links = page_link(page.pk) + f'<a linktype="document" id="{file.pk}">file</a>'
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
