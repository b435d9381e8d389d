"""Whatever the text, it can be read, and it bears itself out."""

from hypothesis import given
from hypothesis import strategies as st

from sources.figures import Record, bears_out, mentions, unsupported

# Pieces that change each other's meaning where they meet.
PIECES = (
    "1,200 4.2 12,5 1.200 1.2.3 2025 2030 24 7 90 16 1990 0.5 5 third second first fifth ten half "
    "a an one two twenty hundred thousand million bn m k % per cent percentage points basis tonnes "
    "kt t MW km hours years quarter quarters months October Oct. May March Q3 H1 3Q25 FY25 "
    "2025-10-24 24/10/2025 9:30 p.m. $ US$ € ¥ EUR yuan dollars to and of between from the - – / "
    ", . ; : ( ) “ ” ' ’s \n II Phase No. Mr Dr. U.S. R&D St. Kestrel Mining Ltd Nordhavn Port "
    "Authority NPA Lena L. Hartwig de von Chinese China United States Kingdom European Union for "
    "The Ministry Bank Group 年 月 日 万 亿 吨 元 第三季度 前三季度 上半年 至 Äö ½ m² st th s"
).split(" ")
texts = st.text() | st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", " ", "-")))
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@given(texts)
def test_a_text_bears_itself_out(text: str) -> None:
    assert unsupported(text, [text]) == ()


@given(texts)
def test_a_mention_is_what_stands_at_its_place(text: str) -> None:
    found = mentions(text)
    assert all(text[each.start : each.end] == each.text != "" for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


@given(texts, texts)
def test_a_further_document_never_makes_an_alarm(text: str, document: str) -> None:
    assert set(unsupported(text, [text, document])) <= set(unsupported(text, [text]))


@given(texts, texts)
def test_comparing_any_two_texts_raises_nothing(claim: str, document: str) -> None:
    record = Record(document)
    assert all(bears_out(record, each) in (True, False) for each in mentions(claim))
