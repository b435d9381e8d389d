"""Second stage: damaged marks are made whole by rule, and whole text is left alone."""

from collections.abc import Callable

import pytest

from tests.sources.ingest.stages import repaired

PASSAGES = (
    "Kestrel’s board said “no” to the bid—again—and its chairman, O’Neill, called it “a joke.”",
    "The deal, worth €1.2 billion (£1.0bn; ¥190bn), runs 2026–2030 and covers pages 12–18.",
    "“We won’t sell,” he said. “Not now—not ever.”",
    "It’s the miners’ union that’s angry; the miners’ leaders weren’t told.",
    "He called it “the ‘last chance’ for Europe’s smelters.”",
    "Prices rose 5–7%… and then fell.",
    "The U.S.–China talks, the Sino–Russian pact, and the China–Europe railway.",
    "Temperatures fell to −12 °C; the CO₂ price rose 3×.",
    "The ministry’s “dual circulation”—a phrase coined in 2020—is back.",
    "“Fifteen-Five,” “dual carbon,” and “common prosperity” are slogans.",
    "The company—the country’s largest—said so.",
    "“Is it over?” asked Lind. “It isn’t!”",
    "The group “forge[s] strengths and fill[s] weaknesses”—its words.",
    "Café owners in São Paulo pay 20% more.",
    "The plant (the group’s “flagship”) opened.",
    "“The grip,” the report says, “won’t loosen before 2030.”",
    "• First item’s text",
    "The 2024–25 season, the 15–20 km stretch and the $5–$6 range.",
    "Xi’an and Ya’an are cities; d’Alembert was a man.",
    "José’s café—“Chez Zoë”—and Müller…",
    "Trademark™ and registered® and © 2024.",
)


def thai_without_controls(text: str) -> str:
    """UTF-8 read as ISO 8859-11, its control characters dropped: half of all bytes are gone."""
    raw = (byte for char in text for byte in char.encode() if ord(char) < 0x80 or byte >= 0xA0)
    return bytes(raw).decode("iso-8859-11")


def thai_with_all_bytes(text: str) -> str:
    """UTF-8 read as Windows-874, the bytes that it leaves open shown as Windows-1252 has them."""
    return "".join(_thai(byte) for byte in text.encode())


def _thai(byte: int) -> str:
    raw = bytes([byte])
    return raw.decode("cp874", "ignore") or raw.decode("windows-1252", "ignore") or chr(byte)


def misread(codec: str) -> Callable[[str], str]:
    """UTF-8 read by `codec`, what it has no character for dropped."""
    return lambda text: text.encode().decode(codec, "ignore")


@pytest.mark.parametrize("passage", PASSAGES)
@pytest.mark.parametrize(
    "damage",
    [
        thai_without_controls,
        thai_with_all_bytes,
        misread("windows-1252"),
        misread("latin-1"),
    ],
    ids=["thai, bytes lost", "thai", "western, bytes lost", "latin-1"],
)
def test_passage_comes_back_as_it_was_written(damage: Callable[[str], str], passage: str) -> None:
    assert repaired(damage(passage)).text == passage


@pytest.mark.parametrize("codec", ["cp1251", "cp1250", "mac_roman", "cp437"])
def test_rarer_code_page_is_known_by_a_telling_mark(codec: str) -> None:
    text = "The group’s plant—“the flagship”—cost £3m at 5 °C, ‘all told’."
    assert repaired(misread(codec)(text)).text == text


def test_rarer_code_page_is_not_suspected_without_one() -> None:
    text = "Фирма «СТРОЙДВОР» и «АЛЬТЯ» — новые имена: ВЈ, Г—, С»."
    assert repaired(text).text == text


def test_mark_misread_twice_comes_back() -> None:
    twice = "Kestrel’s".encode().decode("windows-1252").encode().decode("windows-1252")
    assert repaired(twice).text == "Kestrel’s"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("It\x92s \x93over\x94", "It’s “over”"),
        ("R&amp;D isn&#8217;t &ldquo;cheap&rdquo;", "R&D isn’t “cheap”"),
        ("10Â\xa0km, 10Â km", "10\xa0km, 10\xa0km"),
        ("It�s over", "It’s over"),
        ("naÃ¯ve cafÃ©", "naïve café"),
        ("ยฃ5 and ยฉ and 5ยฐ", "£5 and © and 5°"),
        ("Cafรฉ Mรผller in รถdem Land", "Café Müller in ödem Land"),
        ("Chinaโs โpathโ", "China’s “path”"),
        ("โ90s boom", "’90s boom"),
        ("Ð\x9cÐ¾Ñ\x81ÐºÐ²Ð°", "Москва"),
    ],
)
def test_damage_of_other_kinds_is_repaired(damaged: str, whole: str) -> None:
    assert repaired(damaged).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes” — and ‘no’ — to the plan; the ’90s were long…",
        "« Ça va ? » demanda-t-il – l’été à Nîmes, où Zoë naïvement rêvait d’Ålesund.",
        "São Paulo, Âmbar, À LA CARTE, Ã, â, CAFÉ, ï and Â are letters.",
        "ราคาแร่หายากเพิ่มขึ้นร้อยละ 5 ในปี 2568 และรถ EV ขายดี",
        "โค ยก รถ โรงงาน ยาง ร้าน",
        "รถEV กับ โครงการ",
        "北方稀土公布—“价格”上涨5–10%，同比增长。",
        "日本の「レアアース」は…高い。",
        "Фирма — «Северсталь» — выросла на 5–10 %.",
        "Ελληνικά – “ναι”. עברית ”כן“. العربية «نعم»",
        "한국의 ‘희토류’ 가격",
        "5 × 4 = 20 ± 1 °C, ½ ¼ § ¶ µ €5 £6 ¥7 ₂ ² ™ ® ©",
        "a < b && c > d; AT&T; x &unknown; y",
        "👍🏽 emoji, combining e\u0301, \u200bzero width, soft\u00adhyphen",
        "",
        "\n\n  \t\n",
    ],
)
def test_whole_text_is_left_as_it_is(text: str) -> None:
    result = repaired(text)
    assert result.text == text
    assert result.repairs == ()


def test_repairs_tell_place_and_rule() -> None:
    text = "It is Chinaโs plan.\nIt isnโt ours."
    result = repaired(text)
    assert [each.position for each in result.repairs] == [11, 26]
    assert {each.before for each in result.repairs} == {"โ"}
    assert {each.rule for each in result.repairs} == {
        "Thai code page, bytes lost: apostrophe in a word"
    }


def test_reading_that_leaves_another_open_is_not_sure() -> None:
    dashes = repaired("The mine โ the last one โ closed.").repairs
    assert [each.sure for each in dashes] == [False, False]
    apostrophe = repaired("Chinaโs plan").repairs
    assert [each.sure for each in apostrophe] == [True]


def test_unknown_character_that_no_rule_explains_stays() -> None:
    text = "The Mller � family"
    assert repaired(text).text == text


def test_place_after_counts_what_repairs_added_and_took() -> None:
    result = repaired("R&amp;D and R&amp;D")
    assert result.text == "R&D and R&D"
    assert [result.place_after(place) for place in (0, 6, 17)] == [0, 2, 9]
