"""First stage: bytes to text."""

import json
from typing import Any

import pytest

from sources.ingest.errors import BinaryInputError, EmptyInputError, IngestError, TooLargeError
from sources.ingest.read import read_bytes
from sources.ingest.read.post import NoPostInJsonError

WORDS = "Zoë’s mine — “Årdal” — sold 5 t of ore"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("windows-1252", "windows-1252"),
    ],
)
def test_text_is_read_whatever_its_encoding(encoding: str, named: str) -> None:
    read = read_bytes(WORDS.encode(encoding))
    assert read.text == WORDS
    assert read.encoding == named


def test_stray_bytes_in_utf8_are_read_as_windows_1252() -> None:
    read = read_bytes("Zoë’s mine – Årdal ".encode() + b"5 \x80 a ton")
    assert read.text == "Zoë’s mine – Årdal 5 € a ton"
    assert read.encoding == "utf-8"


def test_character_cut_in_two_at_the_end_is_left_out_and_noted() -> None:
    read = read_bytes("The mine’".encode()[:-1])
    assert read.text == "The mine"
    assert read.notes == ("The last character was cut in two and is left out.",)


def test_line_ends_become_uniform_and_nuls_go() -> None:
    read = read_bytes(b"one\r\ntwo\rthree\x0cfour\x00")
    assert read.text == "one\ntwo\nthree\nfour"
    assert len(read.notes) == 2


@pytest.mark.parametrize("raw", [b"", b"   \n\t\r\n", b"\x00\x00", "\ufeff \n".encode()])
def test_nothing_is_refused_as_nothing(raw: bytes) -> None:
    with pytest.raises(EmptyInputError, match="Paste the text"):
        read_bytes(raw)


def test_more_than_the_limit_is_refused_with_both_figures() -> None:
    with pytest.raises(TooLargeError, match="11 bytes; at most 10"):
        read_bytes(b"x" * 11, limit=10)
    assert read_bytes(b"x" * 10, limit=10).text == "x" * 10


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04...", "an Office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (bytes(range(1, 32)) * 4, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, kind: str) -> None:
    with pytest.raises(BinaryInputError, match=kind):
        read_bytes(raw)


def test_every_refusal_is_one_kind_of_error() -> None:
    assert all(
        issubclass(each, IngestError)
        for each in (BinaryInputError, EmptyInputError, NoPostInJsonError, TooLargeError)
    )


def test_html_becomes_lines_with_marks_for_its_structure() -> None:
    page = (
        "<html><head><title>x</title><script>y()</script></head><body><h1>Ore</h1>"
        "<p>First <em>line</em>.<br>Second&nbsp;line.</p><ul><li>One<ul><li>Two</li></ul></li></ul>"
        "<ol><li>A</li><li>B</li></ol><p><strong>Why it matters:</strong> a lot.</p>"
        "<table><tr><th>Mine</th><th>t</th></tr><tr><td>Ny</td><td>5</td></tr></table></body></html>"
    )
    read = read_bytes(page.encode())
    assert read.form == "html"
    assert read.text.split("\n") == [
        "# Ore",
        "",
        "First line.",
        "Second\xa0line.",
        "",
        "- One",
        "  - Two",
        "",
        "1. A",
        "2. B",
        "",
        "**Why it matters:** a lot.",
        "",
        "| Mine | t |",
        "|---|---|",
        "| Ny | 5 |",
    ]
    assert "y()" in [each.text for each in read.dropped]


def test_markup_that_leaves_no_mark_is_accounted_for_once() -> None:
    read = read_bytes(b'<div class="share"><p>One.</p><p>Two.</p></div><div class="share"></div>')
    assert [each.text for each in read.dropped] == ['<div class="share">']


def test_navigation_and_forms_of_a_page_are_no_text() -> None:
    page = b"<nav><a href='/'>Home</a></nav><p>Ore.</p><form><button>Go</button></form><p>Tin.</p>"
    read = read_bytes(page)
    assert read.text == "Ore.\n\nTin."
    assert {"Home", "Go"} <= {each.text for each in read.dropped}


def test_one_stray_tag_makes_no_page() -> None:
    assert read_bytes(b"Ore prices<br>rose.").form == "plain"


def test_less_than_sign_in_plain_text_is_no_markup() -> None:
    text = "Grades below 2 % (x<5 and y>3) were left in the ground."
    assert read_bytes(text.encode()).text == text


def post(**fields: Any) -> bytes:
    whole = {"id": 7, "date": "2024-11-02T08:00:00", **fields}
    return json.dumps(whole).encode()


def test_post_gives_title_date_and_body() -> None:
    raw = post(
        title={"rendered": "Vell&#8217;s cranes"},
        content={"rendered": "<p>Four cranes.</p><h2>Cost</h2><p>A lot.</p>"},
    )
    read = read_bytes(raw)
    assert read.form == "post"
    assert read.text == (
        "# Vell’s cranes\n\n2024-11-02T08:00:00\n\nFour cranes.\n\n## Cost\n\nA lot."
    )
    assert read.dropped[0].reason == "JSON envelope"


def test_list_of_posts_gives_the_first() -> None:
    raw = b"[" + post(title="Ore", content="<p>Text.</p>") + b"," + post(title="Two") + b"]"
    assert read_bytes(raw).text.startswith("# Ore")


def test_article_of_json_ld_is_a_post_too() -> None:
    raw = json.dumps({"@type": "NewsArticle", "headline": "Ore", "articleBody": "Text."}).encode()
    assert read_bytes(raw).text == "# Ore\n\nText."


@pytest.mark.parametrize("length", range(95, 132))
def test_post_cut_anywhere_in_its_body_gives_what_stands_before(length: int) -> None:
    raw = post(title="Ore", content={"rendered": "<p>Zoë\u2019s \U0001f600 mine sold ore.</p>"})
    read = read_bytes(raw[:length])
    assert read.text.startswith("# Ore\n\n2024-11-02T08:00:00\n\nZo")
    assert "The JSON ends in the middle." in read.notes
    read.text.encode()


def test_json_without_a_body_says_which_members_it_looked_for() -> None:
    with pytest.raises(NoPostInJsonError, match="articleBody"):
        read_bytes(b'{"title": "Ore"}')


def test_half_of_a_surrogate_pair_never_reaches_the_text() -> None:
    raw = b'{"content": "<p>Ore \\ud83d sold.</p>"}'
    assert read_bytes(raw).text == "Ore \N{REPLACEMENT CHARACTER} sold."


def test_tags_that_were_escaped_are_read_as_tags() -> None:
    read = read_bytes(b"&lt;h2&gt;Ore&lt;/h2&gt;&lt;p&gt;First, the ore.&lt;/p&gt;")
    assert read.text == "## Ore\n\nFirst, the ore."
    assert read.notes == ("Tags that had been escaped were read as tags.",)


def test_one_escaped_tag_in_plain_text_stays_as_it_is() -> None:
    assert read_bytes(b"The tag &lt;p&gt; begins it.").text == "The tag &lt;p&gt; begins it."
