"""Words as an index holds them, the same for texts and queries, on whatever database."""

import pytest

from articles.fulltext.text import fold, indexed, is_common, spellings, term


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rare-earth prices: 36,000 t!", "rare earth prices 36 000 t"),
        ("Köln, Łódź, Straße", "koln łodz strasse"),
        ("China’s and Tarnfjell's", "china and tarnfjell"),
        ("ﬁne ½", "fine 1 2"),
        ("包钢集团", "包钢 钢集 集团 团"),
        ("in 包钢.", "in 包钢 钢"),
        ("5G网络 is", "5g 网络 络 is"),
        ("レアアース", "レア アア アー ース ス"),
        ("ガス と かす", "ガス ス と かす す"),
        ("내몽고", "내몽 몽고 고"),
        ("中・日", "中 日"),
        ("snake_case", "snake case"),
        ("topic:nickel is:public", "topic nickel is public"),
        ("ميناء سوندهافن", "ميناء سوندهافن"),
        ("…", ""),
    ],
)
def test_text_becomes_words_that_both_engines_take_alike(text: str, words: str) -> None:
    assert indexed(text) == words


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("Rare-Earth", "rare earth"),
        ("包钢", "包钢"),
        ("包钢集团", "包钢 钢集 集团"),
        ("钢", "钢"),
        ("网络 5G", "网络 络 5g"),
        ("5G网络", "5g 网络"),
        ("!", ""),
    ],
)
def test_term_stands_in_every_text_that_has_it(typed: str, looked_for: str) -> None:
    assert term(typed) == looked_for


@pytest.mark.parametrize("text", ["包钢集团公司", "在包钢集团", "包钢集团 5G"])
def test_run_is_found_wherever_it_stands_in_a_longer_one(text: str) -> None:
    assert f" {term('包钢集团')} " in f" {indexed(text)} "


def test_voiced_kana_is_another_letter_and_no_accent() -> None:
    assert fold("が") != fold("か")


def test_long_word_is_cut_and_a_long_text_too() -> None:
    assert len(indexed("x" * 5000)) == 100
    assert len(indexed("word " * 200_000)) < 400_001


@pytest.mark.parametrize(
    ("a_term", "common"), [("the", True), ("out of", True), ("the ore", False)]
)
def test_words_that_stand_everywhere_are_common(a_term: str, common: bool) -> None:
    assert is_common(a_term) is common


def test_words_that_can_be_misspelt_are_of_letters_alone() -> None:
    texts = [indexed("The ore of 2026, x86, 包钢, freeboard and ab")]
    assert spellings(texts) == {"ore", "freeboard"}
