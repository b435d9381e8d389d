"""Which rank each box stands in, and in which order, so that few lines cross.

Boxes stand in ranks by their distance from the first. A line that passes a rank has a place kept
for it there, a lane, so that it crosses no box.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sources.formats.drawing.shapes import Edge, Node


def ranks_of(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    """How far each box is from the first, by the longest way; a circle is walked once."""
    ranks = {node.key: 0 for node in nodes}
    for _round in nodes:
        for edge in edges:
            if ranks[edge.start] + 1 < len(nodes):
                ranks[edge.end] = max(ranks[edge.end], ranks[edge.start] + 1)
    return ranks


def route_of(edge: Edge, index: int, ranks: Mapping[str, int]) -> list[str]:
    """The boxes that a line joins, with the lanes between them."""
    between = range(ranks[edge.start] + 1, ranks[edge.end])
    return [edge.start, *(f"{index} lane {rank}" for rank in between), edge.end]


def rows_of(ranks: Mapping[str, int], routes: Sequence[Sequence[str]]) -> list[list[str]]:
    """What stands in each rank, in an order in which few lines cross."""
    rows: list[list[str]] = [[] for _ in range(max(ranks.values()) + 1)]
    for key, rank in ranks.items():
        rows[rank].append(key)
    for route in routes:
        for rank, key in enumerate(route[1:-1], ranks[route[0]] + 1):
            rows[rank].append(key)
    below: dict[str, list[str]] = {}
    for route in routes:
        for under, over in pairwise(route):
            below.setdefault(over, []).append(under)
    for lower, row in pairwise(rows):
        places = {key: place for place, key in enumerate(lower)}
        middle = {
            key: sum(found) / len(found)
            for key in row
            if (found := [places[under] for under in below.get(key, ()) if under in places])
        }
        row.sort(key=lambda key: middle.get(key, 0))
    return rows
