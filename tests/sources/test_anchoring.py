"""A quote is found again where it stands, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.anchoring import anchor, select

TEXT = (
    "The board met on Friday. It raised the budget for safety by four per cent. "
    "Later the board met again, and it raised the budget for research by nine per cent. "
    "The minutes say that the harbour stays open through the winter and that pilots are on duty "
    "day and night. The board met on Friday. Nobody objected."
)


def test_selector_holds_the_quote_and_its_place() -> None:
    selector = select(TEXT, "harbour stays open")
    assert selector is not None
    assert TEXT[selector.start : selector.end] == selector.exact == "harbour stays open"
    assert TEXT.endswith(selector.prefix, 0, selector.start)
    assert TEXT.startswith(selector.suffix, selector.end)


def test_quote_that_is_not_in_the_text_has_no_selector() -> None:
    assert select(TEXT, "harbour is closed") is None
    assert select(TEXT, "") is None


def test_context_grows_until_the_passage_is_unique() -> None:
    text = "x" * 200 + "target" + "x" * 200 + "target" + "x" * 200
    selector = select(text, "target", start=406)
    assert selector is not None
    assert text.count(selector.prefix + selector.exact + selector.suffix) == 1
    assert anchor(text, "target", selector.prefix, selector.suffix, 406) == (406, 412)


def test_repeated_quote_is_told_apart_by_its_context() -> None:
    second = TEXT.rindex("The board met on Friday")
    selector = select(TEXT, "The board met on Friday", start=second)
    assert selector is not None
    moved = "A new first line. " + TEXT
    found = anchor(moved, selector.exact, selector.prefix, selector.suffix, selector.start)
    assert found == (second + 18, second + 18 + len(selector.exact))


def test_repeated_quote_without_context_is_told_apart_by_its_position() -> None:
    second = TEXT.rindex("The board met on Friday")
    assert anchor(TEXT, "The board met on Friday", start=second) == (second, second + 23)


def test_repeated_quote_without_context_or_position_is_an_orphan() -> None:
    assert anchor(TEXT, "The board met on Friday") is None


def test_short_quote_in_foreign_surroundings_is_an_orphan() -> None:
    selector = select(TEXT, "pilots")
    assert selector is not None
    other = "An essay on aviation: why pilots sleep badly, and what to do about it."
    assert anchor(other, selector.exact, selector.prefix, selector.suffix, selector.start) is None


def test_quote_with_few_edits_is_found() -> None:
    quote = "the harbour stays open through the winter and that pilots are on duty"
    changed = TEXT.replace("stays open through", "stays opened through")
    found = anchor(changed, quote)
    assert found is not None
    assert (
        changed[slice(*found)]
        == "the harbour stays opened through the winter and that pilots are on duty"
    )


def test_quote_with_many_edits_is_an_orphan() -> None:
    quote = "the harbour stays open through the winter and that pilots are on duty"
    changed = TEXT.replace("stays open through the winter", "is closed for most of the summer")
    assert anchor(changed, quote) is None


def test_quote_with_two_look_alikes_is_an_orphan() -> None:
    quote = "it raised the budget for harvests by six per cent this year"
    text = (
        "In spring it raised the budget for harvest by six per cent this year. Much followed. "
        "In autumn it raised the budget for harvests by ten per cent this year. The end."
    )
    assert anchor(text, quote) is None


def test_position_does_not_excuse_a_changed_passage() -> None:
    assert anchor("Completely different words stand here now.", "The board met", start=0) is None


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_nothing_is_anchored_to_nothing(nothing: str) -> None:
    assert anchor(TEXT, nothing) is None


@given(st.text("abc ", min_size=1, max_size=60), st.data())
def test_a_selector_always_leads_back_to_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = select(text, text[start:end], start=start)
    assert selector is not None
    found = anchor(text, selector.exact, selector.prefix, selector.suffix, selector.start)
    assert found == (start, end) or not selector.exact.strip()


@given(st.integers(0, 68), st.sampled_from(["delete", "insert", "replace"]))
def test_one_edit_anywhere_is_forgiven(place: int, deed: str) -> None:
    quote = "the harbour stays open through the winter and that pilots are on duty"
    inserted = {"delete": "", "insert": "#" + quote[place], "replace": "#"}[deed]
    text = TEXT.replace(quote, quote[:place] + inserted + quote[place + 1 :])
    found = anchor(text, quote)
    assert found is not None
    assert abs(found[0] - TEXT.index(quote)) <= 1


def test_a_changed_quote_is_found_in_a_long_text() -> None:
    sentences = [
        f"Berth {number} was dredged to {number * 7} metres in week {number % 52}."
        for number in range(8000)
    ]
    quote = "Berth 4321 was dredged to 30247 meters in week 5, as the captain had asked for."
    text = " ".join(sentences).replace(sentences[4321], quote.replace("meters", "metres"))
    found = anchor(text, quote)
    assert found is not None
    assert text[slice(*found)].startswith("Berth 4321 was dredged")


FIGURES = (
    "Halden pit. The board noted the figures. Output was 1,240 tonnes in the third quarter of the "
    "year. The board noted the figures. Torvik pit. The board noted the figures."
)


def _again(quote: str, text: str) -> str | None:
    """What a quote of FIGURES, with its surroundings, is attached to in an edited text."""
    selector = select(FIGURES, quote)
    assert selector is not None
    place = anchor(text, selector.exact, selector.prefix, selector.suffix)
    return None if place is None else text[slice(*place)]


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("1,240", "1,340"),
        ("1,240", "12,240"),
        ("third", "first"),
        ("was", "was not"),
        ("was", "was almost"),
        ("year", "month"),
    ],
)
def test_passage_that_says_something_else_is_no_anchor(said: str, changed: str) -> None:
    quote = "Output was 1,240 tonnes in the third quarter of the year"
    assert _again(quote, FIGURES.replace(said, changed)) is None


def test_spelling_and_endings_are_forgiven() -> None:
    quote = "Output was 1,240 tonnes in the third quarter of the year"
    changed = FIGURES.replace("in the third", "in th third").replace("the year", "the years")
    assert _again(quote, changed) == "Output was 1,240 tonnes in th third quarter of the years"


def test_spacing_and_quotation_marks_are_no_edits() -> None:
    text = "He said: “Nobody objects”, and left."
    assert anchor(text.replace(" ", "\n"), 'said: "Nobody objects", and') == (3, 30)


def test_quote_is_no_part_of_a_longer_number_or_word() -> None:
    assert anchor("Output was 1,240 tonnes.", "Output was 1") is None
    assert anchor("The ministers met.", "The mini") is None


def test_same_words_in_other_surroundings_are_a_look_alike() -> None:
    quote = "Output was 1,240 tonnes in the third quarter of the year"
    moved = "A year ago the archive of another company read so: " + quote + ". Then came the ice."
    assert _again(quote, moved) is None


def test_same_words_under_another_name_are_a_look_alike() -> None:
    text = "Kestrel Mining. Output rose by 4 per cent in the year. The board noted the figures."
    selector = select(text, "Output rose by 4 per cent in the year")
    assert selector is not None
    other = text.replace("Kestrel", "Whimbrel")
    assert anchor(other, selector.exact, selector.prefix, selector.suffix) is None


def test_surroundings_are_known_again_as_a_form_keeps_them() -> None:
    text = "One. \nIt rose.\n\nIt rose.\n\n Two. It rose. Three."
    for start in (6, 16, 32):
        selector = select(text, "It rose.", start)
        assert selector is not None
        prefix, suffix = (" ".join(side.split()) for side in (selector.prefix, selector.suffix))
        assert anchor(text, "It rose.", prefix, suffix) == (start, start + 8)


def test_lines_of_a_form_end_otherwise_than_those_of_the_document() -> None:
    text = "The costs are known.\n\nDredging costs\n3.1 million kroner.\n\nThe board noted that."
    selector = select(text, "Dredging costs\n3.1 million kroner.")
    assert selector is not None
    posted = selector.exact.replace("\n", "\r\n")
    prefix, suffix = selector.prefix.strip(), selector.suffix.strip()
    assert anchor(text, posted, prefix, suffix) == (selector.start, selector.end)


def test_surroundings_that_lost_their_line_breaks_in_a_form_lead_to_the_place() -> None:
    text = "Contents\nThe meeting\nThe board met on Friday.\nTable of Contents\nWhat follows"
    selector = select(text, "The board met on Friday.")
    assert selector is not None
    prefix, suffix = (part.replace("\n", "") for part in (selector.prefix, selector.suffix))
    assert "ContentsWhat" in suffix
    assert anchor(text, selector.exact, prefix, suffix) == (selector.start, selector.end)
