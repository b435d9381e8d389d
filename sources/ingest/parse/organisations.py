"""The organisations that a text names: in which role, and in state hands by its own words or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.ingest.item import NamedOrganisation, OrganisationRole
from sources.ingest.parse import credits as credit
from sources.ingest.parse import ownership
from sources.ingest.parse.likeness import Alike
from sources.ingest.parse.reading import Reading

_Said = tuple[bool | None, str]
_SILENT: _Said = (None, "")


@dataclass(frozen=True)
class Naming:
    """The organisations that a text names, by the name as it stands there.

    `abbreviations` are those that the text introduces in brackets, by name; `others` are all other
    names, of which only a directory can tell whether an organisation is meant.
    """

    organisations: tuple[NamedOrganisation, ...]
    abbreviations: Mapping[str, str]
    others: tuple[NamedOrganisation, ...]


def name_organisations(*, disclaimer: str, texts: Sequence[str]) -> Naming:
    """Sources, owners and mentioned bodies, each name once in a role, in the order of the text."""
    reading = Reading([*texts, disclaimer])
    said = _ownership_words(reading)
    roles: tuple[tuple[OrganisationRole, Iterable[str]], ...] = (
        ("source", _sources(reading)),
        ("owner", dict.fromkeys(_owners(reading))),
        ("mentioned", _distinct(reading.bodies.values())),
    )
    found: dict[str, list[NamedOrganisation]] = {}
    known: Alike[str] = Alike()
    for role, names in roles:
        for name in names:
            if role == "mentioned" and known.get(name):
                continue
            state_owned, words = said.get(name) or _SILENT
            found.setdefault(name, []).append(NamedOrganisation(name, role, state_owned, words))
        for name in found:
            known.add(name, name)
    others = (name for name in reading.names if name not in found)
    return Naming(
        organisations=tuple(each for group in found.values() for each in group),
        abbreviations=reading.abbreviations,
        others=tuple(
            NamedOrganisation(name, "mentioned", *(said.get(name) or _SILENT)) for name in others
        ),
    )


def _sources(reading: Reading) -> list[str]:
    origins = list(_credited(reading, credit.credited_by_origin))
    named = list(_credited(reading, credit.credited_by_name))
    said = [] if origins else list(_speakers(reading))
    publishers = _publishers(reading)
    found = [name for name in _distinct([*origins, *named, *said]) if not publishers.get(name)]
    return found or _subject(reading, publishers)


def _credited(reading: Reading, rule: credit.Rule) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in rule(sentence.text, sentence.names):
            if reading.is_possible(name):
                yield reading.canonical(name)


def _speakers(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in credit.speakers(sentence.text, sentence.names):
            if reading.is_known(name):
                yield reading.canonical(name)


def _publishers(reading: Reading) -> Alike[str]:
    """Who publishes the text speaks in it too, but is not its source."""
    publishers: Alike[str] = Alike()
    for sentence in reading.sentences:
        for name in sentence.names:
            if credit.is_publisher(sentence.text, name):
                publisher = reading.canonical(name)
                publishers.add(publisher, publisher)
    return publishers


def _subject(reading: Reading, publishers: Alike[str]) -> list[str]:
    """Whom the text is about, where it is credited to "the company" alone."""
    if not any(credit.credits_its_subject(sentence.text) for sentence in reading.sentences):
        return []
    bodies = (
        reading.canonical(name)
        for sentence in reading.sentences
        for name in sentence.names
        if reading.is_known(name)
    )
    return [name for name in bodies if not publishers.get(name)][:1]


def _owners(reading: Reading) -> Iterator[str]:
    for sentence in reading.sentences:
        for name in sentence.names:
            if reading.is_possible(name) and ownership.is_owner(sentence.text, name):
                yield reading.canonical(name)


def _ownership_words(reading: Reading) -> Alike[_Said]:
    """What the text says first on each name."""
    words: Alike[_Said] = Alike()
    for sentence in reading.sentences:
        for said in ownership.statements(sentence.text, sentence.names):
            words.add(reading.canonical(said.name), (said.state_owned, said.words))
    for sentence, following in pairwise(reading.sentences):
        on_all = ownership.statement_on_all(following.text)
        for name in sentence.names if on_all else ():
            words.add(reading.canonical(name), on_all or _SILENT)
    return words


def _distinct(names: Iterable[str]) -> list[str]:
    """The first form of each name."""
    known: Alike[str] = Alike()
    found = []
    for name in names:
        if not known.get(name):
            found.append(name)
        known.add(name, name)
    return found
