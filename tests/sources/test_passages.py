"""A document is cut into passages that can be cited, proposed for a claim, and searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.passages import LONGEST, propose, search, sentences

TEXT = (
    "Minutes of the harbour board\n\n"
    "The board of Port Authority met on Friday. Dr. Aune of Gullvik took the chair at 9 a.m. and "
    "welcomed J. Moen.\n"
    "- Dredging of the northern basin costs 4.2 million kroner.\n"
    "- Dredging of the southern basin costs 3.1 million kroner.\n"
    "The harbour stays open\nthrough the winter, said the pilots. “Nobody objects.” The end!"
)


def _cut(text: str) -> list[str]:
    return [text[slice(*place)] for place in sentences(text)]


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert _cut(TEXT) == [
        "Minutes of the harbour board",
        "The board of Port Authority met on Friday.",
        "Dr. Aune of Gullvik took the chair at 9 a.m. and welcomed J. Moen.",
        "Dredging of the northern basin costs 4.2 million kroner.",
        "Dredging of the southern basin costs 3.1 million kroner.",
        "The harbour stays open\nthrough the winter, said the pilots.",
        "“Nobody objects.”",
        "The end!",
    ]


def test_chinese_sentences_need_no_space() -> None:
    assert _cut("港口会议召开。产量增长百分之四！“没有人反对。”会议结束") == [
        "港口会议召开。",
        "产量增长百分之四！",
        "“没有人反对。”",
        "会议结束",
    ]


def test_line_that_goes_on_in_the_next_is_one_sentence() -> None:
    text = "Dredging costs\n3.1 million kroner\nin all.\nThe ice goes."
    assert _cut(text) == ["Dredging costs\n3.1 million kroner\nin all.", "The ice goes."]


def test_number_of_a_list_is_no_sentence() -> None:
    assert _cut("1. Publish the figures.\n2. Close the pit.") == [
        "1. Publish the figures.",
        "2. Close the pit.",
    ]


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000])
def test_text_without_sentences_is_cut_all_the_same(text: str) -> None:
    places = sentences(text)
    assert max(end - start for start, end in places) <= LONGEST
    assert "".join(_cut(text)).replace(" ", "") == text.replace(" ", "")


@given(st.text("aB1.!? \n“”-。", max_size=200))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    places = sentences(text)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    assert all(text[start:end].strip() for start, end in places)
    outside = text
    for start, end in reversed(places):
        outside = outside[:start] + outside[end:]
    assert not any(mark.isalnum() for mark in outside)


def test_best_passage_is_proposed_first() -> None:
    best, *others = propose(claim="The pilots keep the harbour open in winter", text=TEXT)
    assert best.text == "The harbour stays open\nthrough the winter, said the pilots."
    assert best.text == TEXT[best.start : best.end]
    assert all(0 < other.score <= best.score <= 1 for other in others)


def test_same_words_as_the_claim_score_highest() -> None:
    sentence = "The board of Port Authority met on Friday."
    assert propose(claim=sentence, text=TEXT)[0].score == 1


def test_figures_decide_between_look_alikes() -> None:
    best, second = propose(claim="Dredging a basin costs 3.1 million kroner", text=TEXT, limit=2)
    assert "southern" in best.text
    assert best.missing == ()
    assert "northern" in second.text
    assert second.missing == ("3.1 million kroner",)
    assert best.score > second.score


def test_each_sentence_of_a_claim_finds_its_passage() -> None:
    claim = "The board of Port Authority met. Pilots said that the harbour stays open in winter."
    texts = [passage.text for passage in propose(claim=claim, text=TEXT, limit=2)]
    assert {text.split()[1] for text in texts} == {"board", "harbour"}


def test_chinese_claim_finds_its_passage() -> None:
    text = "港口会议召开。稀土产量增长百分之四。会议结束。"
    assert propose(claim="稀土产量增长", text=text)[0].text == "稀土产量增长百分之四。"


@pytest.mark.parametrize("claim", ["", " ", "the of and", "Quixotic zebras dance", "\x00"])
def test_nothing_is_proposed_for_what_the_document_does_not_say(claim: str) -> None:
    assert propose(claim=claim, text=TEXT) == ()


def test_nothing_is_proposed_from_an_empty_document() -> None:
    assert propose(claim="The board met", text="") == ()


def test_search_finds_the_words_and_marks_them() -> None:
    (passage,) = search(text=TEXT, query="harbour STAYS")
    assert [passage.text[slice(*mark)] for mark in passage.marks] == ["harbour stays"]
    assert passage.score == 1


def test_search_finds_words_apart_from_their_beginning() -> None:
    found = search(text=TEXT, query="dredg kroner")
    assert [passage.text.split()[3] for passage in found] == ["northern", "southern"]
    assert [found[0].text[slice(*mark)] for mark in found[0].marks] == ["Dredg", "kroner"]


def test_search_ignores_accents_and_keeps_places() -> None:
    (passage,) = search(text="Œuvre first. Das Café Höhe öffnet.", query="cafe hohe")
    assert [passage.text[slice(*mark)] for mark in passage.marks] == ["Café Höhe"]


def test_search_finds_ideographs_anywhere() -> None:
    (passage,) = search(text="港口会议召开。产量增长百分之四。", query="增长")
    assert passage.text == "产量增长百分之四。"


def test_search_keeps_to_its_limit_and_the_order_of_the_text() -> None:
    found = search(text="One mine.\n" * 50, query="mine", limit=7)
    assert [passage.start for passage in found] == [10 * number for number in range(7)]


@pytest.mark.parametrize("query", ["", "  ", "(?:", "\\", "zebra", "\x00"])
def test_search_for_nothing_or_for_signs_finds_nothing(query: str) -> None:
    assert search(text=TEXT, query=query) == ()


def test_what_is_proposed_can_be_cited() -> None:
    from sources.anchoring import anchor, select

    for passage in propose(claim="Dredging of a basin; the board met; nobody objects", text=TEXT):
        selector = select(TEXT, passage.text, passage.start)
        assert selector is not None
        place = anchor(TEXT, selector.exact, selector.prefix, selector.suffix)
        assert place == (passage.start, passage.end)
