"""What goes into an index, and what comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.fulltext.text import indexed, spellings


@dataclass(frozen=True)
class Row:
    """A row as people wrote it: `names` are other names of what it speaks of, in any script."""

    id: int
    marks: Sequence[str] = ()
    title: str = ""
    standfirst: str = ""
    names: str = ""
    body: str = ""


@dataclass(frozen=True)
class Prepared:
    """A row as the index takes it; `texts` in the order of the columns, `words` for spelling."""

    id: int
    marks: tuple[str, ...]
    texts: tuple[str, ...]
    words: str

    @classmethod
    def of(cls, row: Row, *, is_spelt: bool) -> "Prepared":
        """Prepare a row; one whose words are never suggested keeps none."""
        texts = tuple(map(indexed, (row.title, row.standfirst, row.names, row.body)))
        words = " ".join(sorted(spellings(texts))) if is_spelt else ""
        return cls(row.id, tuple(dict.fromkeys(row.marks)), texts, words)


class Found(NamedTuple):
    """A row that matches: its key, and its marks with a space between them."""

    id: int
    marks: str
