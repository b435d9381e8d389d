"""What is to be drawn, nodes and edges, and what is drawn of it: boxes, lines and words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A line of text and where it begins, or its middle."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Box:
    """An organisation, or in its place where a chain ends; `is_open` where nobody knows more."""

    x: float
    y: float
    width: float
    height: float
    name: tuple[Words, ...]
    meta: tuple[Words, ...]
    is_first: bool = False
    is_end: bool = False
    is_open: bool = False


@dataclass(frozen=True)
class Line:
    """A statement; one of a minority holder is dashed, for it decides nothing."""

    path: str
    words: tuple[Words, ...]
    is_minor: bool = False


@dataclass(frozen=True)
class Drawing:
    """Boxes and lines in the units of a view box."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Node:
    """A box before it has a place."""

    key: str
    lines: tuple[str, ...]
    meta: tuple[str, ...] = ()
    is_end: bool = False
    is_open: bool = False


@dataclass(frozen=True)
class Edge:
    """A line before it has a place."""

    start: str
    end: str
    words: tuple[str, ...]
    is_minor: bool = False
