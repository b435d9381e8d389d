"""Reading our own documents: their code, tables, headings and links, as Markdown has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"

_FENCE = re.compile(r"^```.*?^```[^\n]*$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^(#{1,6}) +(.+?)\s*$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+)\)")
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Document:
    """A Markdown file of the repository."""

    path: Path

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))

    @cached_property
    def text(self) -> str:
        """The file as it is."""
        return self.path.read_text()

    @cached_property
    def prose(self) -> str:
        """The text without fenced blocks."""
        return _FENCE.sub("", self.text)

    @cached_property
    def code(self) -> tuple[str, ...]:
        """Fenced blocks, and what stands between backticks."""
        return (*_FENCE.findall(self.text), *self.spans)

    @cached_property
    def spans(self) -> tuple[str, ...]:
        """What stands between backticks, tables included."""
        return tuple(_SPAN.findall(self.prose))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where links and pictures point, as written."""
        return tuple(_LINK.findall(_SPAN.sub("", self.prose)))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link may name after the #, made as GitHub makes it."""
        return frozenset(_anchor(title) for _, title in _HEADING.findall(self.prose))

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of all tables whose first cell is code, cell by cell."""
        lines = (line for line in self.prose.splitlines() if line.startswith("| `"))
        return tuple(tuple(cell.strip() for cell in line.strip("| ").split("|")) for line in lines)

    @cached_property
    def named(self) -> dict[str, tuple[str, ...]]:
        """The rows by the code in their first cell."""
        return {row[0].strip("`"): row for row in self.rows}

    @cached_property
    def sections(self) -> dict[str, str]:
        """Second-level headings in backticks, each with the text under it."""
        parts = re.split(r"^## ", self.text, flags=re.MULTILINE)[1:]
        pairs = (part.partition("\n")[::2] for part in parts)
        return {head.strip("` "): body for head, body in pairs if head.startswith("`")}


def documents() -> Iterator[Document]:
    """The README and everything under docs/."""
    yield Document(ROOT / "README.md")
    yield from map(Document, sorted((ROOT / "docs").rglob("*.md")))


def reference(name: str) -> Document:
    """A page of docs/reference."""
    return Document(REFERENCE / f"{name}.md")


def _anchor(title: str) -> str:
    return _NOT_IN_ANCHORS.sub("", title.lower()).replace(" ", "-")
