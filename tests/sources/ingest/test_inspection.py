"""The same rules, asked of text that somebody wrote: the gate of publication rests on them."""

import pytest

from sources.ingest.inspection import find_damage, find_leftovers


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes” — and ‘no’ — to the ministry’s plan; the ’90s were long…",
        'Straight "quotes", it\'s said, are no damage; nor are R&D, <5 %, or a < b.',
        "« Ça va ? » demanda-t-il – l’été à Nîmes, où Zoë rêvait d’Ålesund, São Paulo et Łódź.",
        "ราคาแร่หายากเพิ่มขึ้นร้อยละ 5 และรถ EV ขายดี",
        "北方稀土公布—“价格”上涨5–10%。",
        "Фирма — «Северсталь» — выросла на 5–10 %.",
        "5 × 4 = 20 ± 1 °C, CO₂, ½, §, ©, ™, €5, £6, ¥7, 10 km",
    ],
)
def test_whole_text_has_neither_damage_nor_leftovers(text: str) -> None:
    assert find_damage(text) == ()
    assert find_leftovers(text) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chinaโs plan", "Chinaโs plan"),
        ("ยฉ 2024", "ยฉ 2024"),
        ("the dealโ€”a big one", "the dealโ€”a big one"),
        ("Itâ€™s over", "Itâ€™s over"),
        ("naÃ¯ve", "naÃ¯ve"),
        ("Itвђ™s over and itвЂ™s out", "over and itвЂ™s out"),
        ("R&amp;D", "R&amp;D"),
        ("It\x92s over", "It\x92s over"),
    ],
)
def test_damage_is_shown_with_the_text_around_it(text: str, shown: str) -> None:
    (found,) = find_damage(text)
    assert shown in found


def test_character_that_nobody_can_restore_is_damage_too() -> None:
    assert find_damage("The M\N{REPLACEMENT CHARACTER}ller family") == (
        "The M\N{REPLACEMENT CHARACTER}ller family",
    )


def test_every_damaged_stretch_is_shown() -> None:
    assert len(find_damage("Chinaโs โpathโ")) == 3


def test_long_text_is_shown_only_around_the_damage() -> None:
    (found,) = find_damage("word " * 100 + "Chinaโs" + " word" * 100)
    assert len(found) < 50


@pytest.mark.parametrize(
    "text",
    [
        "Here's the information presented as an unordered list in HTML:",
        "Certainly! Here is a rewritten version of your article:",
        "I hope this helps!",
        "As an AI language model, I cannot verify these figures.",
        "<!-- /wp:paragraph -->",
        "©!-- /wp:paragraph -->",
        "[gallery ids=“1,2”]",
        "<br />",
        "(opens in a new tab)",
        "```html",
    ],
)
def test_leftover_that_can_never_be_meant_is_shown(text: str) -> None:
    assert find_leftovers(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Search",
        "Related articles",
        "Read more: Graphite prices explained",
        "3 comments",
        "I’ve kept the faith, said the minister.",
        "Should I stay or should I go?",
        "Below is the list of mines:",
        "Here is the full text of the decree:",
        "Let me know the price, said the buyer.",
        "Table of Contents",
        "© 2025 Port Authority",
    ],
)
def test_what_an_editor_may_mean_is_not(text: str) -> None:
    assert find_leftovers(text) == ()
