"""What a text mentions, of which kind, and in which normal form."""

from fractions import Fraction

import pytest

from sources.figures import Kind, mentions, unsupported
from sources.figures.mention import Date, Leeway, Part, Quantity, Span, Value

TEXT = (
    "In the third quarter of 2025 Falkenau Metals AG made about 4,200 tonnes, up 12.5 per cent, "
    "and spent €38m. By 31 March 2026 Lena Hartwig wants the plan for 2026-2030; its first phase "
    "takes five years and 46 mines."
)


def test_every_kind_is_found_in_the_order_of_the_text() -> None:
    assert [(each.kind, each.text) for each in mentions(TEXT)] == [
        (Kind.QUARTER, "third quarter of 2025"),
        (Kind.NAME, "Falkenau Metals AG"),
        (Kind.NUMBER, "4,200 tonnes"),
        (Kind.PERCENTAGE, "12.5 per cent"),
        (Kind.AMOUNT, "€38m"),
        (Kind.DATE, "31 March 2026"),
        (Kind.NAME, "Lena Hartwig"),
        (Kind.PERIOD, "2026-2030"),
        (Kind.NUMBER, "first"),
        (Kind.PERIOD, "five years"),
        (Kind.NUMBER, "46"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.2 kt", Quantity(Fraction("4.2"), "g", Fraction(10**9))),
        ("three hundred and ten thousand", Quantity(Fraction(310_000))),
        ("US$1.2bn", Quantity(Fraction(1_200_000_000), "USD")),
        ("35 lakh", Quantity(Fraction(3_500_000))),
        ("4.2万吨", Quantity(Fraction(42_000), "g", Fraction(10**6))),
        ("3 March 2026", Date(2026, 3, 3)),
        ("Oct. 24", Date(None, 10, 24)),
        ("2025年10月24日", Date(2025, 10, 24)),
        ("between 2026 and 2030", Span(2026, 2030)),
        ("2025/26", Span(2025, 2026)),
        ("3Q25", Part(3, 3, 2025)),
        ("第三季度", Part(3, 3)),
        ("second half of 2026", Part(6, 2, 2026)),
    ],
)
def test_normal_form_does_not_depend_on_the_spelling(text: str, value: Value) -> None:
    (mention,) = mentions(text)
    assert mention.readings == (value,)


def test_size_is_the_same_in_every_unit_of_a_dimension() -> None:
    (one,), (other,) = mentions("1.2 kt"), mentions("1,200 tonnes")
    (first,), (second,) = one.readings, other.readings
    assert isinstance(first, Quantity)
    assert isinstance(second, Quantity)
    assert first.size == second.size == 1_200_000_000


@pytest.mark.parametrize(
    ("text", "leeway"),
    [
        ("about 40 mines", Leeway.ABOUT),
        ("more than 40 mines", Leeway.OVER),
        ("nearly 40 mines", Leeway.UNDER),
        ("a third of mines", Leeway.ABOUT),  # never exact in percent
        ("40 mines", Leeway.NONE),
    ],
)
def test_hedge_gives_leeway(text: str, leeway: Leeway) -> None:
    assert mentions(text)[0].leeway is leeway


def test_number_of_a_list_item_is_no_figure() -> None:
    assert mentions("1. Cut costs\n2) Report faults") == ()


@pytest.mark.parametrize(
    "text",
    [
        "One of the mines closed, and the two others may follow.",
        "Hundreds of miners left. Some came back on Monday.",
        "Publish the figures. Tighten control. Meanwhile, prices fell.",
        "OUTPUT ROSE AGAIN",
        "Why it matters: the CEO and the Board agree.",
        "What the Workers Say\nWhat Each Side Says\nWhat He Saw",
    ],
)
def test_ordinary_words_are_no_mentions(text: str) -> None:
    assert mentions(text) == ()


def test_heading_is_looked_through_word_by_word() -> None:
    heading = "Kestrel Lifts Output At Falkenau Smelter As Prices Rise"
    assert [each.text for each in mentions(heading)] == ["Kestrel", "Falkenau"]


def test_name_is_cut_at_titles_and_possessives() -> None:
    text = "So said Kestrel Mining’s Chief Executive Lena Hartwig and Minister of Trade Ada Brandt."
    names = [each.text for each in mentions(text)]
    assert names == ["Kestrel Mining", "Lena Hartwig", "Trade Ada Brandt"]


def test_any_of_several_documents_bears_a_mention_out() -> None:
    claim = "Kestrel made 4,200 tonnes in Oslo"
    documents = ["Kestrel made 4.2 kt.", "A plant in Bergen."]
    assert [each.text for each in unsupported(claim, documents)] == ["Oslo"]


def test_without_documents_nothing_is_borne_out() -> None:
    assert [each.text for each in unsupported("Kestrel made 5 t", [])] == ["Kestrel", "5 t"]


def test_names_are_not_looked_for_in_a_document_of_other_letters() -> None:
    claim = "Redcliff made 43,000 tonnes in Q3"
    assert [each.text for each in unsupported(claim, ["三季度红崖产量达4.2万吨"])] == [
        "43,000 tonnes"
    ]


def test_decimal_comma_is_told_from_the_rest_of_the_document() -> None:
    german = "Es waren 1.250 Tonnen, 3,4 Prozent weniger."
    assert unsupported("1,250 tonnes, 3.4 per cent", [german]) == ()
    assert unsupported("1.25 tonnes", [german]) != ()


def test_long_row_of_digits_is_a_code() -> None:
    assert mentions("9" * 5000) == ()
