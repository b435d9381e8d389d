"""Chains of ownership as a picture: from what `chain_data` says to what a template draws as SVG."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sources.enums import ControlKind, OrganisationKind
from sources.formats.drawing import Drawing, Edge, Node, draw

LETTERS, SMALL_LETTERS, MOST_LINES = 22, 26, 3  # that fit into a line of a box; lines of a name

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Sentence:
    """One statement in words; without an owner it says that nobody stands above."""

    name: str
    words: str
    owner: str
    owner_slug: str
    details: str

    def __str__(self) -> str:
        subject = self.name if self.owner else f"{self.name}:"
        return f"{' '.join(filter(None, (subject, self.words, self.owner)))}{self.details}."


@dataclass(frozen=True)
class Picture:
    """The same chains twice, to be read from left to right or from top to bottom, and in words."""

    name: str
    across: Drawing
    down: Drawing
    sentences: tuple[Sentence, ...]

    @property
    def description(self) -> str:
        """Everything the picture shows, for who does not see it."""
        return " ".join(str(sentence) for sentence in self.sentences)


def picture_of(data: Raw) -> Picture | None:
    """Draw what `chain_data` gives; None where there is nothing beside the organisation itself."""
    parties, statements = data.get("parties", ()), data.get("statements", ())
    if not statements:
        return None
    nodes = [_node(party) for party in parties]
    edges = [_edge(row) for row in statements if row["owner"]]
    ends = [
        _end(party, statements) for party in parties if _is_followed(party, parties, statements)
    ]
    for node, edge in filter(None, ends):
        nodes.append(node)
        edges.append(edge)
    by_slug = {party["slug"]: party["name"] for party in parties}
    return Picture(
        name=parties[0]["name"],
        across=draw(nodes, edges, is_down=False),
        down=draw(nodes, edges, is_down=True),
        sentences=tuple(_sentence(row, by_slug) for row in statements),
    )


def _node(party: Raw) -> Node:
    meta = str(capfirst(OrganisationKind(party["kind"]).label))
    if not OrganisationKind(party["kind"]).is_terminal:
        meta = f"{meta}, {party['words']}"
    lines = tuple(wrap(meta, SMALL_LETTERS))
    return Node(key=party["slug"], lines=_lines(party["name"]), meta=lines)


def _edge(row: Raw) -> Edge:
    words = (row["control_words"], _share(row), _since(row))
    is_minor = not ControlKind(row["control"]).controls
    return Edge(row["organisation"], row["owner"], tuple(filter(None, words)), is_minor)


def _is_followed(party: Raw, parties: Sequence[Raw], statements: Sequence[Raw]) -> bool:
    """Whether a chain comes to this organisation: a minority holder's owners are not looked for."""
    return party is parties[0] or any(
        row["owner"] == party["slug"] and ControlKind(row["control"]).controls for row in statements
    )


def _end(party: Raw, statements: Sequence[Raw]) -> tuple[Node, Edge] | None:
    """What stands above an organisation whose owners are not on record, or that has none."""
    own = [row for row in statements if row["organisation"] == party["slug"]]
    kinds = [ControlKind(row["control"]) for row in own]
    if OrganisationKind(party["kind"]).is_terminal or any(kind.controls for kind in kinds):
        return None
    said = next((row for row in own if not row["owner"]), None)
    kind = ControlKind(said["control"]) if said else ControlKind.UNKNOWN
    words = kind.words if said else _("no controlling owner on record")
    key = f"{party['slug']} end"  # no slug has a space
    lines = _lines(str(capfirst(words)))
    node = Node(key, lines, is_end=True, is_open=kind is ControlKind.UNKNOWN)
    return node, Edge(party["slug"], key, tuple(filter(None, [_since(said or {})])))


def _sentence(row: Raw, names: Mapping[str, str]) -> Sentence:
    details = "".join(f", {each}" for each in (_share(row), _since(row)) if each)
    owner = row["owner"] or ""
    return Sentence(
        name=names[row["organisation"]],
        words=row["control_words"],
        owner=names.get(owner, ""),
        owner_slug=owner,
        details=details,
    )


def _share(row: Raw) -> str:
    share = row.get("share")
    return f"{Decimal(share).normalize():f}\N{NO-BREAK SPACE}%" if share is not None else ""


def _since(row: Raw) -> str:
    if not row.get("since"):
        return ""
    day = datetime.date.fromisoformat(row["since"])
    return _("since %(day)s") % {
        "day": date_format(day, pgettext("pattern of a short day", "j M Y"))
    }


def _lines(text: str) -> tuple[str, ...]:
    """A name in the lines of a box; what does not fit is cut, the words beneath have all of it."""
    lines = wrap(text, LETTERS, max_lines=MOST_LINES, placeholder="…")
    return tuple(line if len(line) <= LETTERS + 1 else f"{line[:LETTERS]}…" for line in lines)
