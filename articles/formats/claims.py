"""From an edition to its claims with their evidence, grouped by source document.

What the text column claims is read back from its compiled HTML, whose shape templates/blocks/ sets.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from articles.formats.page import SourceCard, speakers

VOID = frozenset({"br", "hr", "img", "wbr", "input", "source", "line", "rect", "circle", "path"})
# What stands within a claim and is not what it says.
SILENT_TAGS = frozenset({"thead", "tbody", "svg", "dl", "details"})
SILENT = frozenset({"anchor", "directive__number", "directive__rationale"})


@dataclass(frozen=True)
class Claim:
    """Something the article says, and the numbers of the citations that it rests on."""

    text: str
    numbers: list[int]


@dataclass(frozen=True)
class Trail:
    """One citation: the claims that rest on it, and the quote with the words around it."""

    number: int
    quote: str
    prefix: str
    suffix: str
    claims: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Witness:
    """A source document and everything that rests on it."""

    card: SourceCard
    trails: list[Trail]


def witnesses(content: Mapping[str, Any], body_html: str) -> list[Witness]:
    """Every source document of an edition with its trails, in the order of the sources."""
    trails = {
        row["number"]: Trail(row["number"], row["quote"], *_around(row))
        for row in content["citations"]
    }
    for claim in claims_of(content, body_html):
        for number in claim.numbers:
            trails[number].claims.append(claim.text)
    return [
        Witness(
            card=SourceCard(source, speakers(source)),
            trails=[
                trails[row["number"]]
                for row in content["citations"]
                if row["source"] == source["uuid"]
            ],
        )
        for source in content["sources"]
    ]


def claims_of(content: Mapping[str, Any], body_html: str) -> list[Claim]:
    """Every claim that cites something, in the order of reading."""
    return [*_highlights(content["highlights"]), *_column(body_html)]


def _around(citation: Mapping[str, Any]) -> tuple[str, str]:
    """The words before and after a quote, without the halves of words at the far ends."""
    before, after = citation["prefix"], citation["suffix"]
    return before[before.find(" ") + 1 :], after[: after.rfind(" ") + 1] or after


def _highlights(rows: Iterable[Mapping[str, Any]]) -> Iterator[Claim]:
    for row in rows:
        if row["citations"]:
            yield Claim(row["text"], row["citations"])
        yield from _highlights(row["children"])


def _column(body_html: str) -> Iterator[Claim]:
    reader = _ClaimReader()
    reader.feed(body_html)
    for words, numbers in reader.claims:
        if numbers:
            yield Claim(" ".join("".join(words).split()), numbers)


class _ClaimReader(HTMLParser):
    """Collects the words and the numbers of every element of class "claim"."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: list[tuple[list[str], list[int]]] = []
        self._depth = 0
        self._claim = self._mark = self._silent = 0  # the depth at which each began; 0 for none

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one level deeper: into a claim, its marks, or something that is not the claim."""
        if tag in VOID:
            return
        self._depth += 1
        classes = set((dict(attrs).get("class") or "").split())
        if "claim" in classes:
            self._claim = self._depth
            self.claims.append(([], []))
        elif not self._claim or self._mark or self._silent:
            return
        elif "citation-mark" in classes:
            self._mark = self._depth
        elif tag in SILENT_TAGS or classes & SILENT:
            self._silent = self._depth

    def handle_endtag(self, tag: str) -> None:
        """Come back up."""
        if tag in VOID:
            return
        self._claim *= self._depth != self._claim
        self._mark *= self._depth != self._mark
        self._silent *= self._depth != self._silent
        self._depth -= 1

    def handle_data(self, data: str) -> None:
        """Keep a number, or words of the claim."""
        if self._mark:
            self.claims[-1][1].extend(int(number) for number in data.split())
        elif self._claim and not self._silent:
            self.claims[-1][0].append(data)
