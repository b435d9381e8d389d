"""Names that mean the same body: one is the beginning of the other, as "Northern Ore" is of
"Northern Ore Group".
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from sources.names import fold

T = TypeVar("T")


class Alike(Generic[T]):
    """What is known of names, found again under their shorter and longer forms."""

    def __init__(self) -> None:
        self._exact: dict[str, T] = {}
        self._by_beginning: dict[str, T] = {}

    def add(self, name: str, value: T) -> None:
        """Keep `value`, unless the very name has one."""
        self._exact.setdefault(fold(name), value)
        for beginning in _beginnings(name):
            self._by_beginning.setdefault(beginning, value)

    def get(self, name: str) -> T | None:
        """What is known of the name, or else of a longer, or else of a shorter form."""
        key = fold(name)
        if key in self._exact:
            return self._exact[key]
        if key in self._by_beginning:
            return self._by_beginning[key]
        return next((self._exact[each] for each in _beginnings(name) if each in self._exact), None)


def _beginnings(name: str) -> Iterator[str]:
    """The folded name and what is left as its last words fall off, the longest first."""
    words = fold(name).split()
    for length in range(len(words), 0, -1):
        yield " ".join(words[:length])
