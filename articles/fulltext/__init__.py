"""Full text of what is public: one package that knows both dialects, and nothing else does.

Words are made the same way for both (`text`), and asked for in one language (`language`). They
differ in how they stem and rank; `docs/reference/search.md` says how.
"""

from articles.fulltext.language import Field, Request, UnsearchableError, read_query
from articles.fulltext.query import Query
from articles.fulltext.rows import Found, Row
from articles.fulltext.shelves import (
    BRIEFINGS,
    DIRECTIVES,
    DOCUMENTS,
    MOST_COUNTED,
    MOST_RANKED,
    ORGANISATIONS,
    Shelf,
    nearest_words,
)

__all__ = [
    "BRIEFINGS",
    "DIRECTIVES",
    "DOCUMENTS",
    "MOST_COUNTED",
    "MOST_RANKED",
    "ORGANISATIONS",
    "Field",
    "Found",
    "Query",
    "Request",
    "Row",
    "Shelf",
    "UnsearchableError",
    "nearest_words",
    "read_query",
]
