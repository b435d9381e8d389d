"""How text becomes the words that an index holds: the same for both databases and for queries.

Case and accents are gone, punctuation is a space, and what is written without spaces (Chinese,
Japanese, Korean) stands as pairs of neighbouring characters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_WORD = 100
LONGEST_TEXT = 400_000
WORD = re.compile(r"[^\W_]+")
# Han, kana and Hangul; U+30FB is a dot between words and no letter.
_UNSPACED = "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_UNSPACED += "\U00020000-\U0003ffff"
_OWNERS_S = re.compile(r"['’ʼ]s\b")  # the one of “China’s”, which is found as “China”
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SOUND_MARKS = "\u3099\u309a"  # が is another letter than か, not an accented one

# The words that PostgreSQL's English dictionary leaves out of every index.
STOP_WORDS = frozenset(
    """
    a about above after again against all am an and any are as at be because been before being
    below between both but by can did do does doing don down during each few for from further had
    has have having he her here hers herself him himself his how i if in into is it its itself
    just me more most my myself no nor not now of off on once only or other our ours ourselves out
    over own s same she should so some such t than that the their theirs them themselves then
    there these they this those through to too under until up very was we were what when where
    which while who whom why will with you your yours yourself yourselves
    """.split()
)


def fold(text: str) -> str:
    """Text without case and accents, so that a name is found however it is typed."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    letters = (m for m in decomposed if m in _SOUND_MARKS or not unicodedata.combining(m))
    return unicodedata.normalize("NFC", "".join(letters)).casefold()


def indexed(text: str) -> str:
    """Text as an index takes it: words of LONGEST_WORD characters at most, a space between them."""
    return " ".join(_words(fold(text[:LONGEST_TEXT])))


def term(text: str) -> str:
    """A word or phrase of a query as it stands in the index; empty where nothing is left of it.

    The last character of an unspaced run is dropped where a pair holds it already: the run may go
    on in the text.
    """
    words = list(_words(fold(text)))
    if len(words) > 1 and is_unspaced(words[-1]) and len(words[-2]) > 1 and is_unspaced(words[-2]):
        words.pop()
    return " ".join(words)


def is_unspaced(text: str) -> bool:
    """Whether text begins in a script that is written without spaces."""
    return bool(_IS_UNSPACED.match(text))


def is_prefix(a_term: str) -> bool:
    """Whether a term is a single unspaced character, which begins the pairs that it stands in."""
    return len(a_term) == 1 and is_unspaced(a_term)


def is_common(a_term: str) -> bool:
    """Whether a term says nothing: every word of it is in nearly every English text."""
    return STOP_WORDS.issuperset(a_term.split())


def spellings(texts: Iterable[str]) -> set[str]:
    """The words of indexed texts that somebody might misspell: letters alone, three to thirty."""
    words = {word for text in texts for word in text.split()}
    return {
        word
        for word in words - STOP_WORDS
        if 3 <= len(word) <= 30 and word.isalpha() and not is_unspaced(word)
    }


def _words(folded: str) -> Iterator[str]:
    for found in WORD.finditer(_OWNERS_S.sub("", folded)):
        word = found.group()
        if word.isascii() or not _IS_UNSPACED.search(word):
            yield word[:LONGEST_WORD]
            continue
        for run in _RUN.findall(word):
            yield from _pairs(run) if is_unspaced(run) else (run[:LONGEST_WORD],)


def _pairs(run: str) -> Iterator[str]:
    """Each character with the next one, and the last by itself."""
    yield from (run[place : place + 2] for place in range(len(run)))
