"""What an article says, as plain dataclasses read from the JSON of its streams.

Gate and compiler walk these, so both see the same thing. Drafts may be half filled: whatever is
missing is an empty string, an empty tuple or None, never an error.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Raw: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Citation:
    """A claim's tie to a quote; `source_id` is the document's primary key."""

    source_id: int | None
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Highlight:
    """A bullet and what stands beneath it."""

    id: str
    text: str
    citations: tuple[Citation, ...]
    children: tuple[Highlight, ...] = ()


@dataclass(frozen=True)
class Order:
    """A directive as its block has it; addressees are (organisation id, name in words)."""

    id: str
    text: str
    issuer_id: int | None
    addressees: tuple[tuple[int | None, str], ...]
    target: str
    rationale: str
    deadline: datetime.date | None
    force: str
    status: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Part:
    """Any block of the body; `kind` is its stream key, `value` what the block holds.

    Citations and directives are taken out of `value` into fields of their own.
    """

    id: str
    kind: str
    value: Raw
    citations: tuple[Citation, ...] = ()
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with what follows it; the first section of a stream may have no heading."""

    id: str
    heading: str
    parts: tuple[Part, ...]

    @property
    def has_orders(self) -> bool:
        """Whether directives stand in this section."""
        return any(part.orders for part in self.parts)


@dataclass(frozen=True)
class Manuscript:
    """All that an article says."""

    highlights: tuple[Highlight, ...] = ()
    sections: tuple[Section, ...] = ()
    analysis: tuple[Section, ...] = ()

    def parts(self) -> Iterator[Part]:
        """Every block of body and analysis, in order."""
        for section in (*self.sections, *self.analysis):
            yield from section.parts

    def orders(self) -> Iterator[Order]:
        """Every directive, in order."""
        for part in self.parts():
            yield from part.orders

    def citations(self) -> Iterator[tuple[str, str, Citation]]:
        """Every citation as (field, block id, citation), in order of appearance."""
        for highlight in flat(self.highlights):
            yield from (("highlights", highlight.id, item) for item in highlight.citations)
        for name, sections in (("body", self.sections), ("analysis", self.analysis)):
            for part in (part for section in sections for part in section.parts):
                yield from ((name, part.id, item) for item in part.citations)
                for order in part.orders:
                    yield from ((name, order.id, item) for item in order.citations)


def read_manuscript(
    *, highlights: Iterable[Raw], body: Iterable[Raw], analysis: Iterable[Raw]
) -> Manuscript:
    """Read the raw data of the three streams (items with `type`, `value` and `id`)."""
    return Manuscript(
        highlights=tuple(_highlight(item["id"], item["value"]) for item in highlights),
        sections=_sections(body),
        analysis=_sections(analysis),
    )


def flat(highlights: Iterable[Highlight]) -> Iterator[Highlight]:
    """A tree of highlights in reading order."""
    for highlight in highlights:
        yield highlight
        yield from flat(highlight.children)


def _sections(stream: Iterable[Raw]) -> tuple[Section, ...]:
    sections: list[tuple[str, str, list[Part]]] = []
    for item in stream:
        if item["type"] == "heading":
            sections.append((item["id"] or "", _text(item["value"]), []))
            continue
        if not sections:
            sections.append(("", "", []))
        sections[-1][2].append(_part(item))
    return tuple(Section(id=key, heading=head, parts=tuple(parts)) for key, head, parts in sections)


def _part(item: Raw) -> Part:
    value = item["value"] or {}
    return Part(
        id=item["id"] or "",
        kind=item["type"],
        value=value,
        citations=_citations(value),
        orders=tuple(_order(key, order) for key, order in _items(value.get("directives"))),
    )


def _highlight(key: str | None, value: Raw) -> Highlight:
    return Highlight(
        id=key or "",
        text=_text(value.get("text")),
        citations=_citations(value),
        children=tuple(_highlight(child, item) for child, item in _items(value.get("children"))),
    )


def _order(key: str, value: Raw) -> Order:
    addressees = (item for _, item in _items(value.get("addressees")))
    return Order(
        id=key,
        text=_text(value.get("text")),
        issuer_id=_key(value.get("issuer")),
        addressees=tuple((_key(a.get("organisation")), _text(a.get("name"))) for a in addressees),
        target=_text(value.get("target")),
        rationale=_text(value.get("rationale")),
        deadline=_date(value.get("deadline")),
        force=_text(value.get("force")) or "order",
        status=_text(value.get("status")) or "announced",
        citations=_citations(value),
    )


def _citations(value: Raw) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            source_id=_key(item.get("source")),
            exact=_text(item.get("exact")),
            prefix=item.get("prefix") or "",
            suffix=item.get("suffix") or "",
        )
        for _, item in _items(value.get("citations"))
    )


def _items(items: Sequence[Any] | None) -> Iterator[tuple[str, Raw]]:
    """The items of a list block, in its present shape or as bare values."""
    for position, item in enumerate(items or ()):
        if isinstance(item, Mapping) and item.get("type") == "item":
            yield item.get("id") or str(position), item["value"] or {}
        elif isinstance(item, Mapping):
            yield str(position), item


def list_values(items: Sequence[Any] | None) -> list[Any]:
    """The values of a list block of plain values."""
    return [
        item["value"] if isinstance(item, Mapping) and item.get("type") == "item" else item
        for item in items or ()
    ]


def _text(value: Any) -> str:
    return str(value).strip() if value else ""


def _key(value: Any) -> int | None:
    return int(value) if value else None


def _date(value: Any) -> datetime.date | None:
    if isinstance(value, str) and value:
        return datetime.date.fromisoformat(value)
    return value if isinstance(value, datetime.date) else None
