"""From content to pages: no database."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from articles.formats.chart import plot
from articles.formats.claims import witnesses
from articles.formats.notes import notes_by_number
from articles.formats.page import BriefingPage, briefing_page
from articles.formats.passage import passage
from articles.formats.site import Site
from articles.formats.wording import day, in_words, minute, verb_first
from articles.templatetags.wording import breakable
from tests.articles.public import BODY, seed_content

SITE = Site(name="Assay", base_url="https://a.example")


def page() -> BriefingPage:
    return briefing_page(seed_content(), number=2, sha256="ab" * 32, site=SITE)


def test_notes_name_the_originators_where_no_publisher_is_known() -> None:
    note = notes_by_number(seed_content())[1]
    assert note.publisher == "Baogang Daily and Northern Rare Earth Group"
    assert note.grade == ""


def test_a_long_quote_is_begun_in_the_margin_and_whole_elsewhere() -> None:
    content = seed_content()
    content["citations"][0]["quote"] = "A quote of very many words, " * 20
    note = notes_by_number(content)[1]
    assert note.excerpt.endswith(" …")
    assert len(note.excerpt) < 170
    assert note.quote == content["citations"][0]["quote"]


def test_a_note_knows_whether_the_one_before_is_from_the_same_document() -> None:
    content = seed_content()
    content["sources"].append({**content["sources"][0], "uuid": "another"})
    content["citations"][1]["source"] = "another"
    notes = list(notes_by_number(content).values())
    assert [note.repeats for note in notes[:4]] == [False, False, False, True]


def test_a_quote_in_quotation_marks_is_not_quoted_twice() -> None:
    notes = notes_by_number(seed_content()).values()
    assert "forge strengths and fill weaknesses" in {note.quote for note in notes}


def test_a_graded_note_says_both_axes_in_words() -> None:
    content = seed_content()
    content["sources"][0]["reliability"] = {"code": "B", "words": "usually reliable"}
    assert notes_by_number(content)[1].grade == "usually reliable; truth cannot be judged"


def test_highlights_keep_their_tree_and_their_notes() -> None:
    first = page().highlights[0]
    assert [child.text for child in first.children][:2] == ["Efficiency", "Compliance"]
    assert [note.number for note in first.notes] == [1]


def test_contents_list_sections_with_a_heading_and_what_follows_the_text() -> None:
    ids = [entry.id for entry in (*page().contents, *page().contents_rest)]
    assert ids[0] == "highlights"
    assert ids[-5:] == ["analysis", "provenance", "challenge", "cite", "comments"]
    assert "" not in ids


def test_cite_leads_to_the_edition_and_the_one_before_it() -> None:
    cite = page().cite
    assert cite.version_url.endswith("/versions/2/")
    assert cite.versions_url.endswith("-2026/versions/")


def test_every_citation_is_an_endnote() -> None:
    assert [note.number for note in page().endnotes] == list(range(1, 13))


def test_claims_are_read_back_from_highlights_and_text() -> None:
    trails = {t.number: t for t in witnesses(seed_content(), BODY)[0].trails}
    assert trails[1].claims[0].startswith("Northern Rare Earth convened")
    assert trails[3].claims == ["The company reviewed its quarter."]


def test_claims_leave_out_numbers_links_and_small_print() -> None:
    directive = seed_content()["directives"][0]
    body = render_to_string(
        "blocks/directives.html",
        {"directives": [directive | {"notes": [notes_by_number(seed_content())[8]]}]},
    )
    claims = {t.number: t.claims for t in witnesses(seed_content(), body)[0].trails}
    assert claims[8] == [directive["text"]]


def test_context_of_a_quote_has_whole_words_only() -> None:
    trail = witnesses(seed_content(), "")[0].trails[0]
    assert trail.prefix == "of the Baogang Group, "
    assert trail.suffix == ", signaling the transition from "


def test_search_passage_marks_inflected_words_and_escapes_the_rest() -> None:
    found = passage("Many <b> words. They tightened cost control.", ["tightening"])
    assert "<mark>tightened</mark>" in found
    assert "&lt;b&gt;" in found


def test_search_passage_is_empty_where_no_word_stands() -> None:
    assert passage("Nothing of the kind.", ["zirconium"]) == ""


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], words: str) -> None:
    assert in_words(names) == words


def test_days_and_minutes_are_read_from_json() -> None:
    assert day("2025-10-24") == "24 October 2025"
    assert minute("2025-10-24T09:30:00Z") == "24 October 2025, 09:30 UTC"
    assert day(None) == ""


def test_days_are_written_as_their_language_writes_them() -> None:
    with translation.override("de"):
        assert day("2025-10-24") == "24. Oktober 2025"
        assert minute("2025-10-24T09:30:00Z") == "24. Oktober 2025, 09:30 UTC"


def test_the_verb_of_an_order_is_bold_and_its_text_escaped() -> None:
    assert verb_first("Cut <it>", "Cut") == '<b class="verb">Cut</b> &lt;it&gt;'


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_a_chart_contains_zero_and_every_value(kind: str) -> None:
    chart = plot(kind=kind, points=[{"label": "a", "value": "-2"}, {"label": "b", "value": "7.5"}])
    assert "0" in {tick.label for tick in chart.ticks}
    assert len(chart.bars if kind == "bar" else chart.dots) == 2
    assert all(0 <= tick.y <= chart.height for tick in chart.ticks)


def test_a_chart_of_nothing_or_zero_does_not_fail() -> None:
    assert plot(kind="bar", points=[{"label": "a", "value": 0}]).bars[0].height == 0
    assert plot(kind="line", points=[]).line == ""


def test_table_of_a_chart_has_every_figure_of_a_value_as_its_axis_writes_them() -> None:
    points = [{"label": "a", "value": 13900}, {"label": "b", "value": -1234567.25}]
    rows = plot(kind="bar", points=points).rows
    assert [row["value"] for row in rows] == ["13,900", "−1,234,567.25"]


def test_line_may_end_after_a_slash_of_an_address_and_of_nothing_else() -> None:
    text = breakable("<Ore>. https://assay.example/briefings/ore/versions/2/")
    assert text == (
        "&lt;Ore&gt;. https://assay.example/<wbr>briefings/<wbr>ore/<wbr>versions/<wbr>2/"
    )
