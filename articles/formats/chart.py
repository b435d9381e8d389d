"""Charts as geometry: from labelled values to what templates/blocks/chart.html draws."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format

WIDTH, HEIGHT = 640, 320
LEFT, TOP, BOTTOM = 56, 12, 34


@dataclass(frozen=True)
class Tick:
    """A hairline across the drawing, with the value it stands for."""

    y: float
    text_y: float
    label: str


@dataclass(frozen=True)
class Bar:
    """One value of a bar chart."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Dot:
    """One value of a line chart."""

    x: float
    y: float


@dataclass(frozen=True)
class Label:
    """What stands under a value."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Everything the template draws, in the units of its view box."""

    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    rows: tuple[Mapping[str, Any], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    tick_x: int = LEFT - 10

    @property
    def line(self) -> str:
        """The dots as the `points` of a polyline; empty for bars."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def plot(*, kind: str, points: Sequence[Mapping[str, Any]]) -> Chart:
    """Lay out points {label, value} as "bar" or "line"; the axis always contains zero."""
    values = [float(point["value"]) for point in points]
    low, high, step = _scale(min([0.0, *values]), max([0.0, *values]))

    def y(value: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low), 1)

    slot = (WIDTH - LEFT) / max(len(points), 1)
    centres = [round(LEFT + slot * (index + 0.5), 1) for index in range(len(points))]
    return Chart(
        ticks=tuple(
            Tick(y=y(tick), text_y=y(tick) + 4, label=_figure(tick))
            for tick in _ticks(low, high, step)
        ),
        labels=tuple(
            Label(x=x, y=HEIGHT - 10, text=str(point["label"]))
            for x, point in zip(centres, points, strict=True)
        ),
        bars=tuple(
            Bar(
                x=round(x - slot * 0.31, 1),
                y=min(y(value), y(0)),
                width=round(slot * 0.62, 1),
                height=round(abs(y(value) - y(0)), 1),
            )
            for x, value in zip(centres, values, strict=True)
            if kind == "bar"
        ),
        dots=tuple(
            Dot(x=x, y=y(value)) for x, value in zip(centres, values, strict=True) if kind == "line"
        ),
        rows=tuple(
            {"label": point["label"], "value": _written(Decimal(str(point["value"])))}
            for point in points
        ),
    )


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Round limits and a round step (1, 2 or 5 times a power of ten) for about four hairlines."""
    span = (high - low) or 1.0
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return math.floor(low / step) * step, max(math.ceil(high / step) * step, step), step


def _ticks(low: float, high: float, step: float) -> list[float]:
    return [low + step * index for index in range(round((high - low) / step) + 1)]


def _figure(value: float) -> str:
    """A value in at most six figures, as the active language writes it."""
    rounded = Decimal(f"{value:.6g}" if abs(value) < 1e6 else f"{value:.0f}")
    return _written(rounded)


def _written(value: Decimal) -> str:
    """All figures of a value, as the active language writes it and never with an exponent."""
    return number_format(f"{value:f}", force_grouping=True).replace("-", "−")
