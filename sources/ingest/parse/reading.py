"""A text read for the names in it: what its sentences say together of who is a body, who a person,
and which names mean the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sources.ingest.parse import credits as credit
from sources.ingest.parse import vocabulary
from sources.ingest.parse.headings import is_title_case
from sources.ingest.parse.names import Name, spot_names
from sources.ingest.parse.sentences import split_sentences

_SHORTEST_TITLE = 4
_TITLE_BEFORE = re.compile(r"(?P<title>[A-Za-z]+)[ ,]{1,2}$")
_ROLE_BEHIND = re.compile(
    rf", (?:[\w’'&-]+ ){{0,5}}?(?:{'|'.join(sorted(vocabulary.TITLES))})s?\b", re.IGNORECASE
)
_TICKER = re.compile(r" \([A-Z]{2,8}(?:-[A-Z])?: ?[A-Z\d.]{1,8}\)")
_STAFF_BEFORE = re.compile(
    r"\b(?:analysts?|economists?|officials?|researchers?|executives?|spokes\w+) (?:at|for|from|with) (?:the )?$",
    re.IGNORECASE,
)
# "Kestrel raised its forecast": of a person English says "his" or "her".
_ITS_BEHIND = re.compile(r" [a-z]+(?: [a-z]+){0,4} its\b")
_KIND_BEHIND = re.compile(
    rf"(?:, (?!(?:its|their|his|her|whose|where)\b)| is | was )(?:an? |the |one of |[\w’'-]+ ){{0,8}}?{vocabulary.KINDS}\b"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and the names in it."""

    text: str
    names: tuple[Name, ...]


class Reading:
    """The sentences of one text, and what they say together about the names in them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.sentences = [
            Sentence(text, tuple(spot_names(text)))
            for paragraph in texts
            for text in split_sentences(paragraph)
            if not _is_title(text)
        ]

    @cached_property
    def within(self) -> frozenset[str]:
        """First words that carry a capital within a sentence too, and so are names."""
        return frozenset(
            word for _, name in self._all() if not name.is_first for word in name.words[:1]
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """Names that a title or a role marks as a person's, and the surnames by themselves."""
        people = {name.text for sentence, name in self._all() if _is_person(sentence.text, name)}
        return frozenset(people | {text.split()[-1] for text in people})

    @cached_property
    def bodies(self) -> dict[str, str]:
        """Every name that is an organisation's beyond doubt, in the order of the text, by itself
        and by its abbreviation.
        """
        bodies: dict[str, str] = {}
        for sentence, name in self._all():
            if self.is_possible(name) and _is_body(sentence.text, name):
                bodies.setdefault(name.text, name.text)
                if name.short:
                    bodies.setdefault(name.short, name.text)
        return bodies

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name once, people's and places' too."""
        return tuple(dict.fromkeys(name.text for _, name in self._all()))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """The abbreviation that the text gives in brackets, by name."""
        return {name.text: name.short for _, name in self._all() if name.short}

    def is_possible(self, name: Name) -> bool:
        """Whether the name may be an organisation's at all."""
        if name.is_place or name.text in self.people or _holds_title(name):
            return False
        is_bare = name.is_first and len(name.words) == 1 and not name.is_organisation
        return not (is_bare and not name.short and name.text not in self.within)

    def canonical(self, name: Name) -> str:
        """The fullest form for an abbreviation or a single word, else the name as it stands."""
        full = self.bodies.get(name.text, name.text)
        return self._by_first_word.get(full, full)

    def is_known(self, name: Name) -> bool:
        """Whether the text treats the name as an organisation's anywhere."""
        return self.is_possible(name) and self.canonical(name) in self.bodies

    @cached_property
    def _by_first_word(self) -> dict[str, str]:
        """The first body of several words that begins with a word."""
        longer = [body for body in self.bodies.values() if " " in body]
        return {body.split()[0]: body for body in reversed(longer)}

    def _all(self) -> Iterator[tuple[Sentence, Name]]:
        for sentence in self.sentences:
            for name in sentence.names:
                yield sentence, name


def _is_title(text: str) -> bool:
    """Whether all words open with a capital, so that none of these tells a name."""
    is_long = len(text.split()) >= _SHORTEST_TITLE and text[-1].isalnum()
    return is_long and ":" not in text and is_title_case(text)


def _is_person(sentence: str, name: Name) -> bool:
    if name.is_organisation or name.short:
        return False
    before = _TITLE_BEFORE.search(sentence[max(name.start - 20, 0) : name.start])
    if before and before["title"].lower() in vocabulary.TITLES:
        return True
    return bool(_ROLE_BEHIND.match(sentence, name.end))


def _is_body(sentence: str, name: Name) -> bool:
    if name.is_organisation or name.short:
        return True
    behind = (rule.match(sentence, name.end) for rule in (_KIND_BEHIND, _ITS_BEHIND, _TICKER))
    if any(behind) or _STAFF_BEFORE.search(sentence[max(name.start - 40, 0) : name.start]):
        return True
    return name.is_acronym and credit.is_speaker(sentence, name)


def _holds_title(name: Name) -> bool:
    return not name.is_organisation and any(
        word.lower() in vocabulary.TITLES for word in name.words
    )
