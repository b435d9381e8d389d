"""The organisations that a text names: in which role, and in state hands by its own words or not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sources.ingest.item import NamedOrganisation, OrganisationRole
from sources.ingest.parse import credits as credit
from sources.ingest.parse import ownership, vocabulary
from sources.ingest.parse.headings import is_title_case
from sources.ingest.parse.names import Name, spot_names
from sources.ingest.parse.sentences import split_sentences
from sources.names import fold

_SHORTEST_TITLE = 4
_TITLE_BEFORE = re.compile(r"(?P<title>[A-Za-z]+)[ ,]{1,2}$")
_ROLE_BEHIND = re.compile(
    rf", (?:[\w’'&-]+ ){{0,5}}?(?:{'|'.join(sorted(vocabulary.TITLES))})s?\b", re.IGNORECASE
)
# "Kestrel raised its forecast": of a person English says "his" or "her".
_ITS_BEHIND = re.compile(r" [a-z]+(?: [a-z]+){0,4} its\b")
_KIND_BEHIND = re.compile(
    rf"(?:, | is | was )(?:an? |the |one of |[\w’'-]+ ){{0,8}}?{vocabulary.KINDS}\b"
)


@dataclass(frozen=True)
class _Sentence:
    """A sentence and the names in it."""

    text: str
    names: tuple[Name, ...]


class _Reading:
    """The sentences of one text, and what they say together about the names in them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.sentences = [
            _Sentence(text, tuple(spot_names(text)))
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

    def is_possible(self, name: Name) -> bool:
        """Whether the name may be an organisation's at all."""
        if name.is_place or name.text in self.people or _holds_title(name):
            return False
        is_bare = name.is_first and len(name.words) == 1 and not name.is_organisation
        return not (is_bare and not name.short and name.text not in self.within)

    def canonical(self, name: Name) -> str:
        """The fullest form for an abbreviation or a single word, else the name as it stands."""
        full = self.bodies.get(name.text, name.text)
        longer = (body for body in self.bodies if body.startswith(f"{full} "))
        return next(longer, full) if " " not in full else full

    def is_known(self, name: Name) -> bool:
        """Whether the text treats the name as an organisation's anywhere."""
        return self.is_possible(name) and self.canonical(name) in self.bodies

    def _all(self) -> Iterator[tuple[_Sentence, Name]]:
        for sentence in self.sentences:
            for name in sentence.names:
                yield sentence, name


def name_organisations(*, disclaimer: str, texts: Sequence[str]) -> tuple[NamedOrganisation, ...]:
    """Sources, owners and others, each name once in a role, in the order of the text."""
    reading = _Reading([*texts, disclaimer])
    words = _ownership_words(reading)
    roles: tuple[tuple[OrganisationRole, Iterable[str]], ...] = (
        ("source", _sources(reading)),
        ("owner", _owners(reading)),
        ("mentioned", _distinct(reading.bodies.values())),
    )
    found: dict[str, list[NamedOrganisation]] = {}
    for role, names in roles:
        for name in dict.fromkeys(names):
            if role == "mentioned" and any(_is_same(name, other) for other in found):
                continue
            state_owned, said = next(
                (said for other, said in words.items() if _is_same(name, other)), (None, "")
            )
            found.setdefault(name, []).append(NamedOrganisation(name, role, state_owned, said))
    return tuple(each for group in found.values() for each in group)


def _sources(reading: _Reading) -> list[str]:
    origins = list(_credited(reading, credit.credited_by_origin))
    named = list(_credited(reading, credit.credited_by_name))
    said = [] if origins else list(_speakers(reading))
    found = _distinct([*origins, *named, *said])
    publishers = _publishers(reading)
    found = [name for name in found if not any(_is_same(name, each) for each in publishers)]
    return found or _subject(reading, publishers)


def _credited(reading: _Reading, rule: credit.Rule) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in rule(sentence.text, sentence.names):
            if reading.is_possible(name):
                yield reading.canonical(name)


def _speakers(reading: _Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in credit.speakers(sentence.text, sentence.names):
            if reading.is_known(name):
                yield reading.canonical(name)


def _publishers(reading: _Reading) -> list[str]:
    """Who publishes the text speaks in it too, but is not its source."""
    return [
        reading.canonical(name)
        for sentence in reading.sentences
        for name in sentence.names
        if credit.is_publisher(sentence.text, name)
    ]


def _subject(reading: _Reading, publishers: Sequence[str]) -> list[str]:
    """Whom the text is about, where it is credited to "the company" alone."""
    if not any(credit.credits_its_subject(sentence.text) for sentence in reading.sentences):
        return []
    bodies = (
        reading.canonical(name)
        for sentence in reading.sentences
        for name in sentence.names
        if reading.is_known(name)
    )
    others = (name for name in bodies if not any(_is_same(name, each) for each in publishers))
    return list(others)[:1]


def _owners(reading: _Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in sentence.names:
            if reading.is_possible(name) and ownership.is_owner(sentence.text, name):
                yield reading.canonical(name)


def _ownership_words(reading: _Reading) -> dict[str, tuple[bool | None, str]]:
    """What the text says first on each name."""
    words: dict[str, tuple[bool | None, str]] = {}
    for sentence in reading.sentences:
        for said in ownership.statements(sentence.text, sentence.names):
            words.setdefault(reading.canonical(said.name), (said.state_owned, said.words))
    for sentence, following in pairwise(reading.sentences):
        on_all = ownership.statement_on_all(following.text)
        for name in sentence.names if on_all else ():
            words.setdefault(reading.canonical(name), on_all or (None, ""))
    return words


def _is_title(text: str) -> bool:
    """Whether all words open with a capital, so that none of these tells a name."""
    is_long = len(text.split()) >= _SHORTEST_TITLE and text[-1].isalnum()
    return is_long and ":" not in text and is_title_case(text)


def _distinct(names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if not any(_is_same(name, other) for other in found):
            found.append(name)
    return found


def _is_same(name: str, other: str) -> bool:
    """Whether one is the beginning of the other, as "Northern Ore" is of "Northern Ore Group"."""
    short, long = sorted((f"{fold(name)} ", f"{fold(other)} "), key=len)
    return long.startswith(short)


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
    if _KIND_BEHIND.match(sentence, name.end) or _ITS_BEHIND.match(sentence, name.end):
        return True
    return name.is_acronym and credit.is_speaker(sentence, name)


def _holds_title(name: Name) -> bool:
    return not name.is_organisation and any(
        word.lower() in vocabulary.TITLES for word in name.words
    )
