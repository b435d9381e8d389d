"""Search over current editions: one function, the same on both databases."""

from dataclasses import dataclass

from articles import fulltext
from articles.fulltext import MOST_RANKED, UnsearchableError, read_query
from articles.models.editions import CurrentEdition

__all__ = ["SearchPage", "UnsearchableError", "search"]

LAST_PAGE = 25


@dataclass(frozen=True)
class SearchPage:
    """A page of hits, best first. `is_capped`: there are more matches than were ranked."""

    rows: list[CurrentEdition]
    count: int
    number: int
    size: int
    terms: tuple[str, ...]

    @property
    def is_capped(self) -> bool:
        """Whether only the newest of the matches were ranked."""
        return self.count >= MOST_RANKED

    @property
    def has_next(self) -> bool:
        """Whether a further page has hits."""
        return self.number * self.size < self.count and self.number < LAST_PAGE


def search(*, text: str, page: int = 1, size: int = 20, topic: str = "") -> SearchPage:
    """Find public briefings by words, "phrases" and -exclusions; two queries.

    Raises UnsearchableError, whose message says what to type instead.
    """
    query = read_query(text)
    if not 1 <= page <= LAST_PAGE:
        raise UnsearchableError(f"Pages run from 1 to {LAST_PAGE}. Use more words to find less.")
    keys = fulltext.match(query)
    if topic:
        on_topic = CurrentEdition.objects.on_topic(topic).filter(pk__in=keys)
        wanted = set(on_topic.values_list("pk", flat=True))
        keys = [key for key in keys if key in wanted]
    shown = keys[(page - 1) * size : page * size]
    found = CurrentEdition.objects.whole().in_bulk(shown)
    return SearchPage(
        rows=[found[key] for key in shown if key in found],
        count=len(keys),
        number=page,
        size=size,
        terms=query.wanted,
    )
