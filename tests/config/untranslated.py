"""What a template says to readers past gettext: words between tags, and names of what is on it."""

import re
from collections.abc import Iterator

from django.template.base import Lexer, TokenType

from tests.articles.spoken import words_of

# Proper names and abbreviations, the same in every language.
NAMES = re.compile(r"\b(Admiralty|API|Assay|Atom|JSON Feed|LEI|RSS|SHA-256|Wikidata)\b")
WORD = re.compile(r"[^\W\d_]{2,}")
BLOCKS = frozenset({"blocktranslate", "blocktrans", "comment"})
# A sentence, or a word with a capital, that is handed to a partial as it stands.
HANDED_OVER = re.compile(r'\w+="((?:[A-Z]|[^"]* )[^"]*)"')


def untranslated(template: str) -> list[str]:
    """The texts of a template's source that no translator ever sees."""
    said = words_of("".join(_texts(template)))
    return [words for words in said if WORD.search(NAMES.sub("", words))]


def _texts(template: str) -> Iterator[str]:
    inside = ""
    for token in Lexer(template).tokenize():
        name = token.contents.split()[0] if token.token_type is TokenType.BLOCK else ""
        if name and inside:
            inside = "" if name == f"end{inside}" else inside
        elif name in BLOCKS:
            inside = name
        elif name == "include":
            yield from (f"<p>{words}</p>" for words in HANDED_OVER.findall(token.contents))
        elif token.token_type is TokenType.TEXT and not inside:
            yield token.contents
