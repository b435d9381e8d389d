"""Citations: which of them count, and the words that they lead to."""

from django.test import RequestFactory

from articles.editorial.preview import preview
from tests.articles.compile.builders import compiled, with_body
from tests.articles.newsroom import ORDER, QUOTE, Desk, block, citation, item, make_draft
from tests.sources.builders import make_source_document


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
