"""From two editions of a briefing to what differs between them, as a reader is told it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from articles.formats.difference.column import read_column
from articles.formats.difference.evidence import compare_evidence
from articles.formats.difference.passages import Passage, PassageChange, compare_passages
from articles.formats.difference.records import (
    DirectiveChange,
    FieldChange,
    compare_directives,
    compare_facts,
)

__all__ = ["Difference", "TextChange", "compare"]

Content = Mapping[str, Any]


@dataclass(frozen=True)
class TextChange:
    """A part of the briefing with its passages that differ."""

    label: str
    passages: list[PassageChange]


@dataclass(frozen=True)
class Difference:
    """Everything that differs: text by words, data by fields, evidence in sentences."""

    texts: list[TextChange]
    directives: list[DirectiveChange]
    facts: list[FieldChange]
    evidence: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether a reader would find nothing changed."""
        return not (self.texts or self.directives or self.facts or self.evidence)


def compare(*, before: Content, after: Content, before_html: str, after_html: str) -> Difference:
    """The difference of two contents and their compiled text columns."""
    return Difference(
        texts=list(_texts(before, after, before_html, after_html)),
        directives=compare_directives(before, after),
        facts=compare_facts(before, after),
        evidence=compare_evidence(before, after),
    )


def _texts(
    before: Content, after: Content, before_html: str, after_html: str
) -> Iterator[TextChange]:
    """In the order of the page: head, highlights, the column by its sections, disclaimer."""
    yield from _single(_("Title"), before["title"], after["title"])
    yield from _single(_("Standfirst"), before["standfirst"], after["standfirst"])
    highlights = (list(_highlights(content["highlights"])) for content in (before, after))
    if changes := compare_passages(*highlights):
        yield TextChange(_("Highlights"), changes)
    column = compare_passages(read_column(before_html), read_column(after_html))
    for place, group in groupby(column, key=lambda change: change.place):
        yield TextChange(place or _("Text"), list(group))
    yield from _single(_("Disclaimer"), before["disclaimer"], after["disclaimer"])


def _single(label: str, before: str, after: str) -> Iterator[TextChange]:
    old, new = ([Passage(text)] if text else [] for text in (before, after))
    if changes := compare_passages(old, new):
        yield TextChange(label, changes)


def _highlights(rows: Iterable[Content]) -> Iterator[Passage]:
    for row in rows:
        yield Passage(row["text"])
        yield from _highlights(row["children"])
