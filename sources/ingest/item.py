"""The shapes that ingest hands on: one parsed item and its parts, all frozen.

No rule lives here. The stages fill these classes; `report.py` turns them into JSON.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

OrganisationRole = Literal["source", "owner", "mentioned"]


@dataclass(frozen=True)
class Repair:
    """One damaged mark made whole.

    `position` counts characters in `ParsedItem.source_text`; `before` is exactly what stands
    there. `sure` is false where the context allowed another reading and an editor should look.
    """

    position: int
    before: str
    after: str
    rule: str
    sure: bool


@dataclass(frozen=True)
class Removal:
    """One leftover taken out; `position` counts characters in `ParsedItem.repaired_text`.

    The markup of a page or post was gone before there was any text: it has only the place where
    it would stand.
    """

    position: int
    text: str
    reason: str


@dataclass(frozen=True)
class HighlightNode:
    """A bullet and the bullets under it, at most three levels in all."""

    text: str
    children: tuple["HighlightNode", ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Running text without line breaks."""

    text: str


@dataclass(frozen=True)
class BulletList:
    """A list of the body; `ordered` where the source numbered it."""

    items: tuple[HighlightNode, ...]
    ordered: bool = False


@dataclass(frozen=True)
class DataTable:
    """A table; the first row is its header, and every row has as many cells."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ParsedDirective:
    """An order as the text words it; `summary` is what a second column or run-on says of it."""

    text: str
    summary: str = ""


@dataclass(frozen=True)
class DirectiveList:
    """The orders that stood together in one list or table."""

    directives: tuple[ParsedDirective, ...]


Part = Paragraph | BulletList | DataTable | DirectiveList


class SectionRole(StrEnum):
    """What a section is: reported fact, orders, or our own reading."""

    BODY = "body"
    DIRECTIVES = "directives"
    ANALYSIS = "analysis"


@dataclass(frozen=True)
class ParsedSection:
    """A heading and what stands under it until the next heading."""

    heading: str
    role: SectionRole
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class ParsedDisclaimer:
    """The text's own words on its provenance, labelled or not; empty where it has none."""

    present: bool
    text: str = ""


@dataclass(frozen=True)
class NamedOrganisation:
    """A body that the text names.

    `role` is "source" where the text credits its content to it, "owner" where the text says that
    it owns another. `state_owned` follows the text's own words, which `words` quotes; None where
    it says nothing. `slug` is the directory's entry, None where ingest offers to create one.
    """

    name: str
    role: OrganisationRole
    state_owned: bool | None
    words: str = ""
    slug: str | None = None


@dataclass(frozen=True)
class ParsedItem:
    """One news item, read, repaired, cleaned, parsed and matched.

    `source_text` is the decoded text before any repair, `repaired_text` the whole text after
    repair and before cleaning: citations are anchored to it. `opening` is the body before the
    first section; its first paragraph is the lead. `notes` are sentences on what reading changed
    before there was a text.
    """

    encoding: str
    source_text: str
    repaired_text: str
    title: str | None
    date: datetime.date | None
    byline: str | None
    highlights: tuple[HighlightNode, ...]
    opening: tuple[Part, ...]
    sections: tuple[ParsedSection, ...]
    disclaimer: ParsedDisclaimer
    organisations: tuple[NamedOrganisation, ...]
    comments_count: int | None
    repairs: tuple[Repair, ...]
    removals: tuple[Removal, ...]
    notes: tuple[str, ...] = ()

    @property
    def lead(self) -> str | None:
        """The first paragraph of the body, of the first section where nothing stands before it."""
        return next((part.text for part in self._parts() if isinstance(part, Paragraph)), None)

    @property
    def directives(self) -> tuple[ParsedDirective, ...]:
        """Every order in the item, in the order of the text."""
        lists = (part for part in self._parts() if isinstance(part, DirectiveList))
        return tuple(directive for part in lists for directive in part.directives)

    @property
    def analysis(self) -> tuple[ParsedSection, ...]:
        """The sections that are a reading, not reported fact."""
        return tuple(section for section in self.sections if section.role is SectionRole.ANALYSIS)

    def _parts(self) -> Iterator[Part]:
        yield from self.opening
        for section in self.sections:
            yield from section.parts
