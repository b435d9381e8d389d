"""The picture that a shared link shows: title, what the evidence is worth, date, wordmark.

What there are no letters for is left out: the site's name is better than boxes.
"""

import io
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image, ImageColor, ImageDraw

from articles.formats.language import written_in
from articles.formats.lettering import BOLD, REGULAR, Face, is_writable
from articles.formats.site import Site
from articles.formats.wording import day, standing_alone

WIDTH, HEIGHT = 1200, 630
MARGIN, FOOT = 80, 530
# The colours of static/css/tokens.css in the light.
PAPER, INK, MUTED, RULE, ACCENT = "#fbfaf7", "#191b1f", "#4d5055", "#d4d1cb", "#5b3fa0"
SIZES = range(80, 38, -4)  # of the title, from the largest to that at which a line ends in "…"
TITLE_TOP, TITLE_BOTTOM = 170, 500
FINE = 4  # shapes are drawn this much larger and brought down, so that their edges are smooth
STEPS = 15
DRAWINGS_KEPT = 64


@dataclass(frozen=True)
class Card:
    """What a picture says; `state` is a CorroborationState value with its words, or empty."""

    site_name: str
    title: str
    state: str = ""
    words: str = ""
    day: str = ""


def card_of(content: Mapping[str, Any], *, site: Site) -> Card:
    """The picture of an edition, in the language of the edition."""
    with written_in(content["language"]):
        return Card(
            site_name=site.name,
            title=_one_line(content["title"]),
            state=content["corroboration"]["state"],
            words=standing_alone(content["corroboration"]["words"]),
            day=day(content["briefing_date"]),
        )


@lru_cache(maxsize=DRAWINGS_KEPT)
def draw(card: Card) -> bytes:
    """The picture as PNG, 1200 by 630."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    has_title = is_writable(card.title)
    _draw_wordmark(image, pen, card.site_name if has_title else "")
    _draw_title(pen, card.title if has_title else card.site_name)
    pen.line((MARGIN, FOOT, WIDTH - MARGIN, FOOT), fill=RULE, width=2)
    if card.state:
        _draw_evidence(image, pen, card)
    if is_writable(card.day):
        place = (WIDTH - MARGIN, FOOT + 54)
        Face(34, REGULAR).write(pen, place, card.day, MUTED, anchor="rm")
    file = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _draw_wordmark(image: Image.Image, pen: ImageDraw.ImageDraw, name: str) -> None:
    _paste_shape(image, "wordmark", (MARGIN, 74), 40, ACCENT)
    if is_writable(name):
        Face(48, BOLD).write(pen, (MARGIN + 58, 94), name, INK, anchor="lm")


def _draw_title(pen: ImageDraw.ImageDraw, title: str) -> None:
    """As large as it fits, its middle between wordmark and foot."""
    for size in SIZES:
        face, leading = Face(size, BOLD), round(size * 1.14)
        lines = list(_lines(title, face))
        most = (TITLE_BOTTOM - TITLE_TOP) // leading
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], face)]
    top = (TITLE_TOP + TITLE_BOTTOM - len(lines) * leading) / 2
    for position, line in enumerate(lines):
        face.write(pen, (MARGIN, top + position * leading), line, INK, anchor="la")


def _lines(text: str, face: Face) -> Iterator[str]:
    """Lines that fit between the margins; a word that is longer than a line is broken."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and not _fits(longer, face):
            yield line
            longer = word
        while not _fits(longer, face):
            end = _letters_that_fit(longer, face)
            yield longer[:end]
            longer = longer[end:]
        line = longer
    if line:
        yield line


def _letters_that_fit(word: str, face: Face) -> int:
    lengths = range(2, len(word))
    return 1 + bisect_left(lengths, x=True, key=lambda end: not _fits(word[:end], face))


def _cut(line: str, face: Face) -> str:
    """The beginning of a line with dots in the place of what follows."""
    while not _fits(f"{line}…", face):
        line = line[:-1].rstrip()
    return f"{line}…"


def _fits(text: str, face: Face) -> bool:
    return face.length(text) <= WIDTH - 2 * MARGIN


def _draw_evidence(image: Image.Image, pen: ImageDraw.ImageDraw, card: Card) -> None:
    """The shape with its words, as the provenance strip has them."""
    _paste_shape(image, card.state, (MARGIN, FOOT + 37), 34, INK)
    if is_writable(card.words):
        Face(38, BOLD).write(pen, (MARGIN + 50, FOOT + 54), card.words, INK, anchor="lm")


def _paste_shape(
    image: Image.Image, name: str, place: tuple[int, int], size: int, colour: str
) -> None:
    mask = Image.new("L", (size * FINE, size * FINE))
    _draw_shape(ImageDraw.Draw(mask), name, size * FINE / 16)
    image.paste(colour, place, mask.resize((size, size), Image.Resampling.LANCZOS))


def _draw_shape(pen: ImageDraw.ImageDraw, name: str, unit: float) -> None:
    """The shapes of templates/components/shape.html, in a square of 16 units."""
    centre, ring = (8 * unit, 8 * unit), round(1.6 * unit)
    match name:
        case "wordmark":
            pen.circle(centre, 7.5 * unit, outline=255, width=round(1.9 * unit))
            pen.circle(centre, 2.3 * unit, fill=255)
        case "unverified":
            pen.circle(centre, 7.3 * unit, outline=255, width=ring)
        case "single_source":
            pen.circle(centre, 7.3 * unit, outline=255, width=ring)
            box = (0.7 * unit, 0.7 * unit, 15.3 * unit, 15.3 * unit)
            pen.pieslice(box, 90, 270, fill=255)
        case "corroborated":
            pen.circle(centre, 7.2 * unit, fill=255)
        case "disputed":
            pen.polygon(_scaled([(7.2, 0.6), (0.4, 8), (7.2, 15.4)], unit), fill=255)
            half = _scaled([(9.4, 2.7), (14.3, 8), (9.4, 13.3), (9.4, 2.7)], unit)
            pen.line(half, fill=255, width=ring, joint="curve")


@lru_cache
def _palette() -> Image.Image:
    """Each colour in steps from the paper on: what smooth edges are made of."""
    steps = [
        round(paper + (ink - paper) * step / STEPS)
        for colour in (INK, MUTED, RULE, ACCENT)
        for step in range(STEPS + 1)
        for paper, ink in zip(ImageColor.getrgb(PAPER), ImageColor.getrgb(colour), strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette(steps)
    return image


def _scaled(points: list[tuple[float, float]], unit: float) -> list[tuple[float, float]]:
    return [(x * unit, y * unit) for x, y in points]


def _one_line(text: str) -> str:
    """A text in composed letters, without what cannot be seen."""
    seen = (" " if unicodedata.category(c).startswith("C") else c for c in text)
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())
