"""What readers write becomes paragraphs and links and nothing else, whatever they try."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.formats.remarks import one_line, plain, remark_html

LINK = '<a href="{0}" rel="nofollow ugc">{0}</a>'
ONLY = re.compile(
    r'(?:<p dir="auto">|</p>|<br>|<a href="https?://[^"<>]+" rel="nofollow ugc">|</a>|[^<>])*',
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hello.", '<p dir="auto">Hello.</p>'),
        ("One\ntwo", '<p dir="auto">One<br>two</p>'),
        ("One\n\ntwo", '<p dir="auto">One</p>\n<p dir="auto">two</p>'),
        ("One\r\n \t\r\n\r\ntwo", '<p dir="auto">One</p>\n<p dir="auto">two</p>'),
        ("\n\n \n", ""),
        ("A & B < C", '<p dir="auto">A &amp; B &lt; C</p>'),
    ],
)
def test_lines_and_paragraphs_are_kept(text: str, shown: str) -> None:
    assert remark_html(text) == shown


@pytest.mark.parametrize(
    ("text", "url", "rest"),
    [
        ("See https://a.example/b?c=d#e.", "https://a.example/b?c=d#e", "."),
        ("(https://a.example/b)", "https://a.example/b", ")"),
        ("https://a.example/b_(c)", "https://a.example/b_(c)", ""),
        ("https://a.example/b_(c)).", "https://a.example/b_(c)", ")."),
        ("HTTP://a.example, then", "HTTP://a.example", ", then"),
        ("https://a.example/字", "https://a.example/字", ""),
    ],
)
def test_address_of_a_page_becomes_a_link(text: str, url: str, rest: str) -> None:
    shown = remark_html(text)
    assert LINK.format(url) + rest in shown


def test_ampersand_of_an_address_is_escaped_once() -> None:
    url = "https://a.example/?b=1&amp;c=2"
    assert LINK.format(url) in remark_html("https://a.example/?b=1&c=2")


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "//a.example/",
        "www.a.example",
        "mailto:a@b.example",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://user:pass@evil.example/",
        "https://bаnk.example/",  # a Cyrillic letter
        "https://[::1",
        "https://?x",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_no_link(text: str) -> None:
    shown = remark_html(text)
    assert "<a" not in shown
    assert html.unescape(re.sub("<[^>]+>", "", shown)) == text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        'https://a.example/"onmouseover="alert(1)',
        "https://a.example/'onmouseover='alert(1)",
        "https://a.example/<script>alert(1)</script>",
        "https://a.example/`alert(1)`",
        '[link](javascript:alert(1)) https://a.example/" style="x',
        "<a href='javascript:alert(1)'>https://a.example</a>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<!-- --><![CDATA[x]]>",
        "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
        "{{ 7*7 }}{% load i18n %}",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    shown = remark_html(text)
    assert ONLY.fullmatch(shown)
    assert "{{" not in text or "{{ 7*7 }}" in shown


@given(st.text(alphabet=st.sampled_from("<>\"'&/:=(){}[]`\\\n\t .xa@%#?httpsHTTP\u202e\u2066\x00")))
def test_nothing_but_paragraphs_breaks_and_links_ever_comes_out(text: str) -> None:
    shown = remark_html(text)
    assert ONLY.fullmatch(shown)
    assert shown.count("<p ") == shown.count("</p>")
    assert shown.count("<a ") == shown.count("</a>")


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_controls_that_turn_text_round_are_left_out(control: str) -> None:
    assert plain(f"a{control}b") == "ab"
    assert control not in remark_html(f"https://a.example/{control}gpj.exe")
    assert one_line(f"Mod{control}erator\n ") == "Moderator"


@pytest.mark.parametrize(
    "text", ["می‌خواهم", "👩‍🚀", "עִבְרִית", "a\u200eb", "naïve", "日本語", "x\ty"]
)
def test_signs_that_languages_need_are_kept(text: str) -> None:
    assert plain(text) == text
