"""The form in which names meet: folded, without "of" and "Ltd", "Norwegian" read as Norway."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sources.figures import peoples
from sources.figures.tokens import Token
from sources.figures.words import CONNECTORS, SUFFIXES


class Word(NamedTuple):
    """A word that counts in a name, and which token it was."""

    stem: str
    at: int
    is_capital: bool


def significant(tokens: Sequence[Token], first: int, last: int) -> Iterator[Word]:
    """The words that count, of the tokens from `first` to before `last`."""
    places = [at for at in range(first, last) if tokens[at].sort in ("word", "dotted")]
    index = 0
    while index < len(places):
        at = places[index]
        token = tokens[at]
        length, people = _people(tokens, places[index : index + peoples.LONGEST])
        if people:
            yield Word(people, at, token.is_capital)
        elif token.sort == "dotted" and token.word not in ("eg", "ie", "am", "pm"):
            yield from (Word(letter, at, token.is_capital) for letter in token.word)
        elif not _is_left_out(token):
            yield Word(stem(token.word), at, token.is_capital)
        index += length


def stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _people(tokens: Sequence[Token], places: Sequence[int]) -> tuple[int, str]:
    """How many words name a country or its people, and the name that stands for it."""
    first = tokens[places[0]]
    if first.word in peoples.IN_CAPITALS:
        return 1, peoples.IN_CAPITALS[first.word] if first.text.isupper() else ""
    if first.is_capital and first.word in peoples.FIRST_WORDS:
        for length in range(len(places), 0, -1):
            phrase = tuple(tokens[at].word for at in places[:length])
            is_whole = places[length - 1] - places[0] == length - 1
            if is_whole and phrase in peoples.PEOPLES:
                return length, peoples.PEOPLES[phrase]
    return 1, ""


def _is_left_out(token: Token) -> bool:
    return token.word in CONNECTORS or (token.is_capital and token.word in SUFFIXES)
