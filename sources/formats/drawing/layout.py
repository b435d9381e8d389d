"""Where boxes and lines stand, in the units of a view box."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.formats.drawing.ranks import ranks_of, route_of, rows_of
from sources.formats.drawing.shapes import Box, Drawing, Edge, Line, Node, Words

BOX_WIDTH, LINE, PADDING = 184, 17, 12
LANE = 40  # the room of a line that passes a rank
ARROW = 7  # the length of the head of an arrow
MARGIN = 60  # for words at the right of the last line

Point = tuple[float, float]


@dataclass(frozen=True)
class Measures:
    """Room between ranks and between boxes, for the words of a line along it, and across it."""

    between_ranks: float
    between_boxes: float
    said: float
    port: float


ACROSS = Measures(between_ranks=186, between_boxes=22, said=152, port=42)
DOWN = Measures(between_ranks=88, between_boxes=18, said=62, port=120)


def draw(nodes: Sequence[Node], edges: Sequence[Edge], *, is_down: bool) -> Drawing:
    """Place boxes and lines, the first box at the left or at the top."""
    return _Layout(nodes, edges, is_down=is_down).drawing()


class _Layout:
    """Gives every box and line a place. `u` runs along the chain, `v` across it."""

    def __init__(self, nodes: Sequence[Node], edges: Sequence[Edge], *, is_down: bool) -> None:
        self.nodes = {node.key: node for node in nodes}
        self.edges = edges
        self.is_down = is_down
        self.first = nodes[0].key
        self.measures = DOWN if is_down else ACROSS
        self.height = max(len(node.lines) + len(node.meta) for node in nodes) * LINE + PADDING
        self.ranks = ranks_of(nodes, edges)
        self.routes = [route_of(edge, index, self.ranks) for index, edge in enumerate(edges)]
        self.rows = rows_of(self.ranks, self.routes)
        self.v = self._places()
        self.ports = self._ports()

    def drawing(self) -> Drawing:
        """Everything, placed."""
        depth = self._u(len(self.rows)) - self.measures.between_ranks
        breadth = max(self._breadth(row) for row in self.rows)
        width, height = (breadth + MARGIN, depth) if self.is_down else (depth, breadth)
        return Drawing(
            width=round(width) + 2,
            height=round(height) + 2,
            boxes=tuple(self._box(node) for node in self.nodes.values()),
            lines=tuple(self._line(index) for index in range(len(self.edges))),
        )

    @property
    def _long(self) -> float:
        """How much of the way along the chain a box takes."""
        return self.height if self.is_down else BOX_WIDTH

    def _wide(self, key: str) -> float:
        """How much a box or a lane takes across; a box has room for the words of its lines."""
        if key not in self.nodes:
            return LANE
        arriving = sum(edge.end == key for edge in self.edges)
        least = BOX_WIDTH if self.is_down else self.height
        return max(least, self.measures.port * arriving)

    def _breadth(self, row: Sequence[str]) -> float:
        gaps = self.measures.between_boxes * (len(row) - 1)
        return sum(self._wide(key) for key in row) + gaps

    def _places(self) -> dict[str, float]:
        """The middle of each box and lane across the chain."""
        breadth = max(self._breadth(row) for row in self.rows)
        places: dict[str, float] = {}
        for row in self.rows:
            at = (breadth - self._breadth(row)) / 2
            for key in row:
                places[key] = at + self._wide(key) / 2
                at += self._wide(key) + self.measures.between_boxes
        return places

    def _ports(self) -> dict[int, float]:
        """Where each line arrives at its box: side by side, in the order in which they come."""
        ports: dict[int, float] = {}
        for key in self.nodes:
            arriving = [index for index, edge in enumerate(self.edges) if edge.end == key]
            arriving.sort(key=lambda index: self.v[self.routes[index][-2]])
            for place, index in enumerate(arriving):
                off_middle = (place + 0.5) / len(arriving) - 0.5
                ports[index] = self.v[key] + off_middle * self._wide(key)
        return ports

    def _u(self, rank: int) -> float:
        return rank * (self._long + self.measures.between_ranks)

    def _point(self, u: float, v: float) -> Point:
        x, y = (v, u) if self.is_down else (u, v)
        return round(x + 1, 1), round(y + 1, 1)

    def _box(self, node: Node) -> Box:
        wide = self._wide(node.key)
        x, y = self._point(self._u(self.ranks[node.key]), self.v[node.key] - wide / 2)
        width, height = (wide, self.height) if self.is_down else (BOX_WIDTH, wide)
        texts = (*node.lines, *node.meta)
        top = y + (height - len(texts) * LINE) / 2 + LINE - 4
        words = [Words(x + PADDING, round(top + LINE * at, 1), t) for at, t in enumerate(texts)]
        return Box(
            x=x,
            y=y,
            width=width,
            height=height,
            name=tuple(words[: len(node.lines)]),
            meta=tuple(words[len(node.lines) :]),
            is_first=node.key == self.first,
            is_end=node.is_end,
            is_open=node.is_open,
        )

    def _line(self, index: int) -> Line:
        """From box to box, through its lanes; the last stretch is straight and bears the words."""
        edge, (start, *lanes, end), port = self.edges[index], self.routes[index], self.ports[index]
        points = [self._point(self._u(self.ranks[start]) + self._long, self.v[start])]
        for rank, key in enumerate(lanes, self.ranks[start] + 1):
            points.append(self._point(self._u(rank), self.v[key]))
            points.append(self._point(self._u(rank) + self._long, self.v[key]))
        arrival = self._u(self.ranks[end])
        points.append(self._point(arrival - self.measures.said, port))
        points.append(self._point(arrival - ARROW, port))
        return Line(self._path(points), self._words(edge, *points[-2:]), edge.is_minor)

    def _path(self, points: Sequence[Point]) -> str:
        """Curves between ranks, straight within a lane and at the end."""
        parts = [f"M{points[0][0]} {points[0][1]}"]
        for position, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
            half_x, half_y = round((x + to_x) / 2, 1), round((y + to_y) / 2, 1)
            if position % 2:
                parts.append(f"L{to_x} {to_y}")
            elif self.is_down:
                parts.append(f"C{x} {half_y} {to_x} {half_y} {to_x} {to_y}")
            else:
                parts.append(f"C{half_x} {y} {half_x} {to_y} {to_x} {to_y}")
        return " ".join(parts)

    def _words(self, edge: Edge, start: Point, end: Point) -> tuple[Words, ...]:
        """Beside a line that goes down; above and under one that goes across."""
        if self.is_down:
            lines = edge.words
            top = (start[1] + end[1]) / 2 + 4 - LINE * (len(lines) - 1) / 2
            return tuple(
                Words(end[0] + 8, round(top + LINE * i, 1), t) for i, t in enumerate(lines)
            )
        said, details = edge.words[:1], ", ".join(edge.words[1:])
        x, y = round((start[0] + end[0]) / 2, 1), end[1]
        above = [Words(x, y - 6, text) for text in said]
        return (*above, *([Words(x, y + 15, details)] if details else []))
