"""Another spelling, where a search finds nothing: from words of current editions alone."""

from dataclasses import replace

from articles.fulltext import BRIEFINGS, Query, Request, nearest_words
from articles.fulltext.text import WORD, fold

MOST_WORDS = 6


def suggestion(text: str, request: Request, query: Query) -> str:
    """The query with its unknown words replaced; empty where that finds nothing either.

    At most three queries.
    """
    words = [word for wanted in request.wanted for word in wanted.split() if word.isalpha()]
    nearest = nearest_words(tuple(dict.fromkeys(words))[:MOST_WORDS]) if words else {}
    if not nearest:
        return ""
    wanted = tuple(
        " ".join(nearest.get(word, word) for word in one.split()) for one in request.wanted
    )
    if not BRIEFINGS.match(replace(query, wanted=wanted), most=1, ranked=0).keys:
        return ""
    return _rewritten(text, nearest)


def _rewritten(text: str, nearest: dict[str, str]) -> str:
    """The text as it was typed but for those words; what a field says is left alone."""

    def corrected(part: str) -> str:
        if ":" in part:
            return part
        return WORD.sub(lambda found: nearest.get(fold(found[0]), found[0]), part)

    return " ".join(corrected(part) for part in text.split())
