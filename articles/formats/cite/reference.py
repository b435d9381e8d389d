"""What a reference says, whatever the style: who, what, where, when, and which edition."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.encoding import iri_to_uri
from django.utils.text import slugify

from articles.formats.site import Site

# Two to four Latin words, the last with a capital: what Western reference styles turn around.
WESTERN = re.compile(r"[A-Z\u00c0-\u00de][\w.’'-]*(?: [\w.’'-]+){0,2} [A-Z\u00c0-\u00de][\w’'-]*")
LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff .’'-]+")
PARTICLE = re.compile(r"[a-z\u00df-\u00ff]")  # "van", "de la": they belong to the family name


@dataclass(frozen=True)
class Name:
    """An author; without `given`, the name is left as it is written."""

    family: str
    given: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no family name could be told apart."""
        return not self.given

    @property
    def inverted(self) -> str:
        """As indexes have it: "Hartwig, Lena"."""
        return self.family if self.is_whole else f"{self.family}, {self.given}"

    @property
    def direct(self) -> str:
        """As it is spoken."""
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """The given names begun: "L. M."; hyphens stay, as in "J.-P."."""
        names = (filter(None, name.split("-")) for name in self.given.split())
        return " ".join("-".join(f"{part[0]}." for part in parts) for parts in names)


@dataclass(frozen=True)
class Reference:
    """One edition, to be referred to; `url` is its permanent address."""

    key: str
    authors: tuple[Name, ...]
    title: str
    abstract: str
    topics: tuple[str, ...]
    site_name: str
    number: int
    issued_on: datetime.date
    language: str
    url: str
    sha256: str


def reference_of(content: Mapping[str, Any], *, number: int, sha256: str, site: Site) -> Reference:
    """What is said of an edition; its day is that on which it was issued, in UTC."""
    address = content["address"]
    issued_at = parse_datetime(content["updated_at"])
    if issued_at is None:
        raise ValueError(f"Not a time: {content['updated_at']!r}")
    return Reference(
        key=f"{slugify(address.rstrip('/').rsplit('/', 1)[-1]) or content['uuid']}-{number}",
        authors=tuple(name_of(author["name"]) for author in content["authors"]),
        title=one_line(content["title"]),
        abstract=one_line(content["standfirst"]),
        topics=tuple(one_line(topic["name"]) for topic in content["topics"]),
        site_name=one_line(site.name),
        number=number,
        issued_on=issued_at.date(),
        language=content["language"],
        url=iri_to_uri(site.absolute(f"{address}versions/{number}/")),
        sha256=sha256,
    )


def name_of(text: str) -> Name:
    """A byline taken apart where it reads as given names and a family name; else left whole.

    Left whole are names in other scripts, whose order differs, single names, and newsrooms that
    end in a small letter.
    """
    text = one_line(text)
    if not (WESTERN.fullmatch(text) and LATIN.fullmatch(text)):
        return Name(family=text)
    words = text.split()
    start = len(words) - 1
    while start > 1 and PARTICLE.match(words[start - 1]):
        start -= 1
    return Name(family=" ".join(words[start:]), given=" ".join(words[:start]))


def one_line(text: str) -> str:
    """Text without line breaks and control characters, which would end a field or a file."""
    printable = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(printable.split())
