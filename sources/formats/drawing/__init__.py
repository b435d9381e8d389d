"""Boxes with lines between them, drawn: what is to be drawn goes in, and comes out with its place.

`ranks` says what stands before what; `layout` places it in the units of a view box.
"""

from sources.formats.drawing.layout import draw
from sources.formats.drawing.shapes import Box, Drawing, Edge, Node

__all__ = ["Box", "Drawing", "Edge", "Node", "draw"]
