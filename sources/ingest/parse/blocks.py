"""Blocks of a text: runs of text, lists and tables, each with the marks that it carried."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TextBlock:
    """A line of text or, where lines were wrapped, a paragraph of them.

    `is_marked` is true for a heading in markdown or a line all in bold; `level` counts "#".
    `label` is a bold run-in opening, which then is no longer part of `text`.
    `has_gap` tells whether a blank line stood before it; `lines` are the numbers of its lines.
    """

    text: str
    has_gap: bool
    lines: range = range(0)
    is_marked: bool = False
    level: int = 0
    label: str = ""

    @property
    def whole_text(self) -> str:
        """The text with the label that was taken off it."""
        return f"{self.label}: {self.text}" if self.label else self.text


@dataclass(frozen=True)
class Bullet:
    """A list item; `indent` counts columns."""

    text: str
    indent: int
    mark: str

    @property
    def is_ordered(self) -> bool:
        """Whether it carries a number or a letter."""
        return self.mark.strip("(.)").isalnum()


@dataclass(frozen=True)
class ListBlock:
    """Items that stand together, flat, as the lines have them."""

    bullets: tuple[Bullet, ...]


@dataclass(frozen=True)
class TableBlock:
    """Rows of cells; every row as long as the longest.

    `has_header` is true where a ruling says that the first is the header.
    """

    rows: tuple[tuple[str, ...], ...]
    has_header: bool = False


Block = TextBlock | ListBlock | TableBlock
