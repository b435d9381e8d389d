"""From the compiled text column of an edition back to its passages, whatever block they stand in.

Directives are left out: they are data and are compared field by field. The shape of the column is
set by templates/blocks/.
"""

from collections.abc import Mapping
from html.parser import HTMLParser

from django.utils.translation import gettext

from articles.formats.claims import VOID
from articles.formats.difference.passages import Passage

INLINE = frozenset({"a", "b", "strong", "i", "em", "sup", "sub", "span", "abbr", "time", "code"})
SILENT_TAGS = frozenset({"svg", "summary"})
SILENT = frozenset(
    {
        "analysis__author",
        "analysis__label",
        "anchor",
        "citation-mark",
        "directive",
        "margin-notes",
    }
)


def read_column(body_html: str) -> list[Passage]:
    """Every passage in the order of reading, under the heading of its section."""
    reader = _ColumnReader()
    reader.feed(body_html)
    reader.close()
    return reader.passages


class _ColumnReader(HTMLParser):
    """Collects a passage for every element that is not inline; the cells of a row are one."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = []
        self._words: list[str] = []
        self._place = ""
        self._depth = 0
        self._silent = 0  # the depth at which something unread began; 0 for none

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a passage, or something that is not read."""
        values = {name: value or "" for name, value in attrs}
        if tag in VOID:
            self._handle_void(tag, values)
            return
        self._depth += 1
        if self._silent:
            return
        if tag not in INLINE | {"td", "th"}:
            self._end_passage()
        if tag in SILENT_TAGS or SILENT & set(values.get("class", "").split()):
            self._silent = self._depth
        elif tag in ("td", "th") and self._words:
            self._words.append(" · ")
        elif tag == "section":
            self._place = ""

    def handle_endtag(self, tag: str) -> None:
        """End a passage; the heading of a section is the place of what follows."""
        if tag in VOID:
            return
        self._depth -= 1
        if self._silent:
            self._silent *= self._depth >= self._silent
            return
        if tag == "h2":
            self._place = " ".join("".join(self._words).split())
        if tag not in INLINE | {"td", "th"}:
            self._end_passage()

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self._silent:
            self._words.append(data)

    def close(self) -> None:
        """Keep what stands at the end outside any element."""
        super().close()
        self._end_passage()

    def _handle_void(self, tag: str, values: Mapping[str, str]) -> None:
        if self._silent:
            return
        if tag == "img":
            self._end_passage()
            self._words.append(gettext("Picture: %(words)s") % {"words": values.get("alt", "")})
        self._end_passage()

    def _end_passage(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.passages.append(Passage(text, self._place))
