"""What a page says to a person: its visible words and the names of what is on it, one by one."""

from collections.abc import Iterator
from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "pre", "code"})
NAMES = frozenset({"alt", "aria-label", "data-label", "placeholder", "title"})


class _Listener(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.said += [value for name, value in attrs if name in NAMES and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def words_of(html: str) -> Iterator[str]:
    """Every text between two tags and every name, with single spaces."""
    listener = _Listener()
    listener.feed(html)
    yield from (words for said in listener.said if (words := " ".join(said.split())))
