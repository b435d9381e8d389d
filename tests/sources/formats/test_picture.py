"""The picture of a chain: everything has its place, and the words say the same."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from django.template.loader import render_to_string

from sources.formats.chain import chain_data
from sources.formats.drawing import Box, Drawing
from sources.formats.picture import Picture, picture_of
from tests.sources.graphs import SEED, Link, Sketch

SHARED: list[Link] = [
    ("Ore Works", "majority 60", "Holding"),
    ("Ore Works", "minority 12.50", "Pier Fund"),
    ("Ore Works", "subsidiary 27.50", "Ministry of Mines"),
    ("Holding", "state", "Ministry of Mines"),
    ("Holding", "subsidiary", "Fjord Capital"),
]


def picture(start: str, links: list[Link]) -> Picture:
    """The picture of one organisation."""
    sketch = Sketch(links)
    found = picture_of(chain_data(sketch.id(start), sketch.graph))
    assert found
    return found


def named(drawing: Drawing) -> dict[str, Box]:
    """The boxes by the names in them."""
    return {" ".join(words.text for words in box.name): box for box in drawing.boxes}


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes lie on one another."""
    apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
    apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (apart_x or apart_y)


def test_a_chain_is_read_from_left_to_right_and_from_top_to_bottom() -> None:
    drawn = picture("Baogang Daily", SEED)
    across, down = named(drawn.across), named(drawn.down)
    names = ["Baogang Daily", "Baogang Group", "Inner Mongolia government"]
    assert [*across] == names
    assert across[names[0]].x < across[names[1]].x < across[names[2]].x
    assert down[names[0]].y < down[names[1]].y < down[names[2]].y
    assert across[names[0]].is_first


def test_an_organisation_alone_has_no_picture() -> None:
    sketch = Sketch([], alone=["Ore Works"])
    assert picture_of(chain_data(1, sketch.graph)) is None


def test_a_box_says_kind_and_status() -> None:
    meta = [
        words.text for words in named(picture("Baogang Daily", SEED).across)["Baogang Group"].meta
    ]
    assert meta == ["Company, state-owned"]


def test_minority_stakes_are_drawn_in_another_way_and_lead_no_further() -> None:
    drawn = picture("Ore Works", [*SHARED, ("Pier Fund", "majority", "Somebody Else")])
    assert [line.is_minor for line in drawn.across.lines].count(True) == 1
    assert "Pier Fund" in named(drawn.across)
    assert "Somebody Else" not in named(drawn.across)


@pytest.mark.parametrize(
    ("links", "words", "is_open"),
    [
        ([("Ore Works", "unknown")], "Owner looked for and not found", True),
        ([("Ore Works", "private")], "Held by private persons", False),
        ([("Ore Works", "minority", "Pier Fund")], "No controlling owner on record", True),
        ([("Ore Works", "subsidiary", "Holding")], "No controlling owner on record", True),
    ],
)
def test_where_a_chain_ends_is_marked(links: list[Link], words: str, is_open: bool) -> None:
    ends = [box for box in picture("Ore Works", links).across.boxes if box.is_end]
    assert [" ".join(each.text for each in box.name) for box in ends] == [words]
    assert ends[0].is_open is is_open


def test_a_government_is_an_end_by_itself() -> None:
    assert not [box for box in picture("Baogang Daily", SEED).across.boxes if box.is_end]


@pytest.mark.parametrize("way", ["across", "down"])
def test_no_boxes_lie_on_one_another_and_all_within_the_view(way: str) -> None:
    drawing: Drawing = getattr(picture("Ore Works", SHARED), way)
    assert not [pair for pair in combinations(drawing.boxes, 2) if overlap(*pair)]
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - box.width
        assert 0 <= box.y <= drawing.height - box.height


@pytest.mark.parametrize("way", ["across", "down"])
def test_lines_to_one_box_arrive_beside_one_another(way: str) -> None:
    drawing: Drawing = getattr(picture("Ore Works", SHARED), way)
    arrivals = [re.split("[LC]", line.path)[-1].split()[-2:] for line in drawing.lines]
    assert len({tuple(each) for each in arrivals}) == len(arrivals)


def test_a_line_bears_control_share_and_day() -> None:
    [line] = [row for row in picture("Ore Works", SHARED).across.lines if row.is_minor]
    assert [words.text for words in line.words] == ["partly owned by", "12.5\N{NO-BREAK SPACE}%"]


def test_the_words_say_all_that_the_picture_shows() -> None:
    drawn = picture("Ore Works", [("Ore Works", "majority 60", "Holding"), ("Holding", "listed")])
    assert drawn.description == (
        "Ore Works majority-owned by Holding, 60\N{NO-BREAK SPACE}%. "
        "Holding: listed on an exchange, without a controlling owner."
    )


def test_a_circle_is_drawn_once_round() -> None:
    circle: list[Link] = [
        ("Ore Works", "subsidiary", "Holding"),
        ("Holding", "subsidiary", "Ore Works"),
    ]
    assert {"Ore Works", "Holding"} <= named(picture("Ore Works", circle).across).keys()


def test_names_are_escaped_and_long_ones_cut_only_in_the_box() -> None:
    name = "<b>State-owned</b> Assets Supervision & Administration Commission of the West"
    drawn = picture("Ore Works", [("Ore Works", "subsidiary", name)])
    html = render_to_string("components/chain_picture.html", {"picture": drawn, "id": "one"})
    assert "<b>" not in html
    assert "&lt;b&gt;State-owned&lt;/b&gt; Assets Supervision &amp; Administration" in html
    assert any("…" in words for words in named(drawn.across))
    for svg in re.findall("<svg.*?</svg>", html, re.DOTALL):
        ET.fromstring(svg)


def test_a_drawing_needs_no_style_and_has_a_title_and_a_description() -> None:
    drawn = picture("Baogang Daily", SEED)
    html = render_to_string("components/chain_picture.html", {"picture": drawn, "id": "one"})
    assert "style=" not in html
    assert html.count('role="img"') == 2
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'aria-labelledby="([^"]+)"', html):
        assert set(names.split()) <= set(ids)
