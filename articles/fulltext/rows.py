"""What goes into an index, and what comes out of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.fulltext.text import indexed, spellings


@dataclass(frozen=True)
class Row:
    """A row as people wrote it: `names` are other names of what it speaks of, in any script."""

    id: int
    day: datetime.date | None = None
    marks: Sequence[str] = ()
    title: str = ""
    standfirst: str = ""
    names: str = ""
    body: str = ""


@dataclass(frozen=True)
class Prepared:
    """A row as the index takes it; `texts` in the order of the columns, `words` for spelling."""

    id: int
    day: datetime.date | None
    marks: tuple[str, ...]
    texts: tuple[str, ...]
    words: str

    @classmethod
    def of(cls, row: Row, *, is_spelt: bool) -> "Prepared":
        """Prepare a row; one whose words are never suggested keeps none."""
        texts = tuple(map(indexed, (row.title, row.standfirst, row.names, row.body)))
        words = " ".join(sorted(spellings(texts))) if is_spelt else ""
        return cls(row.id, row.day, tuple(dict.fromkeys(row.marks)), texts, words)


@dataclass(frozen=True)
class Found:
    """Keys of rows that match, and whether there are more; the marks of all of them, if wanted."""

    keys: list[int] = field(default_factory=list)
    is_more: bool = False
    marks: list[str] = field(default_factory=list)
