"""Every briefing of the demo, in the order in which they are published: the newest comes last."""

from articles.management.demo.briefings import (
    berth,
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

SAMPLES = (
    refinery.BRIEFING,
    mines.BRIEFING,
    harbour.BRIEFING,
    cells.SALE,
    greyhaven.BRIEFING,
    cells.RECYCLING,
    cells.TEST,
    berth.BRIEFING,
    taken_back.COBALT,
    taken_back.STRIKE,
    *under_way.BRIEFINGS,
)
BRIEFINGS: tuple[Briefing, ...] = (*SAMPLES, northern_rare_earth.BRIEFING)
