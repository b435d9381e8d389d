"""Second stage: damage of rarer code pages, of which much is lost; whole text in many scripts."""

import pytest

from tests.sources.ingest.stages import repaired

PASSAGE = (
    "The group’s board said that the plant—“the flagship” of the north—isn’t for sale.\n"
    "It’s worth more than the offer, and the owners’ letter to the staff says so: 2026–2030."
)


def misread(text: str, codec: str) -> str:
    """UTF-8 read by `codec`, bytes that it has no character for as C1 controls."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


def misread_without_controls(text: str, codec: str) -> str:
    """UTF-8 read by an ISO page, whose control characters were dropped."""
    shown = bytes(byte for byte in text.encode() if not 0x80 <= byte < 0xA0)
    return shown.decode(codec, "ignore")


@pytest.mark.parametrize(
    "codec",
    ["cp1253", "cp1255", "cp1257", "koi8_r", "cp850", "cp866", "iso8859_5", "iso8859_7"],
)
def test_code_page_of_another_script_is_known_by_a_telling_mark(codec: str) -> None:
    assert repaired(misread(PASSAGE, codec)).text == PASSAGE


@pytest.mark.parametrize(
    "codec", ["latin_1", "iso8859_13", "iso8859_7", "iso8859_8", "iso8859_5", "iso8859_6"]
)
def test_mark_of_which_one_letter_is_left_is_told_by_the_words_around_it(codec: str) -> None:
    assert repaired(misread_without_controls(PASSAGE, codec)).text == PASSAGE


def test_bullet_and_trade_mark_are_told_by_their_place() -> None:
    text = "It’s the rule of the mine and of the mill:\n• Kestrel™ is not to move\n• It’s shut"
    assert repaired(misread_without_controls(text, "latin_1")).text == text


@pytest.mark.parametrize("codec", ["cp1253", "cp1255"])
def test_quotation_marks_without_their_last_byte_are_paired(codec: str) -> None:
    damaged = "It’s “over” in the north.".encode().decode(codec, "ignore")
    assert repaired(damaged).text == "It’s “over” in the north."


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("It鈥檚 over", "It’s over"),
        ("the plant鈥攖he flagship鈥攃losed", "the plant—the flagship—closed"),
        ("It鈥檚 鈥渙ver鈥�, he said", "It’s “over”, he said"),
        ("It鈥檚 a caf茅 of 5 掳C", "It’s a café of 5 °C"),
        ("鈥� It鈥檚 over\n鈥� It鈥檚 on", "• It’s over\n• It’s on"),
        ("It窶冱 窶徙ver窶�, he said", "It’s “over”, he said"),
        ("It鈥檚 done 馃敼 here", "It’s done 🔹 here"),
    ],
)
def test_mark_that_swallowed_the_letter_behind_it_comes_back(damaged: str, whole: str) -> None:
    assert repaired(damaged).text == whole


@pytest.mark.parametrize("codec", ["cp1251", "windows-1252", "cp866", "koi8_r", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Завод в городе закрыт — и на складе «ноль» тонн № 5, это до 1 мая.",
        "Το εργοστάσιο «έκλεισε» – και η πόλη το ξέρει.",
    ],
)
def test_whole_text_in_another_script_comes_back(codec: str, text: str) -> None:
    assert repaired(misread(text, codec)).text == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("A &amp;amp; B", "A & B"),
        ("It&amp;#8217;s 5&amp;nbsp;&amp;micro;g", "It’s 5\xa0µg"),
        ("caf&eacute; in S&atilde;o Paulo &mdash; &frac12; price", "café in São Paulo — ½ price"),
        ("Done ðŸ‘\x8d by noon", "Done 👍 by noon"),
        ("It’s вљ\xa0пёЏ late вЂ“ “no”", "It’s ⚠️ late – “no”"),
    ],
)
def test_character_that_was_escaped_or_misread_is_read(damaged: str, whole: str) -> None:
    assert repaired(damaged).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "The dose of β-carotene and the β of the stock: in the trial, TGFβ fell with interferon β.",
        "The château and the pâté of the maître d’hôtel: that is the côte, and the cost of it.",
        "Le château, l’âme et la pâte qu’il donnât : « hélas », dit-il – bâtir coûte.",
        "Cât de mâine e în pâine? Românii rămân: „atât”.",
        "Người Việt nhận lương cân đối, âm thầm.",
        "Ο Βασίλης είπε: «β, Β και γ» – ΒΓΔ… “ναι”.",
        "העובדים אמרו “כן” – וג׳ורג׳ גר בגבעה.",
        "В т. ч. «тАк» и ТС — Рїб, РЎ, СЃ: сокращения.",
        "Україна: «Рівне, Київ і Ґалаґан» — є їжа.",
        "Łódź, Gdańsk i Świętokrzyskie – „tak”, powiedział Ćwikła.",
        "Příliš žluťoučký kůň úpěl ďábelské ódy – „ano“.",
        "Çelik şirketi “İstanbul’da” üretimi artırdı – yüzde 5’ten 7’ye.",
        "Latvijā “tā” – ār ķēdes; Lietuvoje „taip“ – žąsis.",
        "青岚集团表示：“贫窶者”与鈥是生僻字——没有损坏…",
        "貧窶な時代、「レアアース」の価格は…高い・安い。",
        "한국의 ‘희토류’ 가격이 5% 올랐다—“사상 최고”.",
        "ราคา “แร่” เพิ่ม – โรงงานปิด…",
        "قال المدير: «خطأ» – والسوق، كما يقول، “قوية”.",
        "हिन्दी में “दुर्लभ” खनिज – महँगे…",
        "Tiếng Việt: “đất hiếm” – giá tăng.",
        "It isn’t clear; the α, β and γ lines of the mill, in Δt, run at 5 µm of 3 Ω.",
        "│ ├── └── ░▒▓ ─ ═ ╬ √ ≈ tree of the files, and of the lines in it",
    ],
)
def test_whole_text_of_a_language_is_left_as_it_is(text: str) -> None:
    assert repaired(text).repairs == ()
