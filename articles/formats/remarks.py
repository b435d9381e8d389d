"""What readers write, as HTML: paragraphs and links, nothing else, and without controls."""

import re
import unicodedata
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Embeddings, overrides and isolates: a text that is left open with one turns round what follows it.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINK = re.compile(r"https?://[^\s<>\"'`{}|\\^]+", re.IGNORECASE)
TRAILING = ".,;:!?…"
BRACKETS = {")": "(", "]": "["}


def plain(text: str) -> str:
    """Without controls, which nobody types and which can show a text as what it is not."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if not _is_control(sign))


def one_line(text: str) -> str:
    """The same in one line, with single spaces."""
    return " ".join(plain(text).split())


def remark_html(text: str) -> SafeString:
    """A reader's text as paragraphs with links to the web; all else is shown as it was typed."""
    paragraphs = (part.strip("\n") for part in re.split(r"\n[^\S\n]*\n\s*", plain(text)))
    return format_html_join(
        "\n", '<p dir="auto">{}</p>', ((_lines(part),) for part in paragraphs if part.strip())
    )


def _lines(paragraph: str) -> SafeString:
    lines = (_linked(line) for line in paragraph.split("\n"))
    return SafeString("<br>".join(lines))  # each is escaped


def _linked(line: str) -> SafeString:
    parts: list[tuple[str]] = []
    end = 0
    for match in LINK.finditer(line):
        url = _without_trailing(match[0])
        if _is_safe(url):
            link = format_html('<a href="{}" rel="nofollow ugc">{}</a>', url, url)
            parts += [(line[end : match.start()],), (link,)]
            end = match.start() + len(url)
    return format_html_join("", "{}", [*parts, (line[end:],)])


def _without_trailing(url: str) -> str:
    """Without the marks of the sentence around it; a closing bracket stays if it was opened."""
    while url:
        last = url[-1]
        is_left_over = last in BRACKETS and url.count(last) > url.count(BRACKETS[last])
        if last not in TRAILING and not is_left_over:
            break
        url = url[:-1]
    return url


def _is_safe(url: str) -> bool:
    """Whether the host is what it seems: no name before an @, no letters that resemble others."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and "@" not in parts.netloc and parts.netloc.isascii()
    except ValueError:
        return False


def _is_control(sign: str) -> bool:
    if sign in "\n\t":
        return False
    return sign in BIDI_CONTROLS or unicodedata.category(sign) in ("Cc", "Cs")
