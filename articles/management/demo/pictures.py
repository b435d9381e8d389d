"""Pictures for the demo, drawn when it is loaded: lines and few words, ink on paper."""

import math
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1280, 720
SCALE = 2  # drawn larger and scaled down, so that slanting lines are smooth
PAPER, INK, QUIET, ACCENT = "#fbfaf7", "#22252b", "#8a8d94", "#5b4bb7"
WATER = "#e4ebef"


class Sheet:
    """Paper with a pen; coordinates are those of the finished picture."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def line(self, *points: tuple[float, float], colour: str = INK, width: int = 2) -> None:
        """A line through the points."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=width * SCALE, joint="curve")

    def area(self, *points: tuple[float, float], fill: str, outline: str | None = None) -> None:
        """A filled area with these corners."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.polygon(scaled, fill=fill, outline=outline, width=2 * SCALE)

    def words(
        self, at: tuple[float, float], text: str, *, size: int = 30, colour: str = INK
    ) -> None:
        """Words whose middle stands at a point."""
        font = ImageFont.load_default(size * SCALE)
        place = (at[0] * SCALE, at[1] * SCALE)
        self.pen.text(place, text, fill=colour, font=font, anchor="mm")

    def png(self) -> bytes:
        """The finished picture."""
        file = BytesIO()
        finished = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        finished.save(file, "PNG", optimize=True)
        return file.getvalue()


def draw(name: str) -> bytes:
    """A picture as PNG."""
    sheet = Sheet()
    DRAWINGS[name](sheet)
    return sheet.png()


def harbour(sheet: Sheet) -> None:
    """The quay of Sundhavn with its seven berths, seen from above."""
    sheet.area((0, 300), (WIDTH, 300), (WIDTH, HEIGHT), (0, HEIGHT), fill=WATER)
    sheet.line((0, 300), (WIDTH, 300), width=4)
    sheet.words((190, 110), "Town", colour=QUIET)
    sheet.words((1000, 110), "Refinery", colour=QUIET)
    sheet.words((640, 640), "The roads", colour=QUIET)
    for number in range(1, 8):
        left = 60 + (number - 1) * 168
        is_acid = number > 5
        colour = ACCENT if is_acid else INK
        sheet.area(
            (left, 262),
            (left + 150, 262),
            (left + 150, 300),
            (left, 300),
            fill=PAPER,
            outline=colour,
        )
        sheet.words((left + 75, 281), str(number), colour=colour)
    sheet.words((982, 212), "Acid terminal", colour=ACCENT)
    for left, top in ((760, 500), (980, 560)):
        _ship(sheet, left, top)


def _ship(sheet: Sheet, left: float, top: float) -> None:
    hull = ((0, 0), (120, 0), (150, 18), (120, 36), (0, 36))
    sheet.area(*((left + x, top + y) for x, y in hull), fill=PAPER, outline=INK)


def cells(sheet: Sheet) -> None:
    """The capacity of the cells over their cycles: the mean, and the weakest one."""
    left, right, top, bottom = 130, 1200, 60, 610
    for per_cent in (85, 90, 95, 100):
        y = bottom - (per_cent - 85) / 15 * (bottom - top)
        sheet.line((left, y), (right, y), colour=QUIET, width=1)
        sheet.words((left - 60, y), f"{per_cent} %", size=24, colour=QUIET)
    for cycles in (0, 1000, 2000, 3000, 4000):
        x = left + cycles / 4000 * (right - left)
        sheet.words((x, bottom + 38), f"{cycles:,}", size=24, colour=QUIET)
    sheet.words(((left + right) / 2, bottom + 82), "Full cycles", size=24, colour=QUIET)
    for end, colour in ((91.0, INK), (88.0, ACCENT)):
        points = []
        for step in range(81):
            share = step / 80
            capacity = 100 - (100 - end) * math.pow(share, 0.8)
            y = bottom - (capacity - 85) / 15 * (bottom - top)
            points.append((left + share * (right - left), y))
        sheet.line(*points, colour=colour, width=4)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {"cells": cells, "harbour": harbour}
