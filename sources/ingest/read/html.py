"""HTML to lines of text with markdown marks, by the standard library's parser alone.

Marks carry structure: "#" headings, "-" and "1." items indented by depth, "|" cells, "**" around a
bold opening of a paragraph, which newsrooms use as a heading.
"""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import islice

from sources.ingest.item import Removal
from sources.ingest.read.result import ReadText

_STRUCTURE = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|article|section|table|tr|td|blockquote|html|body|br|figure)\b[^<>]*>",
    re.IGNORECASE,
)
_ESCAPED = re.compile(
    r"&(?:amp;)?lt;(?P<tag>/?(?:p|div|h[1-6]|ul|ol|li|strong|b|em|i|br|blockquote|table|tr|td|th)"
    r"(?:\s[^<>&]{0,300})?/?)&(?:amp;)?gt;",
    re.IGNORECASE,
)
_ESCAPED_NOTE = "Tags that had been escaped were read as tags."
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details div dl dt figcaption figure footer header
    html main ol p pre section summary table ul
    """.split()
)
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_SILENT = frozenset(
    "button form head iframe nav noscript script select style svg template textarea".split()
)
_BOLD = frozenset({"b", "strong"})
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "embed", "col", "area"]
)


def looks_like_html(text: str) -> bool:
    """At least two tags that build structure; one stray tag in plain text is a leftover."""
    tags = _STRUCTURE.finditer(text)
    return next(tags, None) is not None and next(tags, None) is not None


def unescape_markup(decoded: ReadText) -> ReadText:
    """The text with its tags where a feed or a form escaped them; else the text as it is."""
    count = sum(1 for _ in islice(_ESCAPED.finditer(decoded.text), 2))
    if count < 2:
        return decoded
    text = _ESCAPED.sub(lambda tag: f"<{tag['tag']}>", decoded.text)
    return replace(decoded, text=text, notes=(*decoded.notes, _ESCAPED_NOTE))


def read_html(decoded: ReadText) -> ReadText:
    """The lines of an HTML page or fragment."""
    text, dropped = markup_to_lines(decoded.text)
    cut = ends_in_text(decoded.text)
    return ReadText(text, decoded.encoding, "html", decoded.notes, dropped, cut)


def markup_to_lines(markup: str) -> tuple[str, tuple[Removal, ...]]:
    """Lines of `markup`, and every distinct tag or comment that left no mark in them."""
    writer = _LineWriter()
    writer.feed(markup)
    writer.close()
    return writer.finish()


def ends_in_text(markup: str) -> bool:
    """True where markup stops inside an element: a whole fragment ends with a tag."""
    return not markup.rstrip().endswith(">")


class _LineWriter(HTMLParser):
    """Writes one line per block, and keeps account of what it leaves out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._length = 0
        self._words: list[str] = []
        self._prefix = ""
        self._lists: list[int | None] = []
        self._cells: list[str] | None = None
        self._silent: list[str] = []
        self._dropped: dict[str, Removal] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent or tag in _SILENT:
            self._open_silent(tag)
        if attrs or tag in _SILENT | _VOID - {"br"}:
            self._drop(self.get_starttag_text() or tag, "markup")
        if self._silent:
            return
        if tag in _BOLD and not "".join(self._words).strip():
            self._words.append("**")
        elif tag in ("br", "hr"):
            self._end_line(blank=tag == "hr")
        else:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag in _BOLD:
            self._close_bold()
        else:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            if data.strip():
                self._drop(data.strip(), f"content of <{self._silent[-1]}>")
        else:
            self._words.append(re.sub(r"[ \t\r\n]+", " ", data))

    def handle_comment(self, data: str) -> None:
        self._drop(f"<!--{data}-->", "markup")

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - as inherited
        """Take any section for markup; the inherited method refuses those that it does not know."""
        end = self.rawdata.find(">", i) + 1
        if end:
            self._drop(self.rawdata[i:end], "markup")
        return end or -1

    def finish(self) -> tuple[str, tuple[Removal, ...]]:
        """The text so far; call after `close`."""
        self._end_line()
        return "\n".join(self._lines).strip("\n"), tuple(self._dropped.values())

    def _open_silent(self, tag: str) -> None:
        if tag not in _VOID:
            self._silent.append(tag)

    def _open_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._end_line(blank=True)
            self._prefix = _HEADINGS[tag] + " "
        elif tag in ("ul", "ol"):
            self._end_line(blank=not self._lists)
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._end_line()
            self._prefix = self._item_prefix()
        elif tag == "tr":
            self._end_line()
            self._cells = []
        elif tag in ("td", "th"):
            self._take_words()
        elif tag in _BLOCKS and not self._is_inside_item():
            self._end_line(blank=True)

    def _close_block(self, tag: str) -> None:
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._take_words())
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif tag in ("ul", "ol"):
            self._end_line()
            self._lists = self._lists[:-1]
            self._blank_line(when=not self._lists)
        elif tag == "li":
            self._end_line()
        elif tag in _HEADINGS or (tag in _BLOCKS and not self._is_inside_item()):
            self._end_line(blank=True)

    def _close_bold(self) -> None:
        """Only a bold opening keeps its mark: it may be a heading or a run-in label."""
        text = "".join(self._words)
        if text.lstrip().startswith("**") and text.count("**") == 1:
            bold = text.strip()[2:].strip()
            self._words = [f"**{bold}**" if bold else ""]

    def _is_inside_item(self) -> bool:
        return bool(self._lists and self._prefix) or self._cells is not None

    def _item_prefix(self) -> str:
        depth = max(len(self._lists) - 1, 0)
        if self._lists and (count := self._lists[-1]) is not None:
            self._lists[-1] = count + 1
            return f"{'  ' * depth}{count + 1}. "
        return f"{'  ' * depth}- "

    def _take_words(self) -> str:
        text = re.sub(r" {2,}", " ", "".join(self._words)).strip()
        self._words = []
        return text.removesuffix("**") if text == "**" else text

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        is_first = not (self._lines and self._lines[-1].startswith("|"))
        self._write("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
        if is_first:
            self._write("|" + "---|" * len(cells))

    def _end_line(self, *, blank: bool = False) -> None:
        if self._cells is not None:
            self._words.append(" ")
            return
        text = self._take_words()
        if text:
            self._write(self._prefix + text)
            self._prefix = ""
        self._blank_line(when=blank)

    def _blank_line(self, *, when: bool) -> None:
        if when:
            self._prefix = ""
            if self._lines and self._lines[-1]:
                self._write("")

    def _write(self, line: str) -> None:
        self._lines.append(line)
        self._length += len(line) + 1

    def _drop(self, text: str, reason: str) -> None:
        self._dropped.setdefault(text, Removal(self._length, text, reason))
