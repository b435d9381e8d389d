"""What holds for every text there is: nothing whole is touched, nothing is lost, nothing breaks."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.ingest import (
    BulletList,
    DataTable,
    HighlightNode,
    IngestError,
    Paragraph,
    ParsedItem,
    Part,
    ingest_bytes,
)
from sources.ingest.report import report_item
from tests.sources.ingest.stages import STORY, ingested, repaired
from tests.sources.ingest.test_repair import PASSAGES, thai_with_all_bytes, thai_without_controls

WORDS = """
    mine ore Zoë café São Łódź naïve Ångström Çelik œuvre Москва Россия Ελλάδα ราคา รถยนต์ ยาง
    แร่หายาก โรงงาน 北方稀土 価格 レアアース 희토류 עברית العربية 5 2026 12.5 €5 £6 CO₂ 3× °C ½ ©2024
    ® ™ R&D AT&T x<y a>b # * - _ | ’tis it’s “yes” ‘no’ « oui » … – — − • → ✓ (a) [b] {c} ; : ! ? /
""".split()
SEPARATORS = [" ", " ", " ", "\n", "\n\n", "\t", "\xa0", ", ", ". "]
LINES = [
    *STORY,
    "Highlights",
    "**Key Takeaways**",
    "The plant will:",
    "Water From the Hills",
    "## Salt in the Flat",
    "Why it matters: Water is power in the flat.",
    "- Halve the dust",
    "  - on every line of the mill",
    "1. Report each shipment",
    "The ministry told makers to:",
    "| Quarter | Tonnes |",
    "| Q1 | 31 |",
    "Disclaimer: This news comes from the Vell Gazette.",
    "This report is based on a statement by Kestrel Group.",
    "Advertisement",
    "Table of Contents",
    "By Ida Berg | Jan 4, 2026",
    "Itโs the minersโ union",
    "Certainly! Here is your article:",
    "3 Comments",
    "",
    "",
]
# What stood before a disclaimer or above the highlights.
WORDS_OF_LABELS = {"Disclaimer", "Highlights", "Key", "Takeaways"}


def whole_texts() -> st.SearchStrategy[str]:
    """Texts of many scripts in which no code page went wrong."""
    pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS))
    return st.lists(pieces, max_size=40).map(lambda each: "".join(a + b for a, b in each))


@given(whole_texts())
def test_text_that_was_never_damaged_comes_back_byte_for_byte(text: str) -> None:
    assert repaired(text).text.encode() == text.encode()


@given(st.text(alphabet=st.characters(min_codepoint=9, max_codepoint=126, exclude_characters="&")))
def test_plain_ascii_is_never_repaired(text: str) -> None:
    assert repaired(text).repairs == ()


@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=4), st.booleans())
def test_what_was_repaired_needs_no_second_repair(passages: list[str], lossy: bool) -> None:
    damage = thai_without_controls if lossy else thai_with_all_bytes
    text = repaired(damage("\n".join(passages))).text
    assert repaired(text).text == text


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(IngestError):
        report_item(ingest_bytes(raw))


@given(st.sampled_from([b"", b"<p>x</p><p>", b'{"content": "', b"\xff\xfe"]), st.text(max_size=200))
def test_text_of_any_kind_is_read_or_refused_whatever_it_begins_like(
    start: bytes, text: str
) -> None:
    with contextlib.suppress(IngestError):
        report_item(ingest_bytes(start + text.encode(errors="replace")))


@pytest.mark.parametrize(
    "raw",
    [
        b"<p>a</p><p><![unknown[ x ]]></p>",
        b"<p>a</p><p><!DOCTYPE [<!ELEMENT",
        b"<p>a</p><p>&#99999999999;</p>",
        b'{"content": ' + b"[" * 100_000,
        b'{"content": "' + b"\\",
        b"<ul>" * 3000 + b"</p>x",
        b"</li></ul></table></td>" * 3 + b"x",
    ],
)
def test_markup_that_is_broken_breaks_nothing(raw: bytes) -> None:
    assert ingest_bytes(raw).repaired_text


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_records_point_at_what_they_tell(lines: list[str]) -> None:
    item = ingested("\n".join(["x", *lines]))
    for repair in item.repairs:
        end = repair.position + len(repair.before)
        assert item.source_text[repair.position : end] == repair.before
    for removal in item.removals:
        assert item.repaired_text.startswith(removal.text, removal.position)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_every_word_is_in_a_part_or_in_a_removal(lines: list[str]) -> None:
    item = ingested("\n".join(["x", *lines]))
    lost = Counter(words_of(left_of(item))) - Counter(
        word for text in texts_of(item) for word in words_of(text)
    )
    assert set(lost) <= WORDS_OF_LABELS


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_same_bytes_give_an_equal_item(lines: list[str]) -> None:
    raw = "\n".join(["x", *lines]).encode()
    assert ingest_bytes(raw) == ingest_bytes(raw)


def left_of(item: ParsedItem) -> str:
    """The repaired text with blanks where something was removed."""
    text = item.repaired_text
    for removal in item.removals:
        end = removal.position + len(removal.text)
        text = text[: removal.position] + " " * len(removal.text) + text[end:]
    return text


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def texts_of(item: ParsedItem) -> Iterator[str]:
    """Every string of the item that a reader would see."""
    yield item.title or ""
    yield item.disclaimer.text
    yield from flat(item.highlights)
    for part in item.opening:
        yield from texts_of_part(part)
    for section in item.sections:
        yield section.heading
        for part in section.parts:
            yield from texts_of_part(part)


def texts_of_part(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield part.text
    elif isinstance(part, BulletList):
        yield from flat(part.items)
    elif isinstance(part, DataTable):
        yield from (cell for row in part.rows for cell in row)
    else:
        yield from (f"{each.text} {each.summary}" for each in part.directives)


def flat(nodes: tuple[HighlightNode, ...]) -> Iterator[str]:
    for node in nodes:
        yield node.text
        yield from flat(node.children)
