"""Every briefing of the demo, in the order in which they are published: the newest comes last."""

from articles.management.demo.briefings import (
    cells,
    greyhaven,
    harbour,
    mines,
    northern_rare_earth,
    refinery,
    taken_back,
    under_way,
)
from articles.management.demo.shapes import Briefing

BRIEFINGS: tuple[Briefing, ...] = (
    taken_back.COBALT,
    taken_back.STRIKE,
    *cells.BRIEFINGS,
    harbour.BRIEFING,
    mines.BRIEFING,
    greyhaven.BRIEFING,
    refinery.BRIEFING,
    *under_way.BRIEFINGS,
    northern_rare_earth.BRIEFING,
)
