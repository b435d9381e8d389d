"""Search over what is public: one function, the same on both databases and for every door."""

from articles.fulltext import MOST_COUNTED, MOST_RANKED, UnsearchableError
from articles.queries.search.results import (
    GROUPS,
    LAST_PAGE,
    Group,
    SearchPage,
    briefings_with,
    directives_with,
    search,
)

__all__ = [
    "GROUPS",
    "LAST_PAGE",
    "MOST_COUNTED",
    "MOST_RANKED",
    "Group",
    "SearchPage",
    "UnsearchableError",
    "briefings_with",
    "directives_with",
    "search",
]
